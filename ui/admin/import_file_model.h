#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/import_return.h"

namespace homeward::ui {

/// What each file of a return would do, read only.
class ImportFileModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        FileColumn,
        KindColumn,
        YearColumn,
        RowsColumn,
        CreatedColumn,
        ChangedColumn,
        LeftColumn,
        RejectedColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setFiles(std::vector<app::ImportFileSummary> files);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant value(const app::ImportFileSummary& file, int column) const;

    std::vector<app::ImportFileSummary> m_files;
};

}  // namespace homeward::ui
