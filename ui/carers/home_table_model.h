#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "app/homes.h"
#include "ui/shared/cells/unknown_last_model.h"

namespace homeward::ui {

/// Every home of the register as the carers list shows it. Read only; holds the rows by value.
class HomeTableModel final : public QAbstractTableModel {
    Q_OBJECT
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
        CostColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<app::HomeRow> rows);
    const std::vector<app::HomeRow>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const app::HomeRow& row, int column) const;
    QVariant sortKey(const app::HomeRow& row, int column) const;
    std::vector<app::HomeRow> m_rows;
};

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

class HomeFilterModel final : public UnknownLastModel {
    Q_OBJECT
public:
    using UnknownLastModel::UnknownLastModel;
    void setCriteria(const HomeCriteria& criteria);
    const HomeCriteria& criteria() const { return m_criteria; }
    /// Free places of the approved homes shown.
    int freePlaces() const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& parent) const override;

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
