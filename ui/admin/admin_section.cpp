#include "ui/admin/admin_section.h"

#include <QApplication>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/session/session.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/error_presenter.h"

namespace homeward::ui {

AdminSection::AdminSection(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 16, 0, 0);
    m_column->setSpacing(16);
    scroll->setWidget(content);
    auto* root = new QVBoxLayout(this);
    root->setContentsMargins(0, 0, 0, 0);
    root->addWidget(scroll, 1);
    m_footer = new QVBoxLayout;
    m_footer->setContentsMargins(0, 0, 0, 0);
    root->addLayout(m_footer);
    m_banner = new Banner(content);
    m_column->addWidget(m_banner);
}

void AdminSection::goOnAt(QWidget* widget)
{
    QWidget* page = this;
    while (page->parentWidget() && !qobject_cast<Page*>(page))
        page = page->parentWidget();
    const QWidget* const now = QApplication::focusWidget();
    if (isVisible() && (!now || now == page || page->isAncestorOf(now)))
        widget->setFocus();
}

bool AdminSection::refuse(Right right)
{
    if (m_context.session.may(right))
        return false;
    const UserMessage message =
        messageFor({ErrorCode::NotPermitted, {}, {{"right", std::string(toKey(right))}}});
    m_column->addWidget(
        new EmptyState(QStringLiteral("lock"), message.title,
                       message.text + QLatin1Char(' ') + message.nextStep, {}, this),
        1);
    return true;
}

}  // namespace homeward::ui
