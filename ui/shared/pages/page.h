#pragma once

#include <QTime>
#include <QWidget>
#include <optional>

#include "support/error.h"
#include "ui/shared/pages/place.h"

namespace homeward::app {
class Session;
}

namespace homeward::ui {

class ActionCatalogue;
class ChangeRelay;
class Dialogs;
class Jobs;

/// What every page is given. Outlives the page.
struct PageContext {
    app::Session& session;  ///< for short calls on the user interface thread
    Jobs& jobs;             ///< for whatever may take longer than 100 ms
    ChangeRelay& changes;   ///< commits, here and in other programs
    Dialogs& dialogs;
    ActionCatalogue* actions = nullptr;  ///< commands of the shell; null in tests that need none
};

/// What was typed and could not be written, not even as a draft.
struct Unsaved {
    QString subject;  ///< what it is about, e.g. "Tyler B."
    Error reason;
};

/// One page of the window. It computes nothing: form, models, calls of app/ and jobs. What it shows
/// is read by LiveQuery, which keeps it current. The window sets the margins of the page's outer
/// layout.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows a record or list; called each time the user comes here.
    virtual void open(const Place& place) = 0;
    /// Where this page is now (record and tab included), for history and remembering.
    virtual Place place() const = 0;
    /// When what is on screen was read, the oldest of it; empty: nothing that could be read again.
    virtual std::optional<QTime> readAt() const;
    /// Reads what is on screen again, and the rest of the page when it is shown.
    void readAgain();
    /// Writes drafts at once: before leaving, locking, closing. True: nothing is unsaved any more.
    /// False: the page says why and keeps what was typed; nobody may leave it without asking.
    virtual bool keepUnsaved() { return true; }
    /// What the last keepUnsaved could not write; empty: nothing.
    virtual std::optional<Unsaved> unsaved() const { return {}; }
    /// Once keepUnsaved is true, nothing is lost when this page is deleted and opened again where
    /// it was. Such pages do not outlive the lock, so that no name stays in memory behind it.
    virtual bool comesBackWhole() const { return false; }
    /// Ctrl+P; false: nothing to print here.
    virtual bool print() { return false; }
    /// Ctrl+S, wherever on the page the keyboard is: what is being written is saved, a draft as a
    /// draft. False: nothing to save here.
    virtual bool save() { return false; }
    /// Ctrl+Return: the act that the page is there for, as its main button. False: there is none.
    virtual bool complete() { return false; }

signals:
    void placeRequested(const homeward::ui::Place& place);
    /// Window and history title, e.g. "Tyler B. - Needs".
    void titleChanged(const QString& title);
    /// For the status bar, e.g. "Draft saved 14:32:07".
    void saveStateChanged(const QString& text);
};

}  // namespace homeward::ui
