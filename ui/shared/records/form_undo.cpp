#include "ui/shared/records/form_undo.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <algorithm>
#include <utility>

#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr const char* kOwnUndo = "ownUndo";

bool isTypedInto(const QWidget* field)
{
    return qobject_cast<const QLineEdit*>(field) || qobject_cast<const QPlainTextEdit*>(field);
}

/// Where the caret stands after `from` became `to`: behind what came in its place.
int caretAfter(const QString& from, const QString& to)
{
    const qsizetype shorter = std::min(from.size(), to.size());
    qsizetype before = 0;
    while (before < shorter && from[before] == to[before])
        ++before;
    qsizetype behind = 0;
    while (behind < shorter - before &&
           from[from.size() - 1 - behind] == to[to.size() - 1 - behind])
        ++behind;
    return static_cast<int>(std::max(before, to.size() - behind));
}

/// Shows the tab that a field is on.
void reveal(QWidget* field, const QWidget* form)
{
    for (QWidget* around = field; around && around != form; around = around->parentWidget())
        if (auto* tabs = qobject_cast<QTabWidget*>(around))
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->widget(i)->isAncestorOf(field))
                    tabs->setCurrentIndex(i);
}

void putCaret(QWidget* field, int at)
{
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->setCursorPosition(at);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(field)) {
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(std::min(at, static_cast<int>(text->toPlainText().size())));
        text->setTextCursor(cursor);
        text->ensureCursorVisible();
    }
}

}  // namespace

FormUndo::FormUndo(QWidget* form, std::function<FieldTexts()> read,
                   std::function<void(const FieldTexts&)> write)
    : QObject(form), m_form(form), m_read(std::move(read)), m_write(std::move(write))
{
    // Fields take Ctrl+Z for themselves, each its own letters; so it is caught before them.
    qApp->installEventFilter(this);
}

void FormUndo::leaveAlone(QWidget* part)
{
    part->setProperty(kOwnUndo, true);
}

void FormUndo::forget()
{
    m_steps.clear();
    m_done = 0;
    m_phrases.end();
    m_shown = m_read();
}

void FormUndo::note()
{
    const FieldTexts now = m_read();
    Step step;
    for (const auto& [key, value] : now) {
        const std::string& was = m_shown[key];
        if (was == value)
            continue;
        step.before[key] = was;
        step.after[key] = value;
    }
    m_shown = now;
    if (step.after.empty())
        return;
    QWidget* focus = QApplication::focusWidget();
    if (focus && m_form->isAncestorOf(focus))
        step.field = focus;
    const bool typed = step.after.size() == 1 && isTypedInto(step.field);
    const bool goesOn = typed && m_phrases.goesOn(text(step.after.begin()->first));
    if (!typed)
        m_phrases.end();
    m_steps.resize(m_done);
    if (goesOn && !m_steps.empty() && m_steps.back().after.contains(step.after.begin()->first)) {
        m_steps.back().after = step.after;
        return;
    }
    m_steps.push_back(std::move(step));
    ++m_done;
}

void FormUndo::go(const Step& step, const FieldTexts& from, const FieldTexts& to)
{
    FieldTexts texts = m_read();
    for (const auto& [key, value] : to)
        texts[key] = value;
    m_write(texts);
    m_shown = m_read();
    m_phrases.end();  // what is typed now is another phrase
    if (step.field) {
        reveal(step.field, m_form);
        step.field->setFocus(Qt::OtherFocusReason);
        const std::string& key = to.begin()->first;
        putCaret(step.field, caretAfter(text(from.at(key)), text(to.at(key))));
    }
    emit stepped();
}

void FormUndo::undo()
{
    if (!canUndo())
        return;
    const Step& step = m_steps[--m_done];
    go(step, step.after, step.before);
}

void FormUndo::redo()
{
    if (!canRedo())
        return;
    const Step& step = m_steps[m_done++];
    go(step, step.before, step.after);
}

bool FormUndo::isOurs(QObject* watched) const
{
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !m_form->isAncestorOf(widget))
        return false;
    for (; widget && widget != m_form; widget = widget->parentWidget())
        if (widget->property(kOwnUndo).toBool())
            return false;
    return true;
}

bool FormUndo::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && isOurs(watched))
        m_phrases.end();
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool undoing = key->matches(QKeySequence::Undo);
    const bool redoing = key->matches(QKeySequence::Redo) ||
                         (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier);
    if ((!undoing && !redoing) || !isOurs(watched))
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        undoing ? undo() : redo();
    return true;
}

}  // namespace homeward::ui
