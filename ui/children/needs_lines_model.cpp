#include "ui/children/needs_lines_model.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

NeedsLine lineOf(const analytics::NeedsSeries& series)
{
    NeedsLine line;
    line.values = series.values;
    if (!series.values.empty())
        line.first = series.ends ? series.ends->first : series.values.front();
    if (series.values.size() >= 2)
        line.latest = series.ends ? series.ends->latest : series.values.back();
    if (series.ends)
        line.change = series.ends->change();
    return line;
}

NeedsLine outcomeLine(const analytics::NeedsSeries& series, const NeedsFramework& framework)
{
    NeedsLine line = lineOf(series);
    for (std::size_t i = 0; i < framework.outcomes.size(); ++i) {
        if (framework.outcomes[i].key != series.key)
            continue;
        line.name = text(framework.outcomes[i].title);
        line.outcome = i;
    }
    return line;
}

NeedsLine domainLine(const analytics::NeedsSeries& series, const NeedsFramework& framework)
{
    NeedsLine line = lineOf(series);
    const auto index = framework.domainIndex(series.key);
    if (!index)
        return line;
    const auto& domain = framework.domains[*index];
    line.name = text(domain.title);
    line.outcome = framework.outcomeIndexOf(domain);
    for (std::size_t i = 0; i < *index; ++i)
        line.domainWithin += framework.domains[i].outcomeKey == domain.outcomeKey ? 1 : 0;
    return line;
}

}  // namespace

std::optional<double> NeedsLine::lastKnown() const
{
    const auto found = std::find_if(values.rbegin(), values.rend(),
                                    [](const auto& value) { return value.has_value(); });
    return found == values.rend() ? std::nullopt : *found;
}

std::vector<NeedsLine> needsLines(const analytics::NeedsOverTime& needs,
                                  const NeedsFramework& framework, NeedsGrouping grouping)
{
    std::vector<NeedsLine> lines;
    if (grouping == NeedsGrouping::Total) {
        lines.push_back(lineOf(needs.total));
        lines.back().isTotal = true;
        lines.back().name = NeedsLinesModel::tr("Total need");
    } else if (grouping == NeedsGrouping::Outcomes) {
        for (const auto& series : needs.outcomes)
            lines.push_back(outcomeLine(series, framework));
    } else {
        for (const auto& series : needs.domains)
            lines.push_back(domainLine(series, framework));
    }
    return lines;
}

QString levelText(const std::optional<double>& level)
{
    if (!level)
        return NeedsLinesModel::tr("unknown");
    const bool whole = std::abs(*level - std::round(*level)) < 0.005;
    return QLocale().toString(*level, 'f', whole ? 0 : 1);
}

NeedsLinesModel::NeedsLinesModel(Form form, QObject* parent)
    : QAbstractTableModel(parent), m_form(form)
{
}

void NeedsLinesModel::setLines(std::vector<Date> dates, std::vector<NeedsLine> lines)
{
    beginResetModel();
    m_dates = std::move(dates);
    m_lines = std::move(lines);
    endResetModel();
}

int NeedsLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int NeedsLinesModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_form == Form::FirstToLatest ? 4 : 2 + static_cast<int>(m_dates.size());
}

std::optional<double> NeedsLinesModel::value(const NeedsLine& line, int column) const
{
    if (isChange(column))
        return line.change;
    if (m_form == Form::FirstToLatest)
        return column == 1 ? line.first : line.latest;
    return line.values[static_cast<std::size_t>(column - 1)];
}

QVariant NeedsLinesModel::displayText(const NeedsLine& line, int column) const
{
    if (column == 0)
        return line.name;
    const auto number = value(line, column);
    if (!isChange(column))
        return levelText(number);
    if (!number)
        return QStringLiteral("–");
    const bool whole = std::abs(*number - std::round(*number)) < 0.005;
    return signedNumber(*number, whole ? 0 : 1);
}

QVariant NeedsLinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NeedsLine& line = m_lines[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::DisplayRole)
        return displayText(line, column);
    if (role == Qt::TextAlignmentRole && column > 0 && !isChange(column))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (column == 0)
        return role == SortRole ? QVariant(line.name) : QVariant();
    const auto number = value(line, column);
    if (role == SortRole)
        return number ? QVariant(*number) : QVariant();
    if (role == MutedRole)
        return !number.has_value();
    if (role == ToneRole && isChange(column) && number && std::abs(*number) > 0.005)
        return *number < 0 ? QStringLiteral("good") : QStringLiteral("problem");
    return {};
}

QVariant NeedsLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section > 0 &&
        !isChange(section))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return {};
    if (section == 0)
        return tr("Need");
    if (isChange(section))
        return tr("Change");
    if (m_form == Form::FirstToLatest)
        return section == 1 ? tr("First") : tr("Latest");
    return dateText(m_dates[static_cast<std::size_t>(section - 1)]);
}

}  // namespace homeward::ui
