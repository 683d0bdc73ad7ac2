#include "ui/children/record/child_details_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QScopedValueRollback>

#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/fields/place_line.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

ChildDetailsForm::ChildDetailsForm(Extent extent, QWidget* parent) : QWidget(parent)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const bool whole = extent == Extent::Whole;
    if (!whole)
        addLine(form, "caseNumber");
    addLine(form, "preferredName");
    addLine(form, "givenName");
    addLine(form, "familyName");
    m_birthDate = new DateField(this);
    m_birthDate->setRequired(true);
    addRow(form, "birthDate", m_birthDate);
    connect(m_birthDate, &DateField::textChanged, this, [this] {
        if (!m_showing)
            emit edited();
    });
    m_expected = new QCheckBox(tr("Not born yet; this is the day expected"), this);
    m_expected->setObjectName(QStringLiteral("birthExpectedField"));
    connect(m_expected, &QCheckBox::toggled, this, [this] {
        limitBirth();
        if (!m_showing)
            emit edited();
    });
    form->addRow(QString(), m_expected);
    m_sex = addChoice(form, "sex");
    for (const Sex sex : {Sex::Male, Sex::Female, Sex::Unknown})
        m_sex->addItem(label(sex), text(toKey(sex)));
    if (whole)
        addLine(form, "caseNumber");
    m_worker = addChoice(form, "worker");
    if (!whole)
        return;
    for (const char* place : {"familyLocation", "schoolLocation"})
        addLine(form, place, tr("S11 8AA"))
            ->setToolTip(tr("A postcode; or a grid reference like 453200, 389100; or latitude and "
                            "longitude like 53.3811, -1.4701"));
    addLine(form, "language", tr("only if the child asked for it"));
    m_pets = addChoice(form, "likesPets");
    m_pets->addItem(tr("not asked"), QString());
    m_pets->addItem(tr("yes"), QStringLiteral("yes"));
    m_pets->addItem(tr("no"), QStringLiteral("no"));
    addOtherLines(form);
}

void ChildDetailsForm::addOtherLines(QFormLayout* form)
{
    std::set<std::string> placed;
    for (const auto& [field, row] : m_fields)
        placed.insert(field);
    for (const std::string& field : textKeys<Child>(false, placed))
        addLine(form, field);
}

void ChildDetailsForm::takePostcodesOf(app::Session& session)
{
    for (const Line& line : m_lines)
        if (line.field == "familyLocation" || line.field == "schoolLocation")
            takePostcodes(*line.edit, session);
}

void ChildDetailsForm::addRow(QFormLayout* form, const std::string& field, QWidget* widget)
{
    const QString name = fieldText(field, {});
    widget->setObjectName(text(field) + QStringLiteral("Field"));
    widget->setAccessibleName(name);
    auto* row = new FieldWithNote(widget, this);
    form->addRow(name, row);
    m_fields[field] = row;
}

QLineEdit* ChildDetailsForm::addLine(QFormLayout* form, const std::string& field,
                                     const QString& hint)
{
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(hint);
    addRow(form, field, edit);
    m_lines.push_back({edit, field});
    connect(edit, &QLineEdit::textEdited, this, &ChildDetailsForm::edited);
    return edit;
}

QComboBox* ChildDetailsForm::addChoice(QFormLayout* form, const char* field)
{
    auto* choice = new QComboBox(this);
    addRow(form, field, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_showing)
            emit edited();
    });
    return choice;
}

void ChildDetailsForm::setToday(Date today)
{
    m_birthDate->setToday(today);
    m_today = today;
    limitBirth();
}

/// Only who says so may look ahead: "1.3.26" is a hundred years ago rather than next week.
void ChildDetailsForm::limitBirth()
{
    m_birthDate->setMaximumDate(
        toQDate(m_expected->isChecked() ? m_today.plusMonths(kExpectedWithinMonths) : m_today));
}

void ChildDetailsForm::setWorkers(const std::vector<Account>& accounts)
{
    const QScopedValueRollback guard(m_showing, true);
    const QVariant chosen = m_worker->currentData();
    m_worker->clear();
    m_worker->addItem(tr("nobody yet"), QString());
    for (const Account& account : accounts)
        m_worker->addItem(account.active ? text(account.personName)
                                         : tr("%1 (left)").arg(text(account.personName)),
                          text(account.id.value));
    m_worker->setCurrentIndex(qMax(0, m_worker->findData(chosen)));
}

void ChildDetailsForm::show(const AboutMeEntries& entries)
{
    const QScopedValueRollback guard(m_showing, true);
    for (const Line& line : m_lines)
        if (const QString value = entries[line.field]; line.edit->text() != value)
            line.edit->setText(value);
    m_expected->setChecked(entries["birthExpected"] == QStringLiteral("yes"));
    const QString typed = entries["birthDate"];
    if (const auto birth = Date::fromIso(utf8(typed)); birth || typed.isEmpty())
        m_birthDate->setDay(birth);
    else
        m_birthDate->setTyped(typed);
    m_sex->setCurrentIndex(qMax(0, m_sex->findData(entries["sex"])));
    m_worker->setCurrentIndex(qMax(0, m_worker->findData(entries["worker"])));
    if (m_pets)
        m_pets->setCurrentIndex(qMax(0, m_pets->findData(entries["likesPets"])));
}

void ChildDetailsForm::readInto(AboutMeEntries& entries) const
{
    for (const Line& line : m_lines)
        entries[line.field] = line.edit->text();
    const auto birth = m_birthDate->written();
    entries["birthDate"] = birth ? text(birth->toIso()) : m_birthDate->text().trimmed();
    entries["birthExpected"] =
        m_expected->isChecked() ? QStringLiteral("yes") : QStringLiteral("no");
    entries["sex"] = m_sex->currentData().toString();
    entries["worker"] = m_worker->currentData().toString();
    if (m_pets)
        entries["likesPets"] = m_pets->currentData().toString();
}

void ChildDetailsForm::setReadOnly(bool readOnly)
{
    for (const Line& line : m_lines)
        line.edit->setReadOnly(readOnly);
    m_birthDate->setReadOnly(readOnly);
    m_expected->setEnabled(!readOnly);
    for (QComboBox* choice : {m_sex, m_worker, m_pets})
        if (choice)
            choice->setEnabled(!readOnly);
}

bool ChildDetailsForm::setProblem(const std::string& field, const QString& sentence)
{
    const auto found = m_fields.find(field);
    if (found == m_fields.end())
        return false;
    found->second->setNote(sentence);
    found->second->field()->setFocus(Qt::OtherFocusReason);
    return true;
}

void ChildDetailsForm::clearProblems()
{
    for (const auto& [field, row] : m_fields)
        row->setNote({});
}

}  // namespace homeward::ui
