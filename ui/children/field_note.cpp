#include "ui/children/field_note.h"

#include <QDialog>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/shared/card.h"

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
    setFocusProxy(field);
}

void FieldWithNote::setNote(const QString& text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_field->setProperty("problem", !text.isEmpty());
    m_field->setAccessibleDescription(text);
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    makeRoom();
}

void FieldWithNote::makeRoom()
{
    auto* dialog = qobject_cast<QDialog*>(window());
    if (!dialog || !dialog->layout() || !dialog->isVisible())
        return;
    dialog->layout()->activate();
    const int width = dialog->width();
    const int wanted = dialog->layout()->hasHeightForWidth()
                           ? dialog->layout()->totalHeightForWidth(width)
                           : dialog->layout()->totalSizeHint().height();
    if (wanted > dialog->height())
        dialog->resize(width, wanted);
}

}  // namespace homeward::ui
