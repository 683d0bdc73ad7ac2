#include "ui/shell/start/start_window.h"

#include <QCloseEvent>
#include <QIcon>
#include <QScrollArea>
#include <QVBoxLayout>

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
}

void StartWindow::showPage(StartPage* page)
{
    if (QWidget* const before = m_area->takeWidget())
        before->deleteLater();
    m_area->setWidget(page);
    page->show();
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
