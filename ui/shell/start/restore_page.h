#pragma once

#include <filesystem>
#include <optional>

#include "app/authority/restore.h"
#include "ui/shell/start/start_page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace homeward::ui {

class Background;
class Dialogs;
class FormField;
class PassphraseEdit;

/// Makes an authority of a backup, beside the present one; compares the two; puts it in the place
/// of the present one, or leaves both.
class RestorePage final : public StartPage {
    Q_OBJECT
public:
    /// `openAuthority`: folder of the one that is open behind this page, which is never replaced;
    /// empty: none.
    RestorePage(Dialogs& dialogs, const app::Environment& environment,
                std::filesystem::path openAuthority, QWidget* parent = nullptr);

    void setBackup(const QString& file);

signals:
    /// There is an authority in `folder`, to be signed in to with `account`.
    void finished(const QString& folder, const QString& account);

private:
    /// What restoring and comparing gave.
    struct Outcome {
        app::RestoredBackup restored;
        std::optional<app::BackupComparison> comparison;
        std::optional<Error> notCompared;
    };

    QWidget* buildForm();
    QWidget* buildResult();
    QWidget* withButton(QLineEdit* edit, const QString& accessibleName,
                        void (RestorePage::*choose)());
    void chooseBackup();
    void chooseFolder();
    void choosePresent();
    void lookAtBackup();
    void submit();
    bool isComplete();
    void setBusy(bool busy);
    void showError(const Error& error);
    void showOutcome(const Outcome& outcome);
    void replace();
    void keepBeside();
    std::filesystem::path present() const;

    Dialogs& m_dialogs;
    app::Environment m_environment;
    std::filesystem::path m_openAuthority;
    QLineEdit* m_backup;
    QComboBox* m_account;
    PassphraseEdit* m_passphrase;
    QLineEdit* m_folder;
    QLineEdit* m_present;
    FormField* m_backupField = nullptr;
    FormField* m_accountField = nullptr;
    FormField* m_passphraseField = nullptr;
    FormField* m_folderField = nullptr;
    FormField* m_presentField = nullptr;
    QLabel* m_facts;
    QWidget* m_form = nullptr;
    QWidget* m_result = nullptr;
    QLabel* m_restoredLabel;
    QLabel* m_lost;
    QLabel* m_lostBy;
    QLabel* m_counts;
    QPushButton* m_goBack = nullptr;
    QPushButton* m_restore;
    QPushButton* m_replace;
    QPushButton* m_keep;
    QPushButton* m_stop;
    QProgressBar* m_bar;
    QPointer<Background> m_work;
    std::optional<app::RestoredBackup> m_restored;
};

}  // namespace homeward::ui
