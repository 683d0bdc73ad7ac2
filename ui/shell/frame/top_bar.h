#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace homeward::ui {

/// The mark, back and forward, the search field, notices and the account menu.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    /// `sideBarWidth`: the search field begins where the pages do.
    explicit TopBar(int sideBarWidth, QWidget* parent = nullptr);

    QLineEdit* searchEdit() const { return m_search; }
    QToolButton* backButton() const { return m_back; }
    QToolButton* forwardButton() const { return m_forward; }
    /// Place for notices, left of the account.
    QHBoxLayout* notices() const { return m_notices; }
    void setAccount(const QString& personName, QMenu* menu);

private:
    QToolButton* m_back;
    QToolButton* m_forward;
    QLineEdit* m_search;
    QHBoxLayout* m_notices;
    QPushButton* m_account;
};

}  // namespace homeward::ui
