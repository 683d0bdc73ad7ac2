#pragma once

#include "ui/admin/framework_comparison_model.h"
#include "ui/shared/card.h"

class QHBoxLayout;
class QTextBrowser;

namespace homeward::ui {

class TableView;

/// Two versions side by side: the list of differences, and the chosen one's texts in full.
class FrameworkComparisonView final : public Card {
    Q_OBJECT
public:
    explicit FrameworkComparisonView(QWidget* parent = nullptr);
    void compare(const NeedsFramework& before, const NeedsFramework& after);
    const FrameworkComparisonModel& model() const { return *m_model; }

private:
    void showDifference();

    FrameworkComparisonModel* m_model;
    TableView* m_table;
    QTextBrowser* m_before;
    QTextBrowser* m_after;
    QString m_beforeName;
    QString m_afterName;
};

}  // namespace homeward::ui
