#include "ui/admin/accounts/account_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/fields/passphrase_fields.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

QString roleText(Role role)
{
    switch (role) {
        case Role::SocialWorker:
            return AccountForm::tr("Keeps children's records and assesses needs.");
        case Role::PlacementOfficer:
            return AccountForm::tr("Finds homes, decides on placements, keeps carers' records.");
        case Role::FosteringWorker:
            return AccountForm::tr("Keeps carers' records and skills.");
        case Role::Manager:
            return AccountForm::tr(
                "Everything with children, carers and placements, and checks the "
                "audit trail.");
        case Role::Administrator:
            return AccountForm::tr("Everything, and accounts, frameworks and returns.");
    }
    return {};
}

AccountForm::AccountForm(QWidget* parent)
    : Card(QStringLiteral(" "), parent),
      m_name(new QLineEdit(this)),
      m_person(new QLineEdit(this)),
      m_role(new QComboBox(this)),
      m_roleText(new QLabel(this)),
      m_passphrase(new PassphraseFields(this)),
      m_save(new QPushButton(this)),
      m_reset(new QPushButton(tr("Set a new passphrase…"), this)),
      m_setPassphrase(new QPushButton(tr("Set this passphrase"), this)),
      m_cancelReset(new QPushButton(tr("Cancel"), this)),
      m_remove(new QPushButton(tr("Remove account…"), this))
{
    m_name->setObjectName(QStringLiteral("accountNameEdit"));
    m_person->setObjectName(QStringLiteral("personNameEdit"));
    m_role->setObjectName(QStringLiteral("roleCombo"));
    m_save->setObjectName(QStringLiteral("saveAccountButton"));
    m_reset->setObjectName(QStringLiteral("resetPassphraseButton"));
    m_setPassphrase->setObjectName(QStringLiteral("setPassphraseButton"));
    m_cancelReset->setObjectName(QStringLiteral("cancelResetButton"));
    m_remove->setObjectName(QStringLiteral("removeAccountButton"));
    m_personField = new FormField(tr("Person's name"), m_person, {}, this);
    m_nameField =
        new FormField(tr("Account name"), m_name, tr("For signing in, for example a.okafor"), this);
    m_roleField = new FormField(tr("Role"), m_role, {}, this);
    for (const auto& [role, key] : EnumKeys<Role>::table)
        m_role->addItem(label(role), static_cast<int>(role));
    m_roleText->setWordWrap(true);
    setRole(m_roleText, "muted");
    setRole(m_save, "primary");
    setRole(m_remove, "danger");
    setRole(m_setPassphrase, "primary");
    addWidgets();
    orderForTab();
    connectFields();
    showNew();
}

void AccountForm::addWidgets()
{
    const auto add = [this](std::initializer_list<QWidget*> widgets) {
        for (QWidget* widget : widgets)
            body()->addWidget(widget);
    };
    add({m_personField, m_nameField, m_roleField, m_roleText, m_passphrase, m_setPassphrase,
         m_cancelReset, m_save, m_reset, m_remove});
    body()->addStretch(1);
}

void AccountForm::orderForTab()
{
    setTabOrder(m_person, m_name);
    setTabOrder(m_name, m_role);
    QWidget* before = m_role;
    QList<QWidget*> rest;
    for (QLineEdit* edit : m_passphrase->findChildren<QLineEdit*>())
        rest << edit;
    for (QCheckBox* box : m_passphrase->findChildren<QCheckBox*>())
        rest << box;
    rest << m_setPassphrase << m_cancelReset << m_save << m_reset << m_remove;
    for (QWidget* widget : rest) {
        setTabOrder(before, widget);
        before = widget;
    }
}

void AccountForm::connectFields()
{
    connect(m_role, &QComboBox::currentIndexChanged, this,
            [this] { m_roleText->setText(roleText(fromFields().role)); });
    connect(m_save, &QPushButton::clicked, this, &AccountForm::submit);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        emit edited();
        offerReset(true);
    });
    connect(m_setPassphrase, &QPushButton::clicked, this, &AccountForm::submitReset);
    connect(m_cancelReset, &QPushButton::clicked, this, [this] {
        closeReset();
        m_reset->setFocus();
    });
    connect(m_passphrase, &PassphraseFields::submitted, this, &AccountForm::submitPassphrase);
    connect(m_remove, &QPushButton::clicked, this, &AccountForm::removeRequested);
    for (const QLineEdit* name : {m_name, m_person})
        connect(name, &QLineEdit::textChanged, this, [this] {
            m_passphrase->setOwner({utf8(m_name->text()), utf8(m_person->text()), {}});
        });
    connect(m_passphrase, &PassphraseFields::edited, this, &AccountForm::edited);
    connect(m_name, &QLineEdit::textEdited, m_nameField, [this] { m_nameField->setProblem({}); });
    connect(m_person, &QLineEdit::textEdited, m_personField,
            [this] { m_personField->setProblem({}); });
    connect(m_role, &QComboBox::activated, m_roleField, [this] { m_roleField->setProblem({}); });
    connect(m_name, &QLineEdit::textEdited, this, &AccountForm::edited);
    connect(m_person, &QLineEdit::textEdited, this, &AccountForm::edited);
    connect(m_role, &QComboBox::activated, this, &AccountForm::edited);
}

void AccountForm::showNew()
{
    m_account = {};
    setTitle(tr("New account"));
    m_name->clear();
    m_person->clear();
    m_name->setReadOnly(false);
    m_role->setCurrentIndex(0);
    m_roleText->setText(roleText(Role::SocialWorker));
    m_save->setText(tr("Add account"));
    m_passphrase->clear();
    m_passphrase->show();
    for (QWidget* widget : {m_reset, m_setPassphrase, m_cancelReset, m_remove})
        widget->hide();
    m_person->setEnabled(true);
    m_role->setEnabled(true);
    m_save->show();
    clearProblems();
}

void AccountForm::showAccount(const Account& account, bool own)
{
    m_account = account;
    setTitle(text(account.personName));
    m_name->setText(text(account.name));
    m_name->setReadOnly(true);
    m_person->setText(text(account.personName));
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(account.role)));
    m_roleText->setText(account.active
                            ? roleText(account.role)
                            : tr("This account was removed. It stays in the list because the audit "
                                 "trail names it."));
    m_save->setText(tr("Save changes"));
    m_person->setEnabled(account.active);
    m_role->setEnabled(account.active);
    clearProblems();
    offerReset(false);
    m_save->setVisible(account.active);
    m_remove->setVisible(account.active && !own);
    m_reset->setVisible(account.active && !own);
}

/// While a passphrase is typed nothing else of the account can be saved or removed.
void AccountForm::offerReset(bool offer)
{
    m_passphrase->clear();
    m_passphrase->setVisible(offer);
    m_setPassphrase->setVisible(offer);
    m_cancelReset->setVisible(offer);
    if (offer)
        m_passphrase->begin();
    for (QWidget* widget : {m_reset, m_save, m_remove})
        widget->setVisible(!offer);
}

void AccountForm::closeReset()
{
    if (isResetting())
        offerReset(false);
}

bool AccountForm::isResetting() const
{
    return !m_cancelReset->isHidden();
}

bool AccountForm::keepTyped(const Account& account)
{
    const Account typed = fromFields();
    const bool differs = typed.personName != account.personName || typed.role != account.role;
    const bool byHand = typed.personName != m_account.personName || typed.role != m_account.role;
    if (account.id != m_account.id || !account.active || !(isResetting() || (differs && byHand)))
        return false;
    m_account.rowVersion = account.rowVersion;
    return true;
}

Account AccountForm::fromFields() const
{
    Account account = m_account;
    account.name = utf8(m_name->text().trimmed());
    account.personName = utf8(m_person->text().trimmed());
    account.role = static_cast<Role>(m_role->currentData().toInt());
    return account;
}

void AccountForm::submit()
{
    clearProblems();
    if (!m_account.id.isEmpty()) {
        emit changeRequested(fromFields());
        return;
    }
    bool isGood = m_passphrase->isGood();
    if (!isGood)
        m_passphrase->showProblem();
    // The first in the form last: it gets the keyboard.
    for (const auto& [edit, field] : {std::pair(m_name, "name"), std::pair(m_person, "personName")})
        if (edit->text().trimmed().isEmpty()) {
            isGood = false;
            showProblem(invalidInput(field, "required"));
        }
    if (isGood)
        emit addRequested(fromFields());
}

void AccountForm::clearProblems()
{
    for (FormField* field : {m_nameField, m_personField, m_roleField})
        field->setProblem({});
}

void AccountForm::submitReset()
{
    if (m_passphrase->isGood())
        emit resetRequested();
    else
        m_passphrase->showProblem();
}

void AccountForm::submitPassphrase()
{
    QPushButton* const proceed = isResetting() ? m_setPassphrase : m_save;
    proceed->click();
}

bool AccountForm::showProblem(const Error& error)
{
    const auto field = error.facts.find("field");
    if (error.code != ErrorCode::InvalidInput || field == error.facts.end())
        return false;
    const QString words = ruleText(error);
    if (field->second == "passphrase") {
        m_passphrase->showProblem(words);
        return true;
    }
    FormField* shown = field->second == "name" || field->second == "accountName" ? m_nameField
                       : field->second == "personName"                           ? m_personField
                       : field->second == "role"                                 ? m_roleField
                                                                                 : nullptr;
    if (!shown)
        return false;
    shown->setProblem(words);
    shown->editor()->setFocus();
    return true;
}

void AccountForm::setBusy(bool busy)
{
    for (QPushButton* button : {m_save, m_reset, m_setPassphrase, m_cancelReset, m_remove})
        button->setEnabled(!busy);
}

Secret AccountForm::passphrase() const
{
    return m_passphrase->passphrase();
}

}  // namespace homeward::ui
