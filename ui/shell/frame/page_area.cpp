#include "ui/shell/frame/page_area.h"

#include <QApplication>
#include <QScreen>
#include <QScrollBar>
#include <QStackedWidget>

namespace homeward::ui {
namespace {

constexpr int kAround = 24;    ///< pixels in sight beside what has the keyboard
constexpr int kTitleBar = 32;  ///< what the desktop draws above a window, about

}  // namespace

PageArea::PageArea(QStackedWidget* pages, QWidget* parent) : QScrollArea(parent), m_pages(pages)
{
    setObjectName(QStringLiteral("pageArea"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(pages);
    // Tab scrolls by itself; arrows and pages that move the keyboard do not.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        // A list is large: wherever its page stands, some of it is in sight.
        if (now && m_pages->isAncestorOf(now) && now->height() < viewport()->height() / 3)
            ensureWidgetVisible(now, 0, kAround);
    });
    connect(pages, &QStackedWidget::currentChanged, this, [this] {
        countCurrentOnly();
        verticalScrollBar()->setValue(0);
    });
}

/// As large as the area, and no smaller than the page can be. Not as large as it would like to be,
/// which is what a resizable scroll area gives to a page whose words wrap.
void PageArea::fit()
{
    m_pages->resize(m_pages->minimumSizeHint().expandedTo(viewport()->size()));
}

void PageArea::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool PageArea::eventFilter(QObject* object, QEvent* event)
{
    const bool filtered = QScrollArea::eventFilter(object, event);
    if (object == m_pages && event->type() == QEvent::LayoutRequest)
        fit();
    return filtered;
}

/// A page that was open before must not make this one scroll.
void PageArea::countCurrentOnly()
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto policy =
            i == m_pages->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(i)->setSizePolicy(policy, policy);
    }
    fit();
}

void fitToScreen(QWidget& window, QSize liked, QSize least)
{
    const QSize room = window.screen()->availableSize() - QSize(0, kTitleBar);
    window.setMinimumSize(least.boundedTo(room));
    window.resize(liked.boundedTo(room));
}

}  // namespace homeward::ui
