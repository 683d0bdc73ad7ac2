#pragma once

#include "support/error.h"
#include "ui/shell/start/start_page.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace homeward::ui {

class PassphraseEdit;

/// Covers the whole window while it is locked; nothing of what is open shows through.
class LockPage final : public StartPage {
    Q_OBJECT
public:
    explicit LockPage(const QString& personName, QWidget* parent = nullptr);
    PassphraseEdit* passphrase() const { return m_passphrase; }
    void setBusy(bool busy);
    /// Whether what was being written when the window was locked is in a draft, and whether a form,
    /// which has none, waits until unlocking.
    void sayKept(bool kept, bool formWaits = false);
    void showError(const Error& error);

signals:
    void unlockRequested();
    void signOutRequested();

private:
    QString m_personName;
    QLabel* m_kept;
    PassphraseEdit* m_passphrase;
    QPushButton* m_unlock;
    QProgressBar* m_working;
};

}  // namespace homeward::ui
