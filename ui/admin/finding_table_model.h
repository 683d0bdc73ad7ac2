#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/import_return.h"
#include "ui/shared/cells/unknown_last_model.h"

namespace homeward::ui {

/// Every row of a return that cannot be taken or should be looked at, read only.
class FindingTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        SeverityColumn,
        FileColumn,
        LineColumn,
        FieldColumn,
        ValueColumn,
        ReasonColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(std::vector<app::ImportFinding> findings);
    const std::vector<app::ImportFinding>& findings() const { return m_findings; }
    int rejectedCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant cell(const app::ImportFinding& finding, int column) const;

    std::vector<app::ImportFinding> m_findings;
};

/// Findings by severity and by words typed.
class FindingFilterModel final : public UnknownLastModel {
    Q_OBJECT
public:
    enum class Show { All, Rejected, Warnings };
    using UnknownLastModel::UnknownLastModel;
    void setShow(Show show);
    void setSearch(const QString& words);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    Show m_show = Show::All;
    QString m_search;
};

}  // namespace homeward::ui
