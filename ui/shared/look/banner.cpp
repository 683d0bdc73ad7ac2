#include "ui/shared/look/banner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLoggingCategory>
#include <QPushButton>
#include <QStyle>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/look/toast.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logErrors, "homeward.errors")

struct ToneLook {
    const char* role;
    QString icon;
    QColor Colours::*colour;
};

ToneLook lookOf(Banner::Tone tone)
{
    switch (tone) {
        case Banner::Tone::Info:
            return {"banner-info", u"info"_s, &Colours::infoText};
        case Banner::Tone::Success:
            return {"banner-good", u"check"_s, &Colours::goodText};
        case Banner::Tone::Warning:
            return {"banner-warning", u"warning"_s, &Colours::warningText};
        case Banner::Tone::Problem:
            return {"banner-problem", u"warning"_s, &Colours::problemText};
    }
    return {"banner-info", u"info"_s, &Colours::infoText};
}

}  // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setObjectName(u"banner"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(u"bannerText"_s);
    setRole(m_close, "quiet");
    m_close->setIcon(Theme::instance().icon(u"close"_s));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    m_action->setObjectName(u"bannerAction"_s);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionRequested);
    hide();
}

void Banner::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    qCWarning(logErrors, "%s: %s", toKey(error.code), error.detail.c_str());
    const UserMessage message = messageFor(error);
    QString body = message.text;
    if (!message.nextStep.isEmpty())
        body += u' ' + message.nextStep;
    show(error.code == ErrorCode::InvalidInput ? Tone::Warning : Tone::Problem, message.title,
         body);
}

void Banner::show(Tone tone, const QString& title, const QString& text)
{
    showWithAction(tone, title, text, {});
}

void Banner::showWithAction(Tone tone, const QString& title, const QString& text,
                            const QString& action)
{
    if (tone == Tone::Success && action.isEmpty() && !m_isLasting) {
        hide();
        return Toast::tell(*this, title, text);
    }
    const ToneLook look = lookOf(tone);
    setRole(this, look.role);
    // Their colour comes from this widget's role, which the style looks up only once.
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    m_icon->setPixmap(Theme::instance().icon(look.icon, look.colour).pixmap(20, 20));
    const QString separator = title.isEmpty() || text.isEmpty() ? QString() : u" "_s;
    setMarkup(*m_text, Markup(u"<b>%1</b>%2%3"_s, {title, separator, text}));
    const QString spoken = title + separator + text;
    setAccessibleName(spoken);
    m_text->setAccessibleName(spoken);
    m_action->setText(buttonWords(action));
    m_action->setVisible(!action.isEmpty());
    QFrame::show();
    // A screen reader says it without the focus being moved there.
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

/// An earlier success does not stand beside what is said next.
void Banner::setVisible(bool visible)
{
    QFrame::setVisible(visible);
    Toast::takeBack(*this);
}

void Banner::setLasting()
{
    m_isLasting = true;
    m_close->hide();
}

}  // namespace homeward::ui
