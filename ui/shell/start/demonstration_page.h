#pragma once

#include "ui/shell/start/start_page.h"

class QLabel;
class QProgressBar;

namespace homeward::ui {

/// How far the making of the demonstration is.
class DemonstrationPage final : public StartPage {
    Q_OBJECT
public:
    explicit DemonstrationPage(QWidget* parent = nullptr);
    void setProgress(int done, int total);

signals:
    void cancelRequested();

private:
    QProgressBar* m_bar;
};

}  // namespace homeward::ui
