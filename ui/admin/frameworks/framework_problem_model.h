#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "support/error.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// One fault of a framework file and where it is.
struct FrameworkProblem {
    QString where;  ///< JSON path, or line and column
    QString what;
};

/// Every fault that the error names; at least one.
std::vector<FrameworkProblem> problemsOf(const Error& error);

/// Faults of a framework file that was not taken.
class FrameworkProblemModel final : public RowTable<FrameworkProblem> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkProblemModel)
public:
    enum Column { WhereColumn, WhatColumn };
    explicit FrameworkProblemModel(QObject* parent = nullptr);
};

}  // namespace homeward::ui
