#pragma once

#include <QHash>
#include <QWidget>

#include "ui/shared/pages/page.h"
#include "ui/shared/pages/page_registry.h"

class QPushButton;

namespace homeward::ui {

/// What pages say waits for the person, in the top bar; a click leads to the page.
class NoticeBar final : public QWidget {
    Q_OBJECT
public:
    NoticeBar(const PageContext& context, const PageRegistry& registry, QWidget* parent = nullptr);
    void refresh();

signals:
    void placeRequested(const homeward::ui::Place& place);

private:
    PageContext m_context;
    const PageRegistry& m_registry;
    QHash<QString, QPushButton*> m_notices;  ///< by PageInfo::id
};

}  // namespace homeward::ui
