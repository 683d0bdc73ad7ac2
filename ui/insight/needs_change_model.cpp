#include "ui/insight/needs_change_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <limits>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::NeedsChange)
};

double levelChange(const analytics::DomainChange& change)
{
    return change.latestMean - change.firstMean;
}

QString percentText(const NeedsChangeRow& row)
{
    if (row.change.percent)
        return signedNumber(*row.change.percent, 0) + QLatin1Char('%');
    return row.published ? Words::tr("too little need at first") : Words::tr("no need at first");
}

/// As rows show it.
analytics::DomainChange shownAs(const analytics::PublishedRow& row)
{
    analytics::DomainChange shown;
    shown.domainKey = row.domainKey;
    shown.children = row.children;
    shown.firstMean = row.firstMean;
    shown.latestMean = row.latestMean;
    shown.percent = row.percent ? std::optional<double>(*row.percent) : std::nullopt;
    shown.fell = row.fell;
    shown.same = row.same;
    shown.rose = row.rose;
    shown.suppressed = row.suppressed;
    return shown;
}

QVariant alignment(int column)
{
    const bool isText = column <= NeedsChangeModel::OutcomeColumn;
    return static_cast<int>((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

}  // namespace

QString tooFewText()
{
    return Words::tr("fewer than %1 children").arg(analytics::kSuppressionLimit);
}

QString childrenText(int children)
{
    if (children == 1)
        return Words::tr("1 child");
    return Words::tr("%1 children").arg(QLocale().toString(children));
}

std::optional<double> barValue(const NeedsChangeRow& row, ChangeMeasure measure)
{
    if (row.change.suppressed)
        return std::nullopt;
    if (measure == ChangeMeasure::Percent)
        return row.change.percent;
    return levelChange(row.change);
}

QString barText(const NeedsChangeRow& row, ChangeMeasure measure)
{
    if (row.change.suppressed)
        return tooFewText();
    if (measure == ChangeMeasure::Percent)
        return percentText(row);
    return signedNumber(levelChange(row.change), 2);
}

QString totalText(const NeedsChangeModel& model)
{
    if (model.rows().empty())
        return {};
    const NeedsChangeRow& total = model.rows().front();
    const QString words = model.measure() == ChangeMeasure::Percent
                              ? Words::tr("Total need %1 for %2")
                              : Words::tr("Mean level %1 for %2");
    const QString children = childrenText(total.change.children);
    return words.arg(barText(total, model.measure()),
                     model.isPublished() ? Words::tr("about %1").arg(children) : children);
}

void NeedsChangeModel::setChange(const analytics::NeedsChange& change,
                                 const NeedsFramework& framework)
{
    m_published = false;
    setRows(change.total, change.domains, framework);
}

void NeedsChangeModel::setPublished(const analytics::PublishedChange& change,
                                    const NeedsFramework& framework)
{
    m_published = true;
    std::vector<analytics::DomainChange> domains;
    for (const analytics::PublishedRow& row : change.domains)
        domains.push_back(shownAs(row));
    setRows(shownAs(change.total), domains, framework);
}

void NeedsChangeModel::setRows(const analytics::DomainChange& total,
                               const std::vector<analytics::DomainChange>& domains,
                               const NeedsFramework& framework)
{
    beginResetModel();
    m_rows.clear();
    m_frameworkOrder.clear();
    for (const NeedsFramework::Domain& domain : framework.domains)
        m_frameworkOrder.push_back(domain.key);
    m_rows.push_back({{}, tr("All domains together"), {}, 0, total, m_published});
    for (const analytics::DomainChange& one : domains) {
        const NeedsFramework::Domain* domain = framework.findDomain(one.domainKey);
        if (!domain)
            continue;
        const NeedsFramework::Outcome* outcome = framework.findOutcome(domain->outcomeKey);
        m_rows.push_back({domain->key, text(domain->title),
                          outcome ? text(outcome->title) : QString(),
                          framework.outcomeIndexOf(*domain), one, m_published});
    }
    sortRows();
    endResetModel();
}

void NeedsChangeModel::setOrder(ChangeOrder order, ChangeMeasure measure)
{
    beginResetModel();
    m_order = order;
    m_measure = measure;
    sortRows();
    endResetModel();
}

void NeedsChangeModel::sortRows()
{
    if (m_rows.size() < 2)
        return;
    const auto place = [this](const NeedsChangeRow& row) {
        return std::find(m_frameworkOrder.begin(), m_frameworkOrder.end(), row.domainKey) -
               m_frameworkOrder.begin();
    };
    const auto size = [this](const NeedsChangeRow& row) {
        return barValue(row, m_measure).value_or(std::numeric_limits<double>::infinity());
    };
    std::sort(m_rows.begin() + 1, m_rows.end(),
              [&](const NeedsChangeRow& a, const NeedsChangeRow& b) {
                  if (m_order == ChangeOrder::BySize && size(a) != size(b))
                      return size(a) < size(b);
                  return place(a) < place(b);
              });
}

int NeedsChangeModel::rowOf(const std::string& domainKey) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const NeedsChangeRow& row) {
        return row.domainKey == domainKey;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int NeedsChangeModel::suppressedDomains() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(),
        [](const NeedsChangeRow& row) { return !row.isTotal() && row.change.suppressed; }));
}

int NeedsChangeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NeedsChangeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NeedsChangeModel::displayText(const NeedsChangeRow& row, int column) const
{
    if (column == DomainColumn)
        return row.title;
    if (column == OutcomeColumn)
        return row.outcome;
    const analytics::DomainChange& change = row.change;
    const QLocale locale;
    if (change.suppressed)
        return column == ChildrenColumn ? tooFewText() : QStringLiteral("–");
    switch (column) {
        case ChildrenColumn:
            return locale.toString(change.children);
        case FirstColumn:
            return locale.toString(change.firstMean, 'f', 2);
        case LatestColumn:
            return locale.toString(change.latestMean, 'f', 2);
        case LevelsColumn:
            return signedNumber(levelChange(change), 2);
        case PercentColumn:
            return percentText(row);
        case FellColumn:
            return locale.toString(change.fell);
        case SameColumn:
            return locale.toString(change.same);
        case RoseColumn:
            return locale.toString(change.rose);
        default:
            return {};
    }
}

QVariant NeedsChangeModel::sortKey(const NeedsChangeRow& row, int column) const
{
    const analytics::DomainChange& change = row.change;
    if (change.suppressed && column > OutcomeColumn)
        return {};
    switch (column) {
        case DomainColumn:
            return row.title;
        case OutcomeColumn:
            return static_cast<int>(row.outcomeIndex) + (row.isTotal() ? 0 : 1);
        case ChildrenColumn:
            return change.children;
        case FirstColumn:
            return change.firstMean;
        case LatestColumn:
            return change.latestMean;
        case LevelsColumn:
            return levelChange(change);
        case PercentColumn:
            return change.percent ? QVariant(*change.percent) : QVariant();
        case FellColumn:
            return change.fell;
        case SameColumn:
            return change.same;
        case RoseColumn:
            return change.rose;
        default:
            return {};
    }
}

QVariant NeedsChangeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NeedsChangeRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, index.column());
        case SortRole:
            return sortKey(row, index.column());
        case RecordIdRole:
            return text(row.domainKey);
        case StrongRole:
            return row.isTotal();
        case MutedRole:
            return row.change.suppressed && index.column() > OutcomeColumn;
        case Qt::TextAlignmentRole:
            return alignment(index.column());
        default:
            return {};
    }
}

QVariant NeedsChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case FirstColumn:
                return tr("Mean level, 0 to 4, at each child's first assessment");
            case LatestColumn:
                return tr("Mean level, 0 to 4, at each child's latest assessment");
            case LevelsColumn:
                return tr("Change of the mean level");
            case PercentColumn:
                return tr("Change of the summed levels, in per cent of the first");
            case FellColumn:
                return tr("Children whose level is lower now");
            case SameColumn:
                return tr("Children whose level is the same");
            case RoseColumn:
                return tr("Children whose level is higher now");
            default:
                return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case DomainColumn:
            return tr("Domain");
        case OutcomeColumn:
            return tr("Outcome");
        case ChildrenColumn:
            return tr("Children");
        case FirstColumn:
            return tr("First");
        case LatestColumn:
            return tr("Latest");
        case LevelsColumn:
            return tr("Levels");
        case PercentColumn:
            return tr("Per cent");
        case FellColumn:
            return tr("Fell");
        case SameColumn:
            return tr("Same");
        case RoseColumn:
            return tr("Rose");
        default:
            return {};
    }
}

}  // namespace homeward::ui
