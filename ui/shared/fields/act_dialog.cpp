#include "ui/shared/fields/act_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/shared/fields/code_choice.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialog_body.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/words/error_presenter.h"

namespace homeward::ui {

ActDialog::ActDialog(const QString& title, const QString& words, const QString& proceed,
                     const char* name, QWidget* parent)
    : QDialog(parent),
      m_banner(new Banner(this)),
      m_form(new QFormLayout),
      m_buttons(new QDialogButtonBox(this)),
      m_proceed(m_buttons->addButton(proceed, QDialogButtonBox::AcceptRole))
{
    setWindowTitle(title);
    auto* sentence = new QLabel(words, this);
    sentence->setMinimumWidth(420);
    sentence->setWordWrap(true);
    m_proceed->setObjectName(QLatin1String(name));
    homeward::ui::setRole(m_proceed, "primary");
    auto* cancel = m_buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setIcon({});
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ActDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* body = new DialogBody(this, 16);
    body->column()->addWidget(m_banner);
    body->column()->addWidget(sentence);
    body->column()->addLayout(m_form);
    layout()->addWidget(m_buttons);
    // Enter does it: what was chosen is never thrown away by the key that confirms.
    cancel->setAutoDefault(false);
    m_proceed->setDefault(true);
}

void ActDialog::addField(const char* key, const QString& label, QWidget* field, const char* name)
{
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    auto* part = new FieldWithNote(field, this);
    m_form->addRow(label, part);
    if (m_parts.empty())
        field->setFocus();
    else
        setTabOrder(m_parts.back().field->field(), field);
    setTabOrder(field, m_proceed);
    if (auto* choice = qobject_cast<QComboBox*>(field))
        connect(choice, &QComboBox::currentIndexChanged, part, [part] { part->setNote({}); });
    m_parts.push_back({key, part});
}

void ActDialog::require(CodeChoice* choice, const QString& problem)
{
    m_needed.push_back({choice, problem});
}

void ActDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_shown, true))
        setTabOrder(m_proceed, m_buttons->button(QDialogButtonBox::Cancel));
}

FieldWithNote* ActDialog::around(const QWidget* field) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(),
                                    [&](const Part& part) { return part.field->field() == field; });
    return found == m_parts.end() ? nullptr : found->field;
}

/// Says all that is missing or no day at once, and goes to the first of it.
bool ActDialog::isFilledIn()
{
    for (const Part& part : m_parts)
        part.field->setNote({});
    for (const Needed& needed : m_needed)
        if (needed.choice->code().empty())
            around(needed.choice)->setNote(needed.problem);
    QWidget* first = nullptr;
    for (const Part& part : m_parts) {
        auto* date = qobject_cast<DateField*>(part.field->field());
        const bool wrong = date ? !date->settle() : !part.field->note().isEmpty();
        if (wrong && !first)
            first = part.field->field();
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void ActDialog::accept()
{
    m_banner->hide();
    if (!isFilledIn())
        return;
    if (!act)
        return QDialog::accept();
    QList<QWidget*> held{m_proceed};
    for (const Part& part : m_parts)
        held.append(part.field);
    const bool atOnce = saveFrom<Done>(
        held, [this] { return act(); }, [this](const Result<Done>& done) { finish(done); });
    if (!atOnce)
        showWaiting(*m_banner);
}

void ActDialog::finish(const Result<Done>& done)
{
    m_banner->hide();
    if (done)
        return QDialog::accept();
    const auto& facts = done.error().facts;
    const auto key = facts.find("field");
    const auto part = key == facts.end()
                          ? m_parts.end()
                          : std::find_if(m_parts.begin(), m_parts.end(),
                                         [&](const Part& one) { return one.key == key->second; });
    if (done.error().code != ErrorCode::InvalidInput || part == m_parts.end()) {
        m_banner->showError(done.error());
        return growDialog(*m_banner);
    }
    part->field->setNote(ruleText(done.error()));
    part->field->field()->setFocus(Qt::OtherFocusReason);
}

}  // namespace homeward::ui
