#pragma once

#include <QWidget>
#include <optional>

#include "app/records/children.h"
#include "ui/shared/pages/page.h"

class QHBoxLayout;

namespace homeward::ui {

/// One tab of the page of a child.
class ChildTab : public QWidget {
    Q_OBJECT
public:
    explicit ChildTab(const PageContext& context, QWidget* parent = nullptr)
        : QWidget(parent), m_context(context), m_tools(new QWidget(this))
    {
    }

    /// Another child, or the same one after its record was read again. For another child only after
    /// keepUnsaved: what is still unsaved then is given up.
    virtual void showChild(const app::ChildPage& page) = 0;
    /// Writes drafts at once. True: nothing is unsaved any more; false: unsaveable() says why.
    virtual bool keepUnsaved() { return true; }
    /// Why the last keepUnsaved failed; empty: it did not.
    virtual std::optional<Error> unsaveable() const { return {}; }
    virtual bool print() { return false; }
    virtual bool save() { return false; }      ///< Ctrl+S; false: nothing to save here
    virtual bool complete() { return false; }  ///< Ctrl+Return
    /// Says what the facts line of the page adds for this tab; may be empty.
    virtual QString facts() const { return {}; }

    /// Buttons for the page's header, shown while the tab is.
    QWidget* tools() const { return m_tools; }

signals:
    void placeRequested(const homeward::ui::Place& place);
    void saveStateChanged(const QString& text);
    void factsChanged();
    /// The page shall read the record again.
    void recordNeeded();

protected:
    const PageContext m_context;

private:
    QWidget* m_tools;
};

}  // namespace homeward::ui
