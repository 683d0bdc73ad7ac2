#include "ui/shell/lock_page.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/form_field.h"
#include "ui/shell/start/passphrase_edit.h"

namespace homeward::ui {

LockPage::LockPage(const QString& personName, QWidget* parent)
    : StartPage(tr("Locked"),
                tr("What you were writing is kept as a draft. Only %1 can go on from here.")
                    .arg(personName),
                440, parent),
      m_passphrase(new PassphraseEdit),
      m_unlock(new QPushButton(tr("Unlock"))),
      m_working(new QProgressBar)
{
    setObjectName(QStringLiteral("lockPage"));
    setAttribute(Qt::WA_StyledBackground);
    setRole(m_unlock, "primary");
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    m_working->setRange(0, 0);
    m_working->setAccessibleName(tr("The passphrase is being checked"));
    m_working->hide();
    auto* signOut = new QPushButton(tr("Sign out"));
    setRole(signOut, "quiet");

    auto* card = new Card;
    card->body()->setSpacing(14);
    card->body()->addWidget(new FormField(tr("Passphrase"), m_passphrase));
    card->body()->addWidget(m_working);
    card->body()->addWidget(m_unlock);
    body()->addWidget(card);
    body()->addWidget(signOut, 0, Qt::AlignLeft);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlockRequested);
    connect(m_passphrase, &PassphraseEdit::submitted, this, &LockPage::unlockRequested);
    connect(signOut, &QPushButton::clicked, this, &LockPage::signOutRequested);
}

void LockPage::setBusy(bool busy)
{
    m_passphrase->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
    m_working->setVisible(busy);
}

void LockPage::showError(const Error& error)
{
    setBusy(false);
    banner()->showError(error);
    m_passphrase->clear();
    m_passphrase->setFocus();
}

}  // namespace homeward::ui
