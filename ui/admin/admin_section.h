#pragma once

#include <QWidget>

#include "domain/account.h"
#include "ui/shared/pages/page.h"

class QVBoxLayout;

namespace homeward::ui {

class Banner;

/// One tab of the admin page: a column that scrolls, with a place for messages on top.
class AdminSection : public QWidget {
    Q_OBJECT
public:
    explicit AdminSection(const PageContext& context, QWidget* parent = nullptr);

    /// Each time the user comes to this tab.
    virtual void enter() {}

signals:
    void placeRequested(const homeward::ui::Place& place);

protected:
    QVBoxLayout* column() const { return m_column; }
    /// Below the column, always in sight: for the buttons that decide.
    QVBoxLayout* footer() const { return m_footer; }
    Banner& banner() const { return *m_banner; }
    const PageContext& context() const { return m_context; }
    /// Gives `widget` the keyboard, unless the person went to another part of the window meanwhile.
    void goOnAt(QWidget* widget);
    /// Says calmly that the account has not the right, and true; false where it has.
    bool refuse(Right right);

private:
    PageContext m_context;
    Banner* m_banner;
    QVBoxLayout* m_column;
    QVBoxLayout* m_footer;
};

}  // namespace homeward::ui
