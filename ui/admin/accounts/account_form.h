#pragma once

#include <QString>

#include "domain/account.h"
#include "support/error.h"
#include "support/secrets/secret.h"
#include "ui/shared/look/card.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class FormField;
class PassphraseFields;

/// A new account, or one that is looked at: person, role, passphrase, removal.
class AccountForm final : public Card {
    Q_OBJECT
public:
    explicit AccountForm(QWidget* parent = nullptr);

    void showNew();
    /// `own`: the account that is signed in; it cannot be removed here.
    void showAccount(const Account& account, bool own);
    /// The account shown; empty while a new one is being written.
    const AccountId& shownAccount() const { return m_account.id; }
    /// Says beside the field what is wrong; false: none of its fields.
    bool showProblem(const Error& error);
    void setBusy(bool busy);
    /// The passphrase that was typed is taken or given up.
    void closeReset();
    /// What is typed about `account` stays, on top of its new version; false: nothing was typed.
    bool keepTyped(const Account& account);

signals:
    void edited();  ///< by hand
    void addRequested(const homeward::Account& account);
    void changeRequested(const homeward::Account& account);
    void resetRequested();
    void removeRequested();

public:
    /// Of a new account or a reset.
    Secret passphrase() const;

private:
    void addWidgets();
    void orderForTab();
    void connectFields();
    void submit();
    void submitReset();
    void submitPassphrase();
    void clearProblems();
    void offerReset(bool offer);
    bool isResetting() const;
    Account fromFields() const;

    Account m_account;
    QLineEdit* m_name;
    QLineEdit* m_person;
    QComboBox* m_role;
    FormField* m_nameField;
    FormField* m_personField;
    FormField* m_roleField;
    QLabel* m_roleText;
    PassphraseFields* m_passphrase;
    QPushButton* m_save;
    QPushButton* m_reset;
    QPushButton* m_setPassphrase;
    QPushButton* m_cancelReset;
    QPushButton* m_remove;
};

/// What a role may do, in one sentence.
QString roleText(Role role);

}  // namespace homeward::ui
