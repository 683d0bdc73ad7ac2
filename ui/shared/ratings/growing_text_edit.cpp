#include "ui/shared/ratings/growing_text_edit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPalette>
#include <QTextBlock>
#include <QWheelEvent>
#include <cmath>

#include "ui/shared/look/theme.h"

namespace homeward::ui {

GrowingTextEdit::GrowingTextEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingTextEdit::fitHeight);
}

void GrowingTextEdit::setLines(int fewest, int most)
{
    m_fewestLines = fewest;
    m_mostLines = most;
    fitHeight();
}

void GrowingTextEdit::beQuiet()
{
    document()->setDocumentMargin(1);
    styleQuietly();
    connect(&Theme::instance(), &Theme::changed, this, &GrowingTextEdit::styleQuietly);
}

void GrowingTextEdit::setMuted(bool muted)
{
    if (muted == m_muted)
        return;
    m_muted = muted;
    colourWords();
}

void GrowingTextEdit::styleQuietly()
{
    const Colours& colours = Theme::instance().colours();
    setStyleSheet(
        QStringLiteral("QPlainTextEdit { border: 1px solid transparent; border-radius: 4px; "
                       "background: transparent; padding: 1px 4px; }"
                       "QPlainTextEdit:hover { border-color: %1; }"
                       "QPlainTextEdit:focus { border-color: %2; background: %3; "
                       "padding: 1px 4px; }"
                       "QPlainTextEdit:read-only { border-color: transparent; "
                       "background: transparent; }")
            .arg(colours.border.name(), colours.focus.name(), colours.field.name()));
    colourWords();
}

/// By the palette: a style sheet that names a colour draws the prompt at half of it.
void GrowingTextEdit::colourWords()
{
    const Colours& colours = Theme::instance().colours();
    QPalette words = palette();
    words.setColor(QPalette::Text, m_muted && !hasFocus() ? colours.mutedText : colours.text);
    words.setColor(QPalette::PlaceholderText, colours.mutedText);
    setPalette(words);
}

void GrowingTextEdit::leaveUndoToParent()
{
    m_parentUndo = true;
    setUndoRedoEnabled(false);
}

void GrowingTextEdit::showText(const QString& text)
{
    if (toPlainText() == text)
        return;
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(qMin(position, static_cast<int>(text.size())));
    setTextCursor(cursor);
}

void GrowingTextEdit::fitHeight()
{
    double content = 0;
    // Asking for a block lays it out at the width of now; documentSize() may be of before.
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        content += document()->documentLayout()->blockBoundingRect(block).height();
    const double line = fontMetrics().lineSpacing();
    const double most = m_mostLines * line;
    const int chrome = height() - viewport()->height() + qCeil(2 * document()->documentMargin());
    const int wanted = qCeil(qBound(m_fewestLines * line, content, most)) + chrome;
    const auto scroll = content > most + 1 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff;
    if (verticalScrollBarPolicy() != scroll)
        setVerticalScrollBarPolicy(scroll);
    if (wanted != height() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

void GrowingTextEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        emit left();
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void GrowingTextEdit::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    if (m_muted)
        colourWords();
}

void GrowingTextEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (m_muted)
        colourWords();
    emit focusLost();
}

void GrowingTextEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void GrowingTextEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void GrowingTextEdit::showEvent(QShowEvent* event)
{
    QPlainTextEdit::showEvent(event);
    fitHeight();
}

void GrowingTextEdit::wheelEvent(QWheelEvent* event)
{
    if (verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
        event->ignore();  // the page scrolls
    else
        QPlainTextEdit::wheelEvent(event);
}

bool GrowingTextEdit::event(QEvent* event)
{
    if (m_parentUndo && event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

}  // namespace homeward::ui
