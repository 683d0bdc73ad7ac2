#include "ui/matching/candidate_table_model.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "support/text.h"
#include "ui/matching/household_words.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

constexpr int kCriticalGapWeight = 1000;

QString whole(const std::optional<double>& value)
{
    return value ? QLocale().toString(std::lround(*value)) : QStringLiteral("–");
}

QVariant keyOf(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

}  // namespace

QString gapText(const NeedsFramework& framework, const matching::Gap& gap)
{
    return QStringLiteral("%1 (%2)").arg(text(framework.domains[gap.domain].title),
                                         QLocale().toString(gap.shortfall));
}

QString CandidateRow::shown() const
{
    return householdText(household, reference, nameShared);
}

std::vector<CandidateRow> candidateRows(const app::ShortlistAnswer& answer)
{
    const std::set<std::string> shared = sharedNames(answer);
    std::vector<CandidateRow> rows;
    rows.reserve(answer.list.candidates.size());
    for (const matching::Candidate& candidate : answer.list.candidates) {
        CandidateRow row;
        row.home = candidate.home;
        row.rank = candidate.rank;
        if (const auto facts = answer.households.find(candidate.home);
            facts != answer.households.end()) {
            row.household = text(facts->second.name);
            row.reference = text(facts->second.reference);
            row.nameShared = shared.contains(facts->second.name);
            row.provider = text(facts->second.providerName);
            row.searchText =
                foldedForSearch(facts->second.name + " " + facts->second.reference + " " +
                                facts->second.providerName);
        }
        row.score = candidate.score;
        row.band = candidate.band;
        row.needsFit = candidate.needsFit;
        row.practicalFit = candidate.practicalFit;
        for (const matching::Gap& gap : candidate.gaps) {
            (gap.critical ? row.criticalGaps : row.otherGaps)
                .append(gapText(answer.framework, gap));
            row.gapWeight += gap.shortfall + (gap.critical ? kCriticalGapWeight : 0);
        }
        row.free = candidate.freePlaces;
        row.miles = candidate.miles;
        rows.push_back(std::move(row));
    }
    return rows;
}

void CandidateTableModel::setRows(std::vector<CandidateRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CandidateTableModel::rowOf(const HomeId& home) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const CandidateRow& row) { return row.home == home; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CandidateTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CandidateTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CandidateTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CandidateRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, column);
        case Qt::ToolTipRole:
            return column == GapsColumn || column == HouseholdColumn
                       ? QVariant(displayText(row, column))
                       : QVariant();
        case SortRole:
            return sortKey(row, column);
        case RecordIdRole:
            return text(row.home.value);
        case ToneRole:
            return column == BandColumn ? QVariant(toneOf(row.band)) : QVariant();
        case StrongRole:
            return column == HouseholdColumn || column == ScoreColumn;
        case MutedTailRole:
            return column == HouseholdColumn && row.nameShared ? QVariant(row.reference)
                                                               : QVariant();
        case WarnRole:
            return column == GapsColumn && !row.criticalGaps.isEmpty()
                       ? QVariant(tr("critical: %1").arg(row.criticalGaps.join(tr(", "))))
                       : QVariant();
        case Qt::TextAlignmentRole: {
            const bool number = column == RankColumn || column == ScoreColumn ||
                                column == NeedsColumn || column == PracticalColumn ||
                                column == FreeColumn || column == MilesColumn;
            return QVariant::fromValue<int>(
                static_cast<int>(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
        }
        default:
            return {};
    }
}

QVariant CandidateTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::ToolTipRole) {
        if (section == NeedsColumn)
            return tr("How far the household's skills meet the child's needs, 0 to 100");
        if (section == PracticalColumn)
            return tr("Distance, experience and what else is known, 0 to 100");
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number =
            section != HouseholdColumn && section != BandColumn && section != GapsColumn;
        return QVariant::fromValue<int>(
            static_cast<int>(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case RankColumn:
            return tr("#");
        case HouseholdColumn:
            return tr("Household");
        case ScoreColumn:
            return tr("Score");
        case BandColumn:
            return tr("Band");
        case NeedsColumn:
            return tr("Needs");
        case PracticalColumn:
            return tr("Practical");
        case GapsColumn:
            return tr("Gaps");
        case FreeColumn:
            return tr("Free");
        case MilesColumn:
            return tr("Miles");
        default:
            return {};
    }
}

QString CandidateTableModel::displayText(const CandidateRow& row, int column) const
{
    switch (column) {
        case RankColumn:
            return QLocale().toString(row.rank);
        case HouseholdColumn:
            return row.shown();
        case ScoreColumn:
            return row.isAssessed() ? whole(row.score) : whole(std::nullopt);
        case BandColumn:
            return label(row.band);
        case NeedsColumn:
            return row.isAssessed() ? whole(row.needsFit) : whole(std::nullopt);
        case PracticalColumn:
            return whole(row.practicalFit);
        case GapsColumn: {
            if (!row.needsFit || !row.isAssessed())
                return tr("not assessed");
            QStringList parts;
            if (!row.criticalGaps.isEmpty())
                parts << tr("critical: %1").arg(row.criticalGaps.join(tr(", ")));
            if (!row.otherGaps.isEmpty())
                parts << row.otherGaps.join(tr(", "));
            return parts.isEmpty() ? tr("none") : parts.join(tr("; "));
        }
        case FreeColumn:
            return QLocale().toString(row.free);
        case MilesColumn:
            return row.miles ? QLocale().toString(*row.miles, 'f', 1) : tr("ask");
        default:
            return {};
    }
}

QVariant CandidateTableModel::sortKey(const CandidateRow& row, int column) const
{
    switch (column) {
        case RankColumn:
            return row.rank;
        case HouseholdColumn:
            return row.shown();
        case ScoreColumn:
            return row.score;
        case BandColumn:
            return static_cast<int>(row.band);
        case NeedsColumn:
            return keyOf(row.needsFit);
        case PracticalColumn:
            return keyOf(row.practicalFit);
        case GapsColumn:
            return row.needsFit ? QVariant(row.gapWeight) : QVariant();
        case FreeColumn:
            return row.free;
        case MilesColumn:
            return keyOf(row.miles);
        default:
            return {};
    }
}

QString toneOf(matching::Band band)
{
    switch (band) {
        case matching::Band::Strong:
        case matching::Band::Good:
            return QStringLiteral("good");
        case matching::Band::WithSupport:
            return QStringLiteral("warning");
        case matching::Band::Weak:
            return QStringLiteral("problem");
        case matching::Band::NotAssessed:
            return QStringLiteral("info");
    }
    return {};
}

}  // namespace homeward::ui
