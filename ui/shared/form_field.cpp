#include "ui/shared/form_field.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/shared/card.h"

namespace homeward::ui {

namespace {

/// The widget that is typed into, where the editor has more around it.
QWidget* typedInto(QWidget* editor)
{
    return editor->focusProxy() ? editor->focusProxy() : editor;
}

}  // namespace

FormField::FormField(const QString& label, QWidget* editor, const QString& hint, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_hint(new QLabel(hint)), m_problem(new QLabel)
{
    auto* name = new QLabel(label);
    setRole(name, "field-name");
    name->setBuddy(editor);
    for (QWidget* named : {editor, typedInto(editor)}) {
        named->setAccessibleName(label);
        named->setAccessibleDescription(hint);
    }
    setRole(m_hint, "muted");
    setRole(m_problem, "field-problem");
    for (QLabel* words : {m_hint, m_problem})
        words->setWordWrap(true);
    m_hint->setVisible(!hint.isEmpty());
    m_problem->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(name);
    column->addWidget(editor);
    column->addWidget(m_hint);
    column->addWidget(m_problem);
}

void FormField::setProblem(const QString& reason)
{
    m_problem->setText(reason);
    m_problem->setVisible(!reason.isEmpty());
    QWidget* const field = typedInto(m_editor);
    field->setProperty("problem", !reason.isEmpty());
    field->style()->unpolish(field);
    field->style()->polish(field);
    if (!reason.isEmpty())
        field->setAccessibleDescription(reason);
}

bool FormField::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

}  // namespace homeward::ui
