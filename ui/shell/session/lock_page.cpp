#include "ui/shell/session/lock_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shell/start/passphrase_edit.h"

namespace homeward::ui {

LockPage::LockPage(const QString& personName, QWidget* parent)
    : StartPage(tr("Locked"), tr("Only %1 can go on from here.").arg(personName), 440, parent),
      m_personName(personName),
      m_kept(new QLabel),
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

    m_kept->setObjectName(QStringLiteral("keptLabel"));
    m_kept->setWordWrap(true);
    sayKept(true);
    body()->addWidget(m_kept);

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

void LockPage::sayKept(bool kept, bool formWaits)
{
    setRole(m_kept, kept ? "muted" : "field-problem");
    if (!kept)
        m_kept->setText(
            tr("What you were writing could not be saved yet. It is still here, "
               "behind the lock. Unlock before you close Homeward."));
    else if (formWaits)
        m_kept->setText(
            tr("The form you were filling in waits behind the lock, with all that you "
               "typed. It is not saved yet: unlock before you close Homeward."));
    else
        m_kept->setText(tr("What you were writing is kept as a draft."));
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
    if (error.code == ErrorCode::WrongPassphrase)
        banner()->show(Banner::Tone::Problem, sentence("error.WrongPassphrase.title"),
                       tr("This is not the passphrase of %1. Type it again and mind Caps Lock.")
                           .arg(m_personName));
    else
        banner()->showError(error);
    m_passphrase->clear();
    m_passphrase->setFocus();
}

}  // namespace homeward::ui
