#include "ui/shell/frame/notice_bar.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "app/session/session.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

namespace {

const Touches kTouchNotices{app::Aggregate::Child,      app::Aggregate::CareHistory,
                            app::Aggregate::Assessment, app::Aggregate::Placement,
                            app::Aggregate::Account,    app::Aggregate::Audit,
                            app::Aggregate::Standing};

}  // namespace

NoticeBar::NoticeBar(const PageContext& context, const PageRegistry& registry, QWidget* parent)
    : QWidget(parent), m_context(context)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const PageInfo& info : registry.pages())
        if (info.notice && m_context.session.may(info.needs))
            add(info);
}

void NoticeBar::add(const PageInfo& info)
{
    auto* button = new QPushButton;
    setRole(button, "notice");
    button->hide();
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, id = info.id, part = info.noticePart] {
        emit placeRequested({id, {}, part});
    });
    // Counting may take a while where everybody is meant; nobody waits for it.
    m_counts.push_back(new LiveQuery<QString>(
        this, m_context, kTouchNotices, Lane::Long, {},
        [notice = info.notice] {
            return [notice](app::Session& session, const RunControl&) { return notice(session); };
        },
        [button](const Result<QString>& words) {
            button->setText(buttonWords(words ? *words : QString()));
            button->setVisible(words && !words->isEmpty());
        }));
}

void NoticeBar::forget()
{
    for (LiveQuery<QString>* count : m_counts)
        count->forget();
}

void NoticeBar::refresh()
{
    for (LiveQuery<QString>* count : m_counts)
        count->read();
}

}  // namespace homeward::ui
