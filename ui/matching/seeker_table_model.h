#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/children.h"
#include "ui/shared/cells/unknown_last_model.h"

namespace homeward::ui {

/// Children a home can be looked for: who they are, where they live now, whether their needs are
/// known. Read only.
class SeekerTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        AgeColumn,
        LivesColumn,
        SinceColumn,
        NeedColumn,
        AssessedColumn,
        WorkerColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<app::ChildRow> rows);
    const std::vector<app::ChildRow>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const app::ChildRow& row, int column) const;
    QVariant sortKey(const app::ChildRow& row, int column) const;
    std::vector<app::ChildRow> m_rows;
};

/// Which children the entry page of Matching lists.
class SeekerFilterModel final : public UnknownLastModel {
    Q_OBJECT
public:
    enum class Scope {
        WithoutHousehold,  ///< in care, in no household of the register
        InCare,
        Everyone
    };
    using UnknownLastModel::UnknownLastModel;
    void setScope(Scope scope);
    void setTyped(const QString& typed);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& parent) const override;

private:
    Scope m_scope = Scope::WithoutHousehold;
    std::string m_foldedTyped;
};

}  // namespace homeward::ui
