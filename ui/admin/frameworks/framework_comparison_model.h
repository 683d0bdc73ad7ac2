#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "domain/needs/needs_framework.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// What differs between two versions: a domain more or less, or one text.
struct FrameworkDifference {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString domain;  ///< title
    QString where;   ///< in words, e.g. "need level 2"; empty for a whole domain
    QString before;
    QString after;
};

std::vector<FrameworkDifference> differencesOf(const NeedsFramework& before,
                                               const NeedsFramework& after);

/// Differences of two versions: added domains, removed ones, then changed texts.
class FrameworkComparisonModel final : public RowTable<FrameworkDifference> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkComparisonModel)
public:
    enum Column { KindColumn, DomainColumn, WhereColumn, BeforeColumn, AfterColumn };
    explicit FrameworkComparisonModel(QObject* parent = nullptr);
};

}  // namespace homeward::ui
