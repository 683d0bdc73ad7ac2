#pragma once

#include "ui/shell/start/start_page.h"

class QGridLayout;

namespace homeward::ui {

/// First run: create an authority, open one, or look at the demonstration.
class WelcomePage final : public StartPage {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

signals:
    void createRequested();
    void openRequested();
    void demonstrationRequested();

private:
    QWidget* makeChoice(const QString& icon, const QString& title, const QString& text,
                        const QString& action, const QString& name, bool primary,
                        void (WelcomePage::*wanted)());
};

}  // namespace homeward::ui
