#include "ui/shared/look/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/shared/look/theme.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_subtitle(new QLabel(this)),
      m_tools(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    setRole(m_title, "heading");
    setRole(m_subtitle, "muted");
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);

    auto* heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(m_title, 1);
    m_tools->setSpacing(8);
    heading->addLayout(m_tools);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(4);
    column->addLayout(heading);
    column->addWidget(m_subtitle);
    m_body->setContentsMargins(0, 4, 0, 0);
    m_body->setSpacing(8);
    column->addLayout(m_body, 1);

    setTitle(title);
    setSubtitle({});
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setSubtitle(const QString& text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

namespace {

constexpr int kWordsToActions = 16;

}  // namespace

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_facts(new QLabel(this)),
      m_actions(new QHBoxLayout),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setRole(m_title, "title");
    setRole(m_facts, "muted");
    m_facts->setWordWrap(true);
    m_facts->hide();

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    m_actions->setSpacing(12);

    m_row->setContentsMargins(0, 0, 0, 8);
    m_row->setSpacing(kWordsToActions);
    m_row->addLayout(words, 1);
    m_row->addLayout(m_actions);
    m_row->setAlignment(m_actions, Qt::AlignTop);
}

/// The buttons stand below the words where both have no room side by side.
void PageHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool beside =
        width() >= m_title->sizeHint().width() + kWordsToActions + m_actions->minimumSize().width();
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_row->setAlignment(m_actions, beside ? Qt::AlignTop : Qt::AlignLeft);
}

QSize PageHeader::minimumSizeHint() const
{
    return {std::max(m_title->minimumSizeHint().width(), m_actions->minimumSize().width()),
            QWidget::minimumSizeHint().height()};
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setFacts(const QString& facts)
{
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void setRole(QWidget* widget, const char* role)
{
    widget->setProperty("role", QString::fromLatin1(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& text,
                       const QString& action, QWidget* parent)
    : QWidget(parent)
{
    auto* picture = new QLabel(this);
    picture->setPixmap(Theme::instance().icon(icon, &Colours::mutedText).pixmap(40, 40));
    picture->setAlignment(Qt::AlignCenter);
    connect(&Theme::instance(), &Theme::changed, picture, [picture, icon] {
        picture->setPixmap(Theme::instance().icon(icon, &Colours::mutedText).pixmap(40, 40));
    });
    auto* heading = new QLabel(title, this);
    heading->setAlignment(Qt::AlignCenter);
    setRole(heading, "heading");
    auto* words = new QLabel(text, this);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    setRole(words, "muted");
    setAccessibleName(title);
    setAccessibleDescription(text);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(picture);
    column->addWidget(heading);
    column->addWidget(words);
    if (!action.isEmpty()) {
        auto* button = new QPushButton(buttonWords(action), this);
        setRole(button, "primary");
        column->addSpacing(8);
        column->addWidget(button, 0, Qt::AlignCenter);
        connect(button, &QPushButton::clicked, this, &EmptyState::actionRequested);
    }
    column->addStretch(2);
}

}  // namespace homeward::ui
