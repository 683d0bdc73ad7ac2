#include "ui/carers/home_table_model.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/global_search.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Homes)
};

/// A place that a child could be given: those of a home that is not approved are none.
bool hasUsablePlace(const app::HomeRow& row)
{
    return row.free > 0 && row.status == ApprovalStatus::Approved;
}

bool isNumber(int column)
{
    return column == HomeTableModel::PlacesColumn || column == HomeTableModel::FreeColumn ||
           column == HomeTableModel::SkillsColumn || column == HomeTableModel::CostColumn;
}

QVariant alignment(int column)
{
    return static_cast<int>(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
}

}  // namespace

QString agesText(int youngest, int oldest)
{
    return youngest == oldest ? QLocale().toString(youngest)
                              : Words::tr("%1–%2").arg(youngest).arg(oldest);
}

QString sexTermsText(const std::optional<Sex>& onlySex)
{
    if (!onlySex)
        return Words::tr("any");
    switch (*onlySex) {
        case Sex::Male:
            return Words::tr("boys only");
        case Sex::Female:
            return Words::tr("girls only");
        case Sex::Unknown:
            return Words::tr("any");
    }
    return {};
}

QString toneOf(ApprovalStatus status)
{
    switch (status) {
        case ApprovalStatus::Approved:
            return QStringLiteral("good");
        case ApprovalStatus::InAssessment:
            return QStringLiteral("info");
        case ApprovalStatus::OnHold:
            return QStringLiteral("warning");
        case ApprovalStatus::Suspended:
            return QStringLiteral("problem");
        case ApprovalStatus::Resigned:
            return QStringLiteral("muted");
    }
    return {};
}

void HomeTableModel::setRows(std::vector<app::HomeRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int HomeTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HomeTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HomeTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::HomeRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, column);
        case Qt::ToolTipRole:
            if (column <= StatusColumn)
                return displayText(row, column);
            return column == SkillsColumn && row.skillsRecordedOn
                       ? QVariant(tr("Recorded on %1").arg(dateText(row.skillsRecordedOn)))
                       : QVariant();
        case SortRole:
            return sortKey(row, column);
        case RecordIdRole:
            return text(row.id.value);
        case ToneRole:
            return column == StatusColumn ? QVariant(toneOf(row.status)) : QVariant();
        case StrongRole:
            return column == NameColumn || (column == FreeColumn && hasUsablePlace(row));
        case MutedRole:
            return (column == FreeColumn && !hasUsablePlace(row)) ||
                   (column == SkillsColumn && !row.skillsRecordedOn);
        case Qt::TextAlignmentRole:
            return alignment(column);
        default:
            return {};
    }
}

QVariant HomeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role == Qt::ToolTipRole) {
        if (section == PlacesColumn)
            return tr("Children living there today, of the places approved");
        return section == SkillsColumn ? QVariant(tr("Sum of the skill levels over all domains"))
                                       : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NameColumn:
            return tr("Household");
        case CarersColumn:
            return tr("Carers");
        case ProviderColumn:
            return tr("Provider");
        case StatusColumn:
            return tr("Status");
        case PlacesColumn:
            return tr("Placed");
        case FreeColumn:
            return tr("Free");
        case AgesColumn:
            return tr("Ages");
        case SexColumn:
            return tr("Sex");
        case SkillsColumn:
            return tr("Skills");
        case PostcodeColumn:
            return tr("Postcode");
        case CostColumn:
            return tr("A week");
        default:
            return {};
    }
}

QString HomeTableModel::displayText(const app::HomeRow& row, int column) const
{
    switch (column) {
        case NameColumn:
            return text(row.name);
        case CarersColumn:
            return text(row.carerNames);
        case ProviderColumn:
            return text(row.providerName);
        case StatusColumn:
            return label(row.status);
        case PlacesColumn:
            return tr("%1 of %2").arg(row.placed).arg(row.places);
        case FreeColumn:
            return QLocale().toString(row.free);
        case AgesColumn:
            return agesText(row.youngestYears, row.oldestYears);
        case SexColumn:
            return sexTermsText(row.onlySex);
        case SkillsColumn:
            return row.skillsRecordedOn ? QLocale().toString(row.skillTotal) : tr("none yet");
        case PostcodeColumn:
            return text(row.postcode);
        case CostColumn: {
            if (!row.weeklyCostPence)
                return QStringLiteral("–");
            const int decimals = *row.weeklyCostPence % 100 == 0 ? 0 : 2;
            return tr("£%1").arg(QLocale().toString(*row.weeklyCostPence / 100.0, 'f', decimals));
        }
        default:
            return {};
    }
}

QVariant HomeTableModel::sortKey(const app::HomeRow& row, int column) const
{
    switch (column) {
        case StatusColumn:
            return static_cast<int>(row.status);
        case PlacesColumn:
            return row.placed;
        case FreeColumn:
            return row.free;
        case AgesColumn:
            return row.youngestYears * 100 + row.oldestYears;
        case SkillsColumn:
            return row.skillsRecordedOn ? QVariant(row.skillTotal) : QVariant();
        case PostcodeColumn:
            return row.postcode.empty() ? QVariant() : QVariant(text(row.postcode));
        case CostColumn:
            return row.weeklyCostPence ? QVariant(*row.weeklyCostPence) : QVariant();
        default:
            return displayText(row, column);
    }
}

void HomeFilterModel::setCriteria(const HomeCriteria& criteria)
{
    if (criteria == m_criteria)
        return;
    m_criteria = criteria;
    invalidateFilter();
}

bool HomeFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& /*parent*/) const
{
    const auto* model = qobject_cast<const HomeTableModel*>(sourceModel());
    if (!model)
        return false;
    const app::HomeRow& row = model->rows()[static_cast<std::size_t>(sourceRow)];
    return (!m_criteria.kind || row.kind == *m_criteria.kind) &&
           (!m_criteria.status || row.status == *m_criteria.status) &&
           (!m_criteria.ownService || row.ownService == *m_criteria.ownService) &&
           (!m_criteria.hasSkills || row.skillsRecordedOn.has_value() == *m_criteria.hasSkills) &&
           (!m_criteria.withFreePlace || hasUsablePlace(row)) &&
           app::matchesSearch(row.searchText, m_criteria.foldedTyped);
}

int HomeFilterModel::freePlaces() const
{
    const auto* model = qobject_cast<const HomeTableModel*>(sourceModel());
    int free = 0;
    for (int i = 0; model && i < rowCount(); ++i) {
        const app::HomeRow& row =
            model->rows()[static_cast<std::size_t>(mapToSource(index(i, 0)).row())];
        if (row.status == ApprovalStatus::Approved)
            free += row.free;
    }
    return free;
}

}  // namespace homeward::ui
