#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/needs/frameworks.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Versions of the needs framework, newest first.
class FrameworkTableModel final : public RowTable<app::FrameworkRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkTableModel)
public:
    enum Column {
        TitleColumn,
        VersionColumn,
        UseColumn,
        DomainsColumn,
        AssessmentsColumn,
        LoadedColumn,
        LoadedByColumn
    };
    explicit FrameworkTableModel(QObject* parent = nullptr);
    /// Null: no such version.
    const app::FrameworkRow* find(const QString& id) const;
};

}  // namespace homeward::ui
