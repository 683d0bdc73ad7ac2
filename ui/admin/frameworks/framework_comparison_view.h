#pragma once

#include "ui/admin/frameworks/framework_comparison_model.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/plain_words.h"

class QHBoxLayout;

namespace homeward::ui {

class TableView;

/// Two versions side by side: the list of differences, and the chosen one's texts in full.
class FrameworkComparisonView final : public Card {
    Q_OBJECT
public:
    explicit FrameworkComparisonView(QWidget* parent = nullptr);
    void compare(const NeedsFramework& before, const NeedsFramework& after);
    const FrameworkComparisonModel& model() const { return *m_model; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showDifference();
    void fitSides();
    void fitSoon();

    FrameworkComparisonModel* m_model;
    TableView* m_table;
    WordsBrowser* m_before;
    WordsBrowser* m_after;
    QString m_beforeName;
    QString m_afterName;
};

}  // namespace homeward::ui
