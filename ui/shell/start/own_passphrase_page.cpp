#include "ui/shell/start/own_passphrase_page.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/fields/passphrase_fields.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

OwnPassphrasePage::OwnPassphrasePage(const app::Session& session, QWidget* parent)
    : StartPage(tr("Choose your own passphrase"),
                tr("An administrator set the one that you signed in with, so somebody else knows "
                   "it. From now on only you will."),
                440, parent),
      m_fields(new PassphraseFields),
      m_choose(new QPushButton(tr("Use this passphrase"))),
      m_working(new QProgressBar)
{
    const Account& account = session.account();
    m_fields->setOwner({account.name, account.personName, session.authority().name});
    setRole(m_choose, "primary");
    m_choose->setObjectName(u"usePassphraseButton"_s);
    m_working->setRange(0, 0);
    m_working->setAccessibleName(tr("Changing your passphrase"));
    m_working->hide();
    auto* card = new Card(text(account.personName));
    card->body()->setSpacing(14);
    card->body()->addWidget(m_fields);
    card->body()->addWidget(m_working);
    card->body()->addWidget(m_choose);
    body()->addWidget(card);
    offerBack(tr("Back to signing in"));
    setFirstFocus(m_fields->firstEdit());
    connect(m_fields, &PassphraseFields::submitted, this, &OwnPassphrasePage::submit);
    connect(m_choose, &QPushButton::clicked, this, &OwnPassphrasePage::submit);
}

void OwnPassphrasePage::submit()
{
    banner()->hide();
    if (m_fields->isGood())
        emit chosen();
    else
        m_fields->showProblem();
}

void OwnPassphrasePage::setBusy(bool busy)
{
    m_fields->setEnabled(!busy);
    m_choose->setEnabled(!busy);
    m_working->setVisible(busy);
}

void OwnPassphrasePage::showError(const Error& error)
{
    if (error.code == ErrorCode::InvalidInput)
        m_fields->showProblem(ruleText(error));
    else
        banner()->showError(error);
}

Secret OwnPassphrasePage::passphrase() const
{
    return m_fields->passphrase();
}

}  // namespace homeward::ui
