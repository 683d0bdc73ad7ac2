#include "ui/insight/figure_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace homeward::ui {

FigureCard::FigureCard(const QString& what, QWidget* parent)
    : Card({}, parent), m_what(what), m_figure(new QLabel(this)), m_outOf(new QLabel(this))
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    setRole(m_figure, "number");
    m_figure->setMinimumWidth(64);
    m_figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_figure);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* whatLabel = new QLabel(what, this);
    whatLabel->setWordWrap(true);
    words->addWidget(whatLabel);
    setRole(m_outOf, "muted");
    m_outOf->setWordWrap(true);
    words->addWidget(m_outOf);
    row->addLayout(words, 1);
    body()->addLayout(row);
}

void FigureCard::setFigure(const QString& figure, const QString& outOf)
{
    m_figure->setText(figure);
    m_outOf->setText(outOf);
    m_outOf->setVisible(!outOf.isEmpty());
    setAccessibleName(tr("%1: %2 %3").arg(m_what, figure, outOf));
}

}  // namespace homeward::ui
