#include "ui/shared/look/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kShownMs = 5000;
constexpr int kMsPerLetter = 50;  ///< to read it
constexpr int kAboveFoot = 56;
constexpr int kWidest = 560;

}  // namespace

Toast::Toast(QWidget* window) : QFrame(window), m_text(new QLabel(this))
{
    setObjectName(u"doneToast"_s);
    m_text->setWordWrap(true);
    m_text->setObjectName(u"toastText"_s);
    auto* icon = new QLabel(this);
    icon->setPixmap(Theme::instance().icon(u"check"_s, &Colours::goodText).pixmap(20, 20));
    auto* close = new QPushButton(this);
    setRole(close, "quiet");
    close->setIcon(Theme::instance().icon(u"close"_s));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(close->accessibleName());
    close->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    m_gone.setSingleShot(true);
    connect(&m_gone, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    window->installEventFilter(this);
    hide();
}

void Toast::tell(const QWidget& from, const QString& title, const QString& text)
{
    QWidget* window = from.window();
    Toast* toast = in(*window);
    if (!toast)
        toast = new Toast(window);
    toast->m_from = &from;
    toast->say(title, text);
}

void Toast::takeBack(const QWidget& from)
{
    Toast* const toast = in(*from.window());
    if (toast && toast->m_from == &from)
        toast->hide();
}

Toast* Toast::in(const QWidget& window)
{
    return window.findChild<Toast*>(u"doneToast"_s, Qt::FindDirectChildrenOnly);
}

void Toast::say(const QString& title, const QString& text)
{
    const QString separator = title.isEmpty() || text.isEmpty() ? QString() : u" "_s;
    setMarkup(*m_text, Markup(u"<b>%1</b>%2%3"_s, {title, separator, text}));
    const QString spoken = title + separator + text;
    setAccessibleName(spoken);
    m_text->setAccessibleName(spoken);
    place();
    show();
    raise();
    m_gone.start(kShownMs + kMsPerLetter * static_cast<int>(spoken.size()));
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void Toast::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(kWidest, room.width() - 32);
    setFixedWidth(width);
    const int height =
        layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setGeometry((room.width() - width) / 2, room.height() - kAboveFoot - height, width, height);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    m_gone.stop();
}

void Toast::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    m_gone.start(kShownMs);
}

}  // namespace homeward::ui
