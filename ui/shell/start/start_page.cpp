#include "ui/shell/start/start_page.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"

namespace homeward::ui {

StartPage::StartPage(const QString& title, const QString& text, int width, QWidget* parent)
    : QWidget(parent), m_banner(new Banner), m_body(new QVBoxLayout)
{
    setObjectName(QStringLiteral("startPage"));
    auto* mark = new QLabel;
    mark->setPixmap(QIcon(QStringLiteral(":/icons/homeward.svg")).pixmap(56, 56));
    auto* heading = new QLabel(title);
    heading->setWordWrap(true);
    setRole(heading, "title");
    auto* words = new QLabel(text);
    words->setWordWrap(true);
    setRole(words, "muted");
    words->setVisible(!text.isEmpty());

    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(mark);
    column->addSpacing(8);
    column->addWidget(heading);
    column->addWidget(words);
    column->addSpacing(8);
    column->addWidget(m_banner);
    m_body->setSpacing(16);
    column->addLayout(m_body);

    auto* frame = new QWidget;
    frame->setLayout(column);
    frame->setMaximumWidth(width);
    frame->setMinimumWidth(std::min(width, 320));
    column->setContentsMargins(0, 0, 0, 0);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 32, 24, 32);
    outer->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(frame, 100);
    row->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(2);
}

QPushButton* StartPage::makeBack(const QString& words)
{
    m_back = new QPushButton(words);
    m_back->setObjectName(QStringLiteral("backButton"));
    connect(m_back, &QPushButton::clicked, this, &StartPage::backRequested);
    return m_back;
}

void StartPage::offerBack(const QString& words)
{
    m_body->addWidget(makeBack(words), 0, Qt::AlignLeft);
}

void StartPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_pressed && m_pressed->isVisible() && m_pressed->isEnabled())
        return m_pressed->click();
    QWidget::keyPressEvent(event);
}

void StartPage::goBack()
{
    if (m_back && m_back->isEnabled())
        m_back->click();
}

}  // namespace homeward::ui
