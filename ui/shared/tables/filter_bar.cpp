#include "ui/shared/tables/filter_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <algorithm>

#include "ui/shared/look/card.h"
#include "ui/shared/look/flow_layout.h"
#include "ui/shared/look/theme.h"

namespace homeward::ui {
namespace {

constexpr int kAroundHint = 72;  ///< icon, clear button and padding of a search

}  // namespace

FilterBar::FilterBar(const QString& settingsKey, QWidget* parent)
    : QWidget(parent), m_settingsKey(settingsKey)
{
    new FlowLayout(this, 8, 8);
}

QLineEdit* FilterBar::addSearch(const QString& objectName, const QString& name, const QString& hint)
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(objectName);
    m_search->setAccessibleName(name);
    m_search->setPlaceholderText(hint);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::instance().icon(QStringLiteral("search"), &Colours::mutedText),
                        QLineEdit::LeadingPosition);
    const int hintWidth = fontMetrics().horizontalAdvance(hint) + kAroundHint;
    m_search->setFixedWidth(std::min(hintWidth, fontMetrics().averageCharWidth() * 48));
    m_search->installEventFilter(this);
    layout()->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::emitChange);
    return m_search;
}

QComboBox* FilterBar::addChoice(const QString& objectName, const QString& name,
                                const Choices& choices)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setToolTip(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    // Wide enough for what it shows at first; counted in wide letters.
    const auto words = static_cast<int>(choices.isEmpty() ? 0 : choices.front().first.size());
    choice->setMinimumContentsLength(std::clamp(words * 2 / 3, 7, 10));
    layout()->addWidget(choice);
    m_choices << choice;
    setChoices(choice, choices);
    connect(choice, &QComboBox::currentIndexChanged, this, &FilterBar::emitChange);
    return choice;
}

QCheckBox* FilterBar::addCheck(const QString& objectName, const QString& words, const QString& tip)
{
    auto* check = new QCheckBox(words, this);
    check->setObjectName(objectName);
    check->setToolTip(tip);
    layout()->addWidget(check);
    m_checks << check;
    connect(check, &QCheckBox::toggled, this, &FilterBar::emitChange);
    return check;
}

void FilterBar::addClear(const QString& objectName)
{
    m_clear = new QPushButton(tr("Clear filters"), this);
    m_clear->setObjectName(objectName);
    setRole(m_clear, "quiet");
    layout()->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
}

void FilterBar::addButton(QPushButton* button)
{
    layout()->addWidget(button);
}

void FilterBar::select(QComboBox& choice, const QString& value)
{
    // As text: neither settings nor saved filters keep types.
    for (int i = 1; i < choice.count(); ++i)
        if (choice.itemData(i).toString() == value)
            choice.setCurrentIndex(i);
}

void FilterBar::setChoices(QComboBox* choice, const Choices& choices)
{
    const QScopedValueRollback guard(m_filling, true);
    const QVariant remembered = QSettings().value(keyOf(choice));
    const QVariant wanted = choice->currentIndex() > 0 ? choice->currentData() : remembered;
    choice->clear();
    for (const auto& [words, value] : choices)
        choice->addItem(words, value);
    if (wanted.isValid())
        select(*choice, wanted.toString());
}

void FilterBar::restore()
{
    const QSettings settings;
    for (QCheckBox* check : m_checks)
        check->setChecked(settings.value(keyOf(check), false).toBool());
    m_filling = false;
    if (m_clear)
        m_clear->setEnabled(!isClear());
}

QString FilterBar::typed() const
{
    return m_search ? m_search->text() : QString();
}

void FilterBar::clear()
{
    choose({});
}

FilterBar::Chosen FilterBar::chosen() const
{
    Chosen chosen;
    if (!typed().isEmpty())
        chosen[m_search->objectName()] = typed();
    for (const QComboBox* choice : m_choices)
        if (choice->currentIndex() > 0)
            chosen[choice->objectName()] = choice->currentData().toString();
    for (const QCheckBox* check : m_checks)
        if (check->isChecked())
            chosen[check->objectName()] = QStringLiteral("yes");
    return chosen;
}

QString FilterBar::words() const
{
    QStringList parts;
    // What a list shows at first may narrow it too; then it stands for a key.
    const auto narrows = [](const QComboBox& choice) {
        return choice.currentIndex() > 0 || (choice.currentData().typeId() == QMetaType::QString &&
                                             !choice.currentData().toString().isEmpty());
    };
    for (const QComboBox* choice : m_choices)
        if (narrows(*choice))
            parts << choice->currentText();
    for (const QCheckBox* check : m_checks)
        if (check->isChecked())
            parts << check->text().remove(QLatin1Char('&'));
    if (!typed().isEmpty())
        parts << tr("“%1”").arg(typed());
    return parts.join(tr("; "));
}

void FilterBar::choose(const Chosen& chosen)
{
    {
        const QScopedValueRollback guard(m_filling, true);
        if (m_search)
            m_search->setText(chosen.value(m_search->objectName()));
        for (QComboBox* choice : m_choices) {
            choice->setCurrentIndex(0);
            if (const auto value = chosen.find(choice->objectName()); value != chosen.end())
                select(*choice, *value);
        }
        for (QCheckBox* check : m_checks)
            check->setChecked(chosen.contains(check->objectName()));
    }
    emitChange();
}

bool FilterBar::isClear() const
{
    return chosen().isEmpty();
}

void FilterBar::emitChange()
{
    if (m_filling)
        return;
    remember();
    if (m_clear)
        m_clear->setEnabled(!isClear());
    emit filterChanged();
}

std::optional<bool> answerOf(const QComboBox& choice)
{
    const QVariant answer = choice.currentData();
    return answer.isValid() ? std::optional<bool>(answer.toBool()) : std::nullopt;
}

QString FilterBar::keyOf(const QWidget* filter) const
{
    return m_settingsKey + QStringLiteral("/filter/") + filter->objectName();
}

void FilterBar::remember() const
{
    QSettings settings;
    for (const QComboBox* choice : m_choices)
        settings.setValue(keyOf(choice), choice->currentData().toString());
    for (const QCheckBox* check : m_checks)
        settings.setValue(keyOf(check), check->isChecked());
}

bool FilterBar::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            emit leftDownwards();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit accepted();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

}  // namespace homeward::ui
