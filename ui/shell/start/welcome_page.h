#pragma once

#include "ui/shell/start/start_page.h"

class QPushButton;

namespace homeward::ui {

/// First run: create an authority, open one, look at the demonstration, or restore a backup.
class WelcomePage final : public StartPage {
    Q_OBJECT
public:
    /// `openAuthority`: name of the one that stays open behind this; empty: none.
    explicit WelcomePage(const QString& openAuthority = {}, QWidget* parent = nullptr);

    /// Typing goes on at the way to an authority of one's own.
    void focusOpen();

signals:
    void createRequested();
    void openRequested();
    void demonstrationRequested();
    void restoreRequested();

private:
    QPushButton* m_open = nullptr;

    QWidget* makeChoice(const QString& icon, const QString& title, const QString& text,
                        const QString& action, const QString& name, bool primary,
                        void (WelcomePage::*wanted)());
};

}  // namespace homeward::ui
