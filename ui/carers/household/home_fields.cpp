#include "ui/carers/household/home_fields.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kNoteLines = 4;
constexpr QLatin1String kBetweenTicks(", ");  ///< as the text of a field with several values

void name(QWidget* editor, const std::string& key)
{
    editor->setObjectName(QString::fromStdString(key) + QStringLiteral("Edit"));
    editor->setAccessibleName(homeFieldLabel(key));
}

}  // namespace

void HomeFields::add(const std::string& key, FormField* field,
                     std::function<void(HomeEntries&)> read,
                     std::function<void(const HomeEntries&)> write,
                     std::function<void(bool)> setReadOnly)
{
    m_editors[key] = {field, std::move(read), std::move(write), std::move(setReadOnly)};
}

void HomeFields::noteEdited()
{
    if (!m_writing)
        emit edited();
}

FormField* HomeFields::addLine(const std::string& key, QWidget* parent, const QString& hint)
{
    auto* edit = new QLineEdit(parent);
    name(edit, key);
    edit->setPlaceholderText(hint);
    auto* field = new FormField(homeFieldLabel(key), edit, {}, parent);
    connect(edit, &QLineEdit::textChanged, this, &HomeFields::noteEdited);
    add(
        key, field, [=](HomeEntries& entries) { entries[key] = edit->text(); },
        [=](const HomeEntries& entries) { edit->setText(entries[key]); },
        [=](bool readOnly) { edit->setReadOnly(readOnly); });
    return field;
}

FormField* HomeFields::addDate(const std::string& key, QWidget* parent)
{
    auto* edit = new DateField(parent);
    name(edit, key);
    auto* field = new FormField(homeFieldLabel(key), edit, {}, parent);
    connect(edit, &DateField::textChanged, this, &HomeFields::noteEdited);
    add(
        key, field,
        [=](HomeEntries& entries) {
            const auto day = edit->written();
            entries[key] = day ? text(day->toIso()) : edit->text().trimmed();
        },
        [=](const HomeEntries& entries) {
            const QString typed = entries[key];
            const auto day = Date::fromIso(utf8(typed));
            if (day || typed.isEmpty())
                edit->setDay(day);
            else
                edit->setTyped(typed);
        },
        [=](bool readOnly) { edit->setReadOnly(readOnly); });
    return field;
}

FormField* HomeFields::addNumber(const std::string& key, int most, QWidget* parent)
{
    auto* edit = new QSpinBox(parent);
    name(edit, key);
    edit->setRange(0, most);
    auto* field = new FormField(homeFieldLabel(key), edit, {}, parent);
    connect(edit, &QSpinBox::valueChanged, this, &HomeFields::noteEdited);
    add(
        key, field, [=](HomeEntries& entries) { entries[key] = QString::number(edit->value()); },
        [=](const HomeEntries& entries) { edit->setValue(entries[key].toInt()); },
        [=](bool readOnly) { edit->setEnabled(!readOnly); });
    return field;
}

FormField* HomeFields::addText(const std::string& key, QWidget* parent)
{
    auto* edit = new QPlainTextEdit(parent);
    name(edit, key);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kNoteLines + 16);
    auto* field = new FormField(homeFieldLabel(key), edit, {}, parent);
    connect(edit, &QPlainTextEdit::textChanged, this, &HomeFields::noteEdited);
    add(
        key, field, [=](HomeEntries& entries) { entries[key] = edit->toPlainText(); },
        [=](const HomeEntries& entries) { edit->setPlainText(entries[key]); },
        [=](bool readOnly) { edit->setReadOnly(readOnly); });
    return field;
}

FormField* HomeFields::addChoice(const std::string& key, const Choices& choices, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    name(box, key);
    for (const auto& [choice, words] : choices)
        box->addItem(words, choice);
    auto* field = new FormField(homeFieldLabel(key), box, {}, parent);
    connect(box, &QComboBox::currentIndexChanged, this, &HomeFields::noteEdited);
    add(
        key, field, [=](HomeEntries& entries) { entries[key] = box->currentData().toString(); },
        [=](const HomeEntries& entries) {
            box->setCurrentIndex(std::max(0, box->findData(entries[key])));
        },
        [=](bool readOnly) { box->setEnabled(!readOnly); });
    return field;
}

FormField* HomeFields::addTicks(const std::string& key, const Choices& choices, QWidget* parent)
{
    auto* group = new QWidget(parent);
    name(group, key);
    auto* row = new QVBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    std::vector<std::pair<QString, QCheckBox*>> boxes;
    for (const auto& [choice, words] : choices) {
        auto* box = new QCheckBox(words, group);
        box->setObjectName(choice + QStringLiteral("Box"));
        connect(box, &QCheckBox::toggled, this, &HomeFields::noteEdited);
        row->addWidget(box);
        boxes.emplace_back(choice, box);
    }
    auto* field = new FormField(homeFieldLabel(key), group, {}, parent);
    add(
        key, field,
        [=](HomeEntries& entries) {
            QStringList ticked;
            for (const auto& [choice, box] : boxes)
                if (box->isChecked())
                    ticked << choice;
            entries[key] = ticked.join(kBetweenTicks);
        },
        [=](const HomeEntries& entries) {
            const QStringList ticked = entries[key].split(kBetweenTicks);
            for (const auto& [choice, box] : boxes)
                box->setChecked(ticked.contains(choice));
        },
        [=](bool readOnly) { group->setEnabled(!readOnly); });
    return field;
}

HomeEntries HomeFields::read() const
{
    HomeEntries entries = m_shown;
    for (const auto& [key, editor] : m_editors)
        editor.read(entries);
    return entries;
}

void HomeFields::write(const HomeEntries& entries)
{
    m_writing = true;
    m_shown = entries;
    for (const auto& [key, editor] : m_editors)
        editor.write(entries);
    m_writing = false;
    emit written();
}

void HomeFields::setReadOnly(bool readOnly)
{
    for (const auto& [key, editor] : m_editors)
        editor.setReadOnly(readOnly);
}

bool HomeFields::setNote(const std::string& key, const QString& note)
{
    const auto found = m_editors.find(key);
    if (found == m_editors.end())
        return false;
    found->second.field->setProblem(note);
    return true;
}

void HomeFields::clearNotes()
{
    for (const auto& [key, editor] : m_editors)
        editor.field->setProblem({});
}

std::set<std::string> HomeFields::keys() const
{
    std::set<std::string> keys;
    for (const auto& [key, editor] : m_editors)
        keys.insert(key);
    return keys;
}

FormField* HomeFields::field(const std::string& key) const
{
    const auto found = m_editors.find(key);
    return found == m_editors.end() ? nullptr : found->second.field;
}

}  // namespace homeward::ui
