#include "ui/shell/start/start_window.h"

#include <QCloseEvent>
#include <QIcon>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/shell/keys/focus_keeper.h"
#include "ui/shell/start/start_page.h"

namespace homeward::ui {

StartWindow::StartWindow(QWidget* parent) : QWidget(parent), m_area(new QScrollArea)
{
    setObjectName(QStringLiteral("startWindow"));
    setWindowTitle(tr("Homeward"));
    setMinimumSize(480, 400);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
    for (const QKeySequence& keys :
         {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::ALT | Qt::Key_Left)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this] {
            if (StartPage* const shown = page())
                shown->goBack();
        });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this), &QShortcut::activated, this,
            &QWidget::close);
    m_focusKeeper = new FocusKeeper(this, [this]() -> QWidget* { return page(); });
}

StartWindow::~StartWindow()
{
    delete m_focusKeeper;  // it asks for the page, which goes now
}

void StartWindow::showPage(StartPage* page)
{
    if (QWidget* const before = m_area->takeWidget())
        before->deleteLater();
    m_area->setWidget(page);
    page->show();
    QWidget* const first = page->firstFocus();
    (first ? first : page)->setFocus();
}

StartPage* StartWindow::page() const
{
    return qobject_cast<StartPage*>(m_area->widget());
}

void StartWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit closed();
}

}  // namespace homeward::ui
