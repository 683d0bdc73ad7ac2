#pragma once

#include <QString>
#include <QStringList>

class QDialog;
class QWidget;

namespace homeward::ui {

/// One question with its answers; the safe answer is the default button.
struct Question {
    QString title;        ///< what happens
    QString text;         ///< the consequence, in words
    QString proceed;      ///< verb on the button that goes on, e.g. "Remove account"
    QString keep;         ///< the safe choice, default; empty: "Cancel"
    bool destructive = false;
};

/// The only place that runs a dialog; tests replace it.
class Dialogs {
public:
    virtual ~Dialogs() = default;
    virtual bool confirm(QWidget* parent, const Question& question) = 0;
    /// Empty: the user thought better of it.
    virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& filter, bool many) = 0;
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter) = 0;
    virtual QString folder(QWidget* parent, const QString& title) = 0;
    /// Shows a page's own dialog; true: accepted.
    virtual bool run(QDialog& dialog) = 0;
    /// Gives every open dialog its safe answer; the window is about to be locked.
    virtual void closeAll() {}
};

/// Real dialogs.
class DesktopDialogs final : public Dialogs {
public:
    bool confirm(QWidget* parent, const Question& question) override;
    QStringList openFiles(QWidget* parent, const QString& title, const QString& filter, bool many) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter) override;
    QString folder(QWidget* parent, const QString& title) override;
    bool run(QDialog& dialog) override;
    void closeAll() override;
};

}  // namespace homeward::ui
