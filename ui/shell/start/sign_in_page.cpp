#include "ui/shell/start/sign_in_page.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

#include "app/authority/demonstration.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"
#include "ui/shell/start/passphrase_edit.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

SignInPage::SignInPage(const app::AuthorityInfo& authority, const QString& account, QWidget* parent)
    : StartPage(text(authority.name),
                QDir::toNativeSeparators(QString::fromStdString(authority.folder.string())), 440,
                parent),
      m_account(new QComboBox),
      m_passphrase(new PassphraseEdit),
      m_signIn(new QPushButton(tr("Sign in"))),
      m_working(new QProgressBar)
{
    if (const auto why = readOnlyError(authority.place))
        body()->addWidget(makeReadOnlyNote(*why));
    body()->addWidget(makeForm(authority, account));
    if (authority.demonstration)
        body()->addWidget(makeDemonstrationHint());
    auto* other = new QPushButton(tr("Another authority…"));
    other->setObjectName(u"otherAuthorityButton"_s);
    setRole(other, "quiet");
    body()->addWidget(other, 0, Qt::AlignLeft);
    connect(other, &QPushButton::clicked, this, &SignInPage::otherAuthorityRequested);
}

Card* SignInPage::makeForm(const app::AuthorityInfo& authority, const QString& account)
{
    m_account->setEditable(true);
    m_account->setInsertPolicy(QComboBox::NoInsert);
    for (const std::string& name : authority.accountNames)
        m_account->addItem(text(name));
    if (!account.isEmpty())
        m_account->setCurrentText(account);
    else if (authority.accountNames.size() != 1)
        m_account->setCurrentText({});
    m_account->setObjectName(u"accountCombo"_s);
    m_account->lineEdit()->setAccessibleName(tr("Account"));
    setRole(m_signIn, "primary");
    m_signIn->setObjectName(u"signInButton"_s);
    m_working->setRange(0, 0);
    m_working->setAccessibleName(tr("Signing in"));
    m_working->hide();

    auto* card = new Card;
    card->body()->setSpacing(14);
    card->body()->addWidget(new FormField(tr("Account"), m_account));
    card->body()->addWidget(new FormField(tr("Passphrase"), m_passphrase));
    card->body()->addWidget(m_working);
    card->body()->addWidget(m_signIn);
    connect(m_passphrase, &PassphraseEdit::submitted, this, &SignInPage::submit);
    connect(m_account->lineEdit(), &QLineEdit::returnPressed, m_passphrase,
            qOverload<>(&QWidget::setFocus));
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    QWidget* const first = account.isEmpty() && m_account->currentText().isEmpty()
                               ? static_cast<QWidget*>(m_account)
                               : m_passphrase;
    setFirstFocus(first);
    return card;
}

QWidget* SignInPage::makeReadOnlyNote(const Error& why)
{
    auto* card = new Card(tr("You can read it here, not change it"));
    card->setObjectName(u"readOnlyNote"_s);
    const UserMessage message = messageFor(why);
    auto* words = new QLabel(message.text + u' ' + message.nextStep);
    words->setWordWrap(true);
    setRole(words, "muted");
    card->body()->addWidget(words);
    return card;
}

QWidget* SignInPage::makeDemonstrationHint()
{
    auto* card = new Card(tr("This is the demonstration"));
    auto* words = new QLabel(tr("Everything in it is invented. Account: %1, passphrase: %2.")
                                 .arg(QLatin1String(app::kDemonstrationAccount),
                                      QLatin1String(app::kDemonstrationPassphrase)));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(words, "muted");
    m_useDemonstration = new QPushButton(tr("Sign in to the demonstration"));
    m_useDemonstration->setObjectName(u"useDemonstrationButton"_s);
    card->body()->addWidget(words);
    card->body()->addWidget(m_useDemonstration, 0, Qt::AlignLeft);
    connect(m_useDemonstration, &QPushButton::clicked, this, [this] {
        m_account->setCurrentText(QLatin1String(app::kDemonstrationAccount));
        m_passphrase->setText(QLatin1String(app::kDemonstrationPassphrase));
        submit();
    });
    return card;
}

void SignInPage::submit()
{
    banner()->hide();
    if (account().isEmpty())
        return m_account->setFocus();
    if (m_passphrase->isEmpty())
        return m_passphrase->setFocus();
    emit signInRequested();
}

void SignInPage::setBusy(bool busy)
{
    m_account->setEnabled(!busy);
    m_passphrase->setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    if (m_useDemonstration)
        m_useDemonstration->setEnabled(!busy);
    m_working->setVisible(busy);
}

void SignInPage::showError(const Error& error)
{
    banner()->showError(error);
    if (error.code == ErrorCode::WrongPassphrase) {
        m_passphrase->clear();
        m_passphrase->setFocus();
    }
}

QString SignInPage::account() const
{
    return m_account->currentText().trimmed();
}

}  // namespace homeward::ui
