#include "ui/shell/start/demonstration_page.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/look/card.h"

namespace homeward::ui {

DemonstrationPage::DemonstrationPage(QWidget* parent)
    : StartPage(tr("Making the demonstration"),
                tr("Inventing children, households, placements and five years of reviews. None of "
                   "them is a "
                   "real person."),
                480, parent),
      m_bar(new QProgressBar)
{
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the demonstration"));
    auto* stop = makeBack(tr("Cancel"));
    stop->setObjectName(QStringLiteral("cancelDemonstrationButton"));
    body()->addWidget(m_bar);
    body()->addWidget(stop, 0, Qt::AlignLeft);
    setFirstFocus(stop);
    connect(this, &StartPage::backRequested, this, &DemonstrationPage::cancelRequested);
}

void DemonstrationPage::setProgress(int done, int total)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
}

}  // namespace homeward::ui
