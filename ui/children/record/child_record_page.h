#pragma once

#include <vector>

#include "app/records/children.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"

class QStackedWidget;
class QTabBar;

namespace homeward::ui {

class Banner;
class ReasonCard;
class ChildTab;
class PageHeader;

/// One child: heading with facts and a tab for each side of the record.
class ChildRecordPage : public Page {
    Q_OBJECT
public:
    explicit ChildRecordPage(const PageContext& context, QWidget* parent = nullptr);

    void open(const Place& place) override;
    Place place() const override;
    bool keepUnsaved() override;
    bool comesBackWhole() const override { return true; }
    std::optional<Unsaved> unsaved() const override;
    bool print() override;
    bool save() override;
    bool complete() override;

private:
    struct Tab {
        QString part;  ///< of Place
        ChildTab* widget;
    };
    /// What the middle of the page shows.
    enum Middle { Record, Gone, Reason };

    void giveReason(const QString& reason);
    void addTabKeys();
    void addTab(const QString& part, const QString& title, ChildTab* tab);
    void showMerged(const Error& error);
    void showRead(const Result<app::ChildPage>& page);
    void showTab(int index);
    void refreshFacts();
    void announceTitle();
    int indexOfPart(const QString& part) const;

    const PageContext m_context;
    PageHeader* m_header;
    Banner* m_banner;
    ChildTab* shownTab() const;  ///< null: none yet

    ReasonCard* m_reason = nullptr;
    QTabBar* m_bar;
    QStackedWidget* m_stack;
    QStackedWidget* m_whole;
    std::vector<Tab> m_tabs;
    ChildId m_child;
    QString m_mergedInto;  ///< the record that this one went into; empty: it is its own
    app::ChildPage m_page;
    LiveQuery<app::ChildPage> m_record;
};

}  // namespace homeward::ui
