#include "ui/shell/start/welcome_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

WelcomePage::WelcomePage(const QString& openAuthority, QWidget* parent)
    : StartPage(
          tr("Welcome to Homeward"),
          tr("Needs, homes and what changes: one place to understand what a child needs, find the "
             "home that fits, and see whether it helps."),
          960, parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(makeChoice(u"star"_s, tr("Look at the demonstration"),
                              tr("An invented authority with 600 children and 300 households, made "
                                 "on this computer in a few "
                                 "seconds. No real person is in it."),
                              tr("Open the demonstration"), u"demonstrationButton"_s,
                              openAuthority.isEmpty(), &WelcomePage::demonstrationRequested));
    row->addWidget(makeChoice(u"drop-file"_s, tr("Open an authority"),
                              tr("Your service already uses Homeward: choose the folder that holds "
                                 "the authority, then sign in "
                                 "with your own account."),
                              tr("Choose a folder…"), u"openButton"_s, !openAuthority.isEmpty(),
                              &WelcomePage::openRequested));
    row->addWidget(makeChoice(u"plus"_s, tr("Create an authority"),
                              tr("Start a new, encrypted authority. You become its first "
                                 "administrator and can then import a "
                                 "statutory return."),
                              tr("Create…"), u"createButton"_s, false,
                              &WelcomePage::createRequested));
    body()->addLayout(row);
    auto* restore = new QPushButton(tr("Restore a backup…"));
    restore->setObjectName(u"restoreButton"_s);
    setRole(restore, "quiet");
    body()->addWidget(restore, 0, Qt::AlignLeft);
    connect(restore, &QPushButton::clicked, this, &WelcomePage::restoreRequested);
    m_open = findChild<QPushButton*>(u"openButton"_s);
    setFirstFocus(openAuthority.isEmpty() ? findChild<QPushButton*>(u"demonstrationButton"_s)
                                          : m_open);
    if (!openAuthority.isEmpty())
        offerBack(tr("Back to %1").arg(openAuthority));
}

void WelcomePage::focusOpen()
{
    setFirstFocus(m_open);
    m_open->setFocus();
}

QWidget* WelcomePage::makeChoice(const QString& icon, const QString& title, const QString& text,
                                 const QString& action, const QString& name, bool primary,
                                 void (WelcomePage::*wanted)())
{
    auto* card = new Card;
    auto* picture = new QLabel;
    picture->setPixmap(Theme::instance().icon(icon, &Colours::accent).pixmap(28, 28));
    auto* heading = new QLabel(title);
    setRole(heading, "heading");
    auto* words = new QLabel(text);
    words->setWordWrap(true);
    setRole(words, "muted");
    auto* button = new QPushButton(action);
    button->setObjectName(name);
    if (primary)
        setRole(button, "primary");
    connect(button, &QPushButton::clicked, this, wanted);
    card->body()->addWidget(picture);
    card->body()->addWidget(heading);
    card->body()->addWidget(words);
    card->body()->addStretch(1);
    card->body()->addSpacing(8);
    card->body()->addWidget(button);
    return card;
}

}  // namespace homeward::ui
