#pragma once

#include <QCoreApplication>
#include <optional>
#include <vector>

#include "app/records/homes.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Which homes the list shows.
struct HomeCriteria {
    std::string foldedTyped;
    std::optional<HomeKind> kind;
    std::optional<ApprovalStatus> status;
    std::optional<bool> ownService;
    std::optional<bool> hasSkills;
    bool withFreePlace = false;  ///< in an approved home
    bool operator==(const HomeCriteria&) const = default;
};

/// The homes of the register as the carers list shows them.
class HomeTableModel final : public RowTable<app::HomeRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HomeTableModel)
public:
    enum Column {
        NameColumn,
        CarersColumn,
        ProviderColumn,
        StatusColumn,
        PlacesColumn,
        FreeColumn,
        AgesColumn,
        SexColumn,
        SkillsColumn,
        PostcodeColumn,
        CostColumn
    };
    explicit HomeTableModel(QObject* parent = nullptr);
    void setCriteria(const HomeCriteria& criteria);
    const HomeCriteria& criteria() const { return m_criteria; }
    /// Free places of the approved homes shown.
    int freePlaces() const;

private:
    HomeCriteria m_criteria;
};

/// "0–10", "5" where both ends are the same.
QString agesText(int youngest, int oldest);
/// "any", "boys only", "girls only".
QString sexTermsText(const std::optional<Sex>& onlySex);
/// Pill colour of an approval status.
QString toneOf(ApprovalStatus status);

}  // namespace homeward::ui
