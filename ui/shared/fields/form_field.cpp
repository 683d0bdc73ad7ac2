#include "ui/shared/fields/form_field.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/shared/fields/date_field.h"
#include "ui/shared/look/card.h"

namespace homeward::ui {

namespace {

/// The widget that is typed into, where the editor has more around it.
QWidget* typedInto(QWidget* editor)
{
    return editor->focusProxy() ? editor->focusProxy() : editor;
}

}  // namespace

void markField(QWidget* field, const QString& problem, const QString& hint)
{
    field->setProperty("problem", !problem.isEmpty());
    field->setAccessibleDescription(problem.isEmpty() ? hint : problem);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

FormField::FormField(const QString& label, QWidget* editor, const QString& hint, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_hint(new QLabel(hint, this)), m_problem(new QLabel(this))
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
    if (auto* date = qobject_cast<DateField*>(editor))
        connect(date, &DateField::problemChanged, this, &FormField::showProblem);
}

void FormField::setProblem(const QString& reason)
{
    m_given = reason;
    showProblem();
}

void FormField::showProblem()
{
    const auto* date = qobject_cast<DateField*>(m_editor);
    const QString problem = m_given.isEmpty() && date ? date->problem() : m_given;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    markField(typedInto(m_editor), problem, m_hint->text());
}

bool FormField::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

}  // namespace homeward::ui
