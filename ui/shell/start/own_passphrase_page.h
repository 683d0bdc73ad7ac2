#pragma once

#include "app/session/session.h"
#include "ui/shell/start/start_page.h"

class QProgressBar;

namespace homeward::ui {

class PassphraseFields;

/// Between signing in and the records where somebody else set the passphrase: it is made one's own.
class OwnPassphrasePage final : public StartPage {
    Q_OBJECT
public:
    explicit OwnPassphrasePage(const app::Session& session, QWidget* parent = nullptr);

    Secret passphrase() const;
    void setBusy(bool busy);
    void showError(const Error& error);

signals:
    void chosen();

private:
    void submit();
    PassphraseFields* m_fields;
    QPushButton* m_choose;
    QProgressBar* m_working;
};

}  // namespace homeward::ui
