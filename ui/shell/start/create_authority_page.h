#pragma once

#include "app/authority/authority.h"
#include "ui/shell/start/start_page.h"

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace homeward::ui {

class Dialogs;
class FormField;
class PassphraseEdit;

/// Form for a new authority and its first administrator.
class CreateAuthorityPage final : public StartPage {
    Q_OBJECT
public:
    explicit CreateAuthorityPage(Dialogs& dialogs, QWidget* parent = nullptr);

    void setBusy(bool busy);
    /// Beside the field it is about, else above the form.
    void showError(const Error& error);
    app::NewAuthority plan() const;

signals:
    void createRequested();

private:
    void forgetProblemsWhileTyping();
    void chooseFolder();
    /// What was typed, whole: "~" and what does not start at the top mean the person's own folder.
    std::filesystem::path folder() const;
    /// Before anything else is typed: whether records can be safe there.
    void checkFolder();
    void suggestAccountName(const QString& personName);
    void submit();
    FormField* fieldFor(const std::string& name) const;

    Dialogs& m_dialogs;
    QLineEdit* m_name;
    QLineEdit* m_folder;
    QLineEdit* m_personName;
    QLineEdit* m_accountName;
    PassphraseEdit* m_passphrase;
    PassphraseEdit* m_repeat;
    FormField* m_nameField;
    FormField* m_folderField;
    FormField* m_personField;
    FormField* m_accountField;
    FormField* m_passphraseField;
    FormField* m_repeatField;
    QWidget* m_form;
    QPushButton* m_goBack;
    QPushButton* m_create;
    QProgressBar* m_working;
    bool m_busy = false;
    bool m_refused = false;  ///< the folder
};

}  // namespace homeward::ui
