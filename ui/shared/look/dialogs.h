#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QDialog;
class QWidget;

namespace homeward::ui {

/// One question with its answers; the safe answer is the default button.
struct Question {
    QString title;    ///< what happens
    QString text;     ///< the consequence, in words
    QString proceed;  ///< verb on the button that goes on, e.g. "Remove account"
    QString keep;     ///< the safe choice, default; empty: "Cancel"
    bool destructive = false;
};

/// The only place that runs a dialog; tests replace it.
class Dialogs {
public:
    virtual ~Dialogs() = default;
    virtual bool confirm(QWidget* parent, const Question& question) = 0;
    /// Empty: the user thought better of it.
    virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& filter,
                                  bool many) = 0;
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                             const QString& filter) = 0;
    virtual QString folder(QWidget* parent, const QString& title) = 0;
    /// Shows a page's own dialog; true: accepted.
    virtual bool run(QDialog& dialog) = 0;
    /// Out of sight and reach until showAgain, with all that is typed in them: the window is about
    /// to be locked. Questions and choices of files get their safe answer.
    virtual void hideAll() {}
    virtual void showAgain() {}
    /// A page's own dialog is hidden and waits for showAgain.
    virtual bool hidesForm() const { return false; }
    /// Gives every dialog its safe answer. False: some have yet to return to who ran them; ask
    /// again once the present event is done.
    virtual bool giveUp() { return true; }
};

/// Real dialogs.
class DesktopDialogs final : public Dialogs {
public:
    bool confirm(QWidget* parent, const Question& question) override;
    QStringList openFiles(QWidget* parent, const QString& title, const QString& filter,
                          bool many) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                     const QString& filter) override;
    QString folder(QWidget* parent, const QString& title) override;
    bool run(QDialog& dialog) override;
    void hideAll() override;
    void showAgain() override;
    bool hidesForm() const override;
    bool giveUp() override;

private:
    QList<QDialog*> m_running;  ///< pages' own dialogs, the innermost last
    QList<QDialog*> m_hidden;   ///< those of them that are hidden
    int m_open = 0;             ///< calls that have not returned
};

}  // namespace homeward::ui
