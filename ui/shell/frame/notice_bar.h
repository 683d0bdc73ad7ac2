#pragma once

#include <QWidget>
#include <vector>

#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

/// What pages say waits for the person, in the top bar; a click leads to the page.
class NoticeBar final : public QWidget {
    Q_OBJECT
public:
    NoticeBar(const PageContext& context, const PageRegistry& registry, QWidget* parent = nullptr);
    /// Nothing waits that anybody could see: the window is locked.
    void forget();
    void refresh();

signals:
    void placeRequested(const homeward::ui::Place& place);

private:
    void add(const PageInfo& info);

    PageContext m_context;
    std::vector<LiveQuery<QString>*> m_counts;
};

}  // namespace homeward::ui
