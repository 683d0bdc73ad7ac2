#include "ui/shared/fields/field_note.h"

#include <QVBoxLayout>

#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialog_body.h"

namespace homeward::ui {

FieldWithNote::FieldWithNote(QWidget* field, QWidget* parent)
    : QWidget(parent), m_field(field), m_note(new QLabel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(field);
    layout->addWidget(m_note);
    m_note->setWordWrap(true);
    m_note->hide();
    homeward::ui::setRole(m_note, "field-problem");
    if (auto* date = qobject_cast<DateField*>(field))
        connect(date, &DateField::problemChanged, this, &FieldWithNote::showNote);
}

void FieldWithNote::setNote(const QString& text)
{
    m_given = text;
    showNote();
}

void FieldWithNote::showNote()
{
    const auto* date = qobject_cast<DateField*>(m_field);
    const QString note = m_given.isEmpty() && date ? date->problem() : m_given;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    markField(m_field, note);
    growDialog(*this);
}

}  // namespace homeward::ui
