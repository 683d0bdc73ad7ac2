#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <string>
#include <vector>

#include "domain/fields.h"
#include "ui/shared/fields/phrases.h"

class QWidget;

namespace homeward::ui {

/// Undo and redo across a whole form, in phrases: Ctrl+Z takes the last one back wherever the
/// keyboard is, and goes to its field and place; Ctrl+Shift+Z or Ctrl+Y does it again.
class FormUndo : public QObject {
    Q_OBJECT
public:
    FormUndo(QWidget* form, std::function<FieldTexts()> read,
             std::function<void(const FieldTexts&)> write);

    /// Something else is shown: there is nothing to undo.
    void forget();
    /// The person changed a field.
    void note();
    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    void undo();
    void redo();

    Phrases& phrases() { return m_phrases; }
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// What has an undo of its own, or is no part of the record: its keys are left alone.
    static void leaveAlone(QWidget* part);

signals:
    void stepped();

private:
    struct Step {
        FieldTexts before;  ///< of the fields that changed
        FieldTexts after;
        QPointer<QWidget> field;
    };
    bool isOurs(QObject* watched) const;
    void go(const Step& step, const FieldTexts& from, const FieldTexts& to);

    QWidget* m_form;
    std::function<FieldTexts()> m_read;
    std::function<void(const FieldTexts&)> m_write;
    Phrases m_phrases;
    std::vector<Step> m_steps;
    std::size_t m_done = 0;  ///< steps that are not undone
    FieldTexts m_shown;
};

}  // namespace homeward::ui
