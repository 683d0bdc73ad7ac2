#include "ui/shell/frame/notice_bar.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "app/session/session.h"
#include "ui/shared/look/card.h"
#include "ui/shared/pages/record_lists.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

NoticeBar::NoticeBar(const PageContext& context, const PageRegistry& registry, QWidget* parent)
    : QWidget(parent), m_context(context), m_registry(registry)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const PageInfo& info : m_registry.pages()) {
        if (!info.notice || !m_context.session.may(info.needs))
            continue;
        auto* button = new QPushButton;
        setRole(button, "notice");
        button->hide();
        row->addWidget(button);
        m_notices.insert(info.id, button);
        connect(button, &QPushButton::clicked, this, [this, id = info.id, part = info.noticePart] {
            emit placeRequested({id, {}, part});
        });
    }
    connect(&m_context.lists, &RecordLists::childrenReplaced, this, &NoticeBar::refresh);
    connect(&m_context.lists, &RecordLists::homesReplaced, this, &NoticeBar::refresh);
}

void NoticeBar::refresh()
{
    for (auto it = m_notices.begin(); it != m_notices.end(); ++it) {
        const QString words = m_registry.find(it.key())->notice(m_context);
        it.value()->setText(buttonWords(words));
        it.value()->setVisible(!words.isEmpty());
    }
}

}  // namespace homeward::ui
