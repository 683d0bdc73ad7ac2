#include "ui/matching/reasons_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <map>

#include "app/global_search.h"
#include "support/text.h"
#include "ui/matching/household_words.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Reasons)
};

ReasonRow rowFor(const app::ShortlistAnswer& answer, const std::set<std::string>& shared,
                 const HomeId& home)
{
    ReasonRow row;
    row.home = home;
    const auto facts = answer.households.find(home);
    if (facts == answer.households.end())
        return row;
    row.household = text(facts->second.name);
    row.reference = text(facts->second.reference);
    row.nameShared = shared.contains(facts->second.name);
    row.provider = text(facts->second.providerName);
    row.free = facts->second.free;
    row.searchText = foldedForSearch(facts->second.name + " " + facts->second.reference + " " +
                                     facts->second.providerName);
    return row;
}

void addReason(ReasonRow& row, const matching::LimitFinding& finding)
{
    row.sentences.append(sentence(finding));
    row.limits.push_back(finding.limit);
}

QVariant alignment(bool number)
{
    return static_cast<int>(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
}

}  // namespace

QString ReasonRow::shown() const
{
    return householdText(household, reference, nameShared);
}

std::vector<ReasonRow> nearMissRows(const app::ShortlistAnswer& answer)
{
    const std::set<std::string> shared = sharedNames(answer);
    std::vector<ReasonRow> rows;
    rows.reserve(answer.list.nearMisses.size());
    for (const matching::Candidate& candidate : answer.list.nearMisses) {
        ReasonRow row = rowFor(answer, shared, candidate.home);
        for (const matching::LimitFinding& finding : candidate.limits) {
            if (finding.verdict != matching::Verdict::NotMet)
                continue;
            addReason(row, finding);
            row.waiver = waiverText(finding.limit);
        }
        row.score = candidate.score;
        row.band = candidate.band;
        row.free = candidate.freePlaces;
        row.miles = candidate.miles;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ReasonRow> notEligibleRows(const app::ShortlistAnswer& answer)
{
    const std::set<std::string> shared = sharedNames(answer);
    std::vector<ReasonRow> rows;
    rows.reserve(answer.list.notEligible.size());
    for (const matching::NotEligible& household : answer.list.notEligible) {
        ReasonRow row = rowFor(answer, shared, household.home);
        for (const matching::LimitFinding& finding : household.reasons)
            addReason(row, finding);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ReasonCount> countReasons(const std::vector<ReasonRow>& rows)
{
    std::map<matching::Limit, int> single;
    int several = 0;
    for (const ReasonRow& row : rows) {
        if (row.limits.size() == 1)
            ++single[row.limits.front()];
        else
            ++several;
    }
    std::vector<ReasonCount> counts;
    for (const auto& [limit, households] : single)
        counts.push_back({limit, households});
    std::stable_sort(counts.begin(), counts.end(), [](const ReasonCount& a, const ReasonCount& b) {
        return a.households > b.households;
    });
    if (several > 0)
        counts.push_back({std::nullopt, several});
    return counts;
}

QString countsText(const std::vector<ReasonCount>& counts)
{
    QStringList parts;
    for (const ReasonCount& count : counts)
        parts << QStringLiteral("%1 %2").arg(
            QLocale().toString(count.households),
            count.limit ? label(*count.limit) : Words::tr("more than one reason"));
    return parts.join(QStringLiteral(" · "));
}

void NearMissTableModel::setRows(std::vector<ReasonRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int NearMissTableModel::rowOf(const HomeId& home) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const ReasonRow& row) { return row.home == home; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int NearMissTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NearMissTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NearMissTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReasonRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, column);
        case Qt::ToolTipRole:
            return column <= WaiverColumn ? QVariant(displayText(row, column)) : QVariant();
        case SortRole:
            return sortKey(row, column);
        case RecordIdRole:
            return text(row.home.value);
        case ToneRole:
            return column == WaiverColumn ? QVariant(QStringLiteral("warning")) : QVariant();
        case StrongRole:
            return column == HouseholdColumn;
        case MutedTailRole:
            return column == HouseholdColumn && row.nameShared ? QVariant(row.reference)
                                                               : QVariant();
        case Qt::TextAlignmentRole:
            return alignment(column >= ScoreColumn);
        default:
            return {};
    }
}

QVariant NearMissTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section >= ScoreColumn);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case HouseholdColumn:
            return tr("Household");
        case LimitColumn:
            return tr("The one thing in the way");
        case WaiverColumn:
            return tr("Needs");
        case ScoreColumn:
            return tr("Would be");
        case FreeColumn:
            return tr("Free");
        case MilesColumn:
            return tr("Miles");
        default:
            return {};
    }
}

QString NearMissTableModel::displayText(const ReasonRow& row, int column) const
{
    switch (column) {
        case HouseholdColumn:
            return row.shown();
        case LimitColumn:
            return row.sentences.join(QStringLiteral(" "));
        case WaiverColumn:
            return row.waiver;
        case ScoreColumn:
            return row.band == matching::Band::NotAssessed
                       ? QStringLiteral("–")
                       : QLocale().toString(std::lround(row.score));
        case FreeColumn:
            return QLocale().toString(row.free);
        case MilesColumn:
            return row.miles ? QLocale().toString(*row.miles, 'f', 1) : tr("ask");
        default:
            return {};
    }
}

QVariant NearMissTableModel::sortKey(const ReasonRow& row, int column) const
{
    switch (column) {
        case HouseholdColumn:
            return row.shown();
        case LimitColumn:
            return row.limits.empty() ? QVariant() : QVariant(static_cast<int>(row.limits.front()));
        case WaiverColumn:
            return row.waiver;
        case ScoreColumn:
            return row.score;
        case FreeColumn:
            return row.free;
        case MilesColumn:
            return row.miles ? QVariant(*row.miles) : QVariant();
        default:
            return {};
    }
}

void NotEligibleTableModel::setRows(std::vector<ReasonRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int NotEligibleTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NotEligibleTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NotEligibleTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReasonRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            if (column == HouseholdColumn)
                return row.shown();
            return column == ReasonsColumn ? row.sentences.join(QStringLiteral(" ")) : row.provider;
        case SortRole:
            if (column == HouseholdColumn)
                return row.shown();
            return column == ReasonsColumn ? QVariant(static_cast<int>(row.limits.size()))
                                           : QVariant(row.provider);
        case RecordIdRole:
            return text(row.home.value);
        case StrongRole:
            return column == HouseholdColumn;
        case MutedTailRole:
            return column == HouseholdColumn && row.nameShared ? QVariant(row.reference)
                                                               : QVariant();
        case Qt::TextAlignmentRole:
            return alignment(false);
        default:
            return {};
    }
}

QVariant NotEligibleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case HouseholdColumn:
            return tr("Household");
        case ReasonsColumn:
            return tr("Every reason");
        case ProviderColumn:
            return tr("Provider");
        default:
            return {};
    }
}

void NotEligibleFilterModel::setTyped(const QString& typed)
{
    m_foldedTyped = foldedForSearch(utf8(typed));
    invalidateFilter();
}

void NotEligibleFilterModel::setLimit(const std::optional<matching::Limit>& limit)
{
    m_limit = limit;
    invalidateFilter();
}

bool NotEligibleFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& /*parent*/) const
{
    const auto* model = qobject_cast<const NotEligibleTableModel*>(sourceModel());
    if (!model)
        return false;
    const ReasonRow& row = model->rows()[static_cast<std::size_t>(sourceRow)];
    if (m_limit && std::find(row.limits.begin(), row.limits.end(), *m_limit) == row.limits.end())
        return false;
    return app::matchesSearch(row.searchText, m_foldedTyped);
}

}  // namespace homeward::ui
