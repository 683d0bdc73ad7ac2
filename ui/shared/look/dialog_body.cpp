#include "ui/shared/look/dialog_body.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace homeward::ui {
namespace {

/// Title bar, margins and buttons of the dialog, in lines of its letters.
constexpr int kOtherLines = 10;

}  // namespace

void growDialog(QWidget& inside)
{
    auto* dialog = qobject_cast<QDialog*>(inside.window());
    if (!dialog || !dialog->layout() || !dialog->isVisible())
        return;
    // A body that scrolls tells the dialog of what it holds only once events are handled.
    for (DialogBody* body : dialog->findChildren<DialogBody*>())
        body->updateGeometry();
    dialog->layout()->activate();
    const int width = dialog->width();
    const int wanted = dialog->layout()->hasHeightForWidth()
                           ? dialog->layout()->totalHeightForWidth(width)
                           : dialog->layout()->totalSizeHint().height();
    // Wrapped labels do not count in the least height that a layout asks for.
    dialog->setMinimumHeight(std::min(wanted, dialog->screen()->availableSize().height()));
}

DialogBody::DialogBody(QDialog* dialog, int spacing)
    : QScrollArea(dialog), m_column(new QVBoxLayout(new QWidget))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setWidget(m_column->parentWidget());
    viewport()->setAutoFillBackground(false);
    widget()->setAutoFillBackground(false);

    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(spacing);
    layout->addWidget(this);
}

int DialogBody::roomOnScreen() const
{
    return screen()->availableGeometry().height() - kOtherLines * fontMetrics().lineSpacing();
}

int DialogBody::wholeHeight(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                         : m_column->totalSizeHint().height();
}

QSize DialogBody::withBar(const QSize& size) const
{
    const bool scrolls = wholeHeight(size.width()) > roomOnScreen();
    return {size.width() + (scrolls ? verticalScrollBar()->sizeHint().width() : 0),
            std::min(size.height(), roomOnScreen())};
}

QSize DialogBody::sizeHint() const
{
    const int width = m_column->totalSizeHint().width();
    return withBar({width, wholeHeight(width)});
}

QSize DialogBody::minimumSizeHint() const
{
    return withBar(m_column->totalMinimumSize());
}

int DialogBody::heightForWidth(int width) const
{
    return std::min(wholeHeight(width), roomOnScreen());
}

/// Only now its fields have the sizes that the style gives them.
void DialogBody::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    growDialog(*this);
}

bool DialogBody::eventFilter(QObject* object, QEvent* event)
{
    // What it shows became larger or smaller: the dialog has to know.
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(object, event);
}

}  // namespace homeward::ui
