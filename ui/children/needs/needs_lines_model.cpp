#include "ui/children/needs/needs_lines_model.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace homeward::ui {
namespace {

constexpr double kWhole = 0.005;  ///< nearer to a whole number than shows

bool isWhole(double number)
{
    return std::abs(number - std::round(number)) < kWhole;
}

QString changeText(const NeedsLine& line)
{
    return line.change ? signedNumber(*line.change, isWhole(*line.change) ? 0 : 1)
                       : QStringLiteral("–");
}

/// With how many of its domains it compares, where some are not known throughout.
QString nameOf(const QString& name, const analytics::NeedsSeries& series)
{
    return series.domains == series.allDomains || series.domains == 0
               ? name
               : NeedsLinesModel::tr("%1 (%2 of %3)")
                     .arg(name, QString::number(series.domains),
                          QString::number(series.allDomains));
}

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
        line.name = nameOf(text(framework.outcomes[i].title), series);
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
        lines.back().name = nameOf(NeedsLinesModel::tr("Total need"), needs.total);
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
    return QLocale().toString(*level, 'f', isWhole(*level) ? 0 : 1);
}

NeedsLinesModel::NeedsLinesModel(Form form, QObject* parent) : RowTable(parent), m_form(form)
{
    setColumns(columnsFor({}));
}

NeedsLinesModel::Columns NeedsLinesModel::columnsFor(const std::vector<Date>& dates) const
{
    const auto level = [](const char* key, const QString& heading, auto value) {
        return column(key, heading, value)
            .shownAs([value](const NeedsLine& line) { return levelText(std::invoke(value, line)); })
            .muted([value](const NeedsLine& line) { return !std::invoke(value, line); })
            .right()
            .ems(5);
    };
    const bool ends = m_form == Form::FirstToLatest;
    Columns columns{column("need", tr("Need"), &NeedsLine::name).ems(ends ? 10 : 22)};
    if (ends) {
        columns.front().share(100);
        columns.push_back(level("first", tr("First"), &NeedsLine::first));
        columns.push_back(level("latest", tr("Latest"), &NeedsLine::latest));
    }
    for (std::size_t i = 0; !ends && i < dates.size(); ++i)
        columns.push_back(level("assessment", dateText(dates[i]),
                                [i](const NeedsLine& line) { return line.values[i]; }));
    columns.push_back(column("change", tr("Change"), &NeedsLine::change)
                          .shownAs(changeText)
                          .muted([](const NeedsLine& line) { return !line.change; })
                          .tone([](const NeedsLine& line) {
                              if (std::abs(line.change.value_or(0)) <= kWhole)
                                  return QString();
                              return *line.change < 0 ? QStringLiteral("good")
                                                      : QStringLiteral("problem");
                          })
                          .ems(6.5));
    return columns;
}

void NeedsLinesModel::setLines(const std::vector<Date>& dates, std::vector<NeedsLine> lines)
{
    beginResetModel();
    setColumns(columnsFor(dates));
    replaceRows(std::move(lines));
    endResetModel();
}

QString linesInWords(const std::vector<NeedsLine>& lines)
{
    QStringList words;
    for (const NeedsLine& line : lines)
        words.append(NeedsLinesModel::tr("%1: first %2, latest %3")
                         .arg(line.name, levelText(line.first), levelText(line.latest)));
    return words.join(QStringLiteral("; "));
}

}  // namespace homeward::ui
