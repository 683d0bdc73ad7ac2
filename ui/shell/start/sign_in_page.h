#pragma once

#include "app/session/session.h"
#include "ui/shell/start/start_page.h"

class QComboBox;
class QProgressBar;
class QPushButton;

namespace homeward::ui {

class Card;
class PassphraseEdit;

/// Who is signing in to which authority.
class SignInPage final : public StartPage {
    Q_OBJECT
public:
    /// `account`: filled in; empty: the only one there is.
    SignInPage(const app::AuthorityInfo& authority, const QString& account,
               QWidget* parent = nullptr);

    void setBusy(bool busy);
    void showError(const Error& error);
    QString account() const;
    PassphraseEdit* passphrase() const { return m_passphrase; }

signals:
    void signInRequested();
    void otherAuthorityRequested();

private:
    Card* makeForm(const app::AuthorityInfo& authority, const QString& account);
    QWidget* makeReadOnlyNote(const Error& why);
    QWidget* makeDemonstrationHint();
    void submit();

    QComboBox* m_account;
    PassphraseEdit* m_passphrase;
    QPushButton* m_signIn;
    QPushButton* m_useDemonstration = nullptr;
    QProgressBar* m_working;
};

}  // namespace homeward::ui
