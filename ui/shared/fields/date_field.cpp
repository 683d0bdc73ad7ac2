#include "ui/shared/fields/date_field.h"

#include <QAction>
#include <QCalendarWidget>
#include <QEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <tuple>

#include "ui/shared/fields/date_text.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kAroundDay = 12;    ///< pixels
constexpr int kCalendarRows = 8;  ///< month, names of the days, six weeks
constexpr int kAroundText = 44;   ///< margins and the calendar button, pixels

std::optional<Date> toDay(const QDate& date)
{
    return Date::fromYmd(date.year(), date.month(), date.day());
}

/// Colours and arrows as everywhere else, and room for all six weeks.
void dress(QCalendarWidget& calendar)
{
    const Colours& colours = Theme::instance().colours();
    calendar.setStyleSheet(
        QStringLiteral("QCalendarWidget { background: %1; border: 1px solid %2; }"
                       "QWidget#qt_calendar_navigationbar { background: %1; }"
                       "QToolButton { color: %3; } QToolButton::menu-indicator { image: none; }"
                       "QAbstractItemView { border: none; border-radius: 0; background: %1;"
                       " selection-background-color: %4; selection-color: %5; }"
                       "QAbstractItemView:disabled { color: %6; }")
            .arg(colours.card.name(), colours.border.name(), colours.text.name(),
                 colours.primary.name(), colours.primaryText.name(), colours.mutedText.name()));
    const std::tuple<const char*, const char*, QString> arrows[] = {
        {"qt_calendar_prevmonth", "back", DateField::tr("Month before")},
        {"qt_calendar_nextmonth", "forward", DateField::tr("Month after")}};
    for (const auto& [button, icon, name] : arrows)
        if (auto* arrow = calendar.findChild<QToolButton*>(QLatin1String(button))) {
            arrow->setIcon(Theme::instance().icon(QLatin1String(icon)));
            arrow->setAccessibleName(name);
        }
    const int row = calendar.fontMetrics().height() + kAroundDay;
    calendar.setMinimumSize(
        7 * (calendar.fontMetrics().horizontalAdvance(QStringLiteral("Mmm")) + kAroundDay),
        kCalendarRows * row);
}

/// A calendar that closes when it is left.
QCalendarWidget* makeCalendar(QWidget* parent)
{
    auto* calendar = new QCalendarWidget(parent);
    calendar->setObjectName(QStringLiteral("dateCalendar"));
    calendar->setWindowFlags(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(day, {});  // a Sunday is no error: not red
    dress(*calendar);
    return calendar;
}

/// Below the field, or above where the screen ends.
QPoint placeFor(const QWidget& popup, const QWidget& field)
{
    const QSize size = popup.sizeHint().expandedTo(popup.minimumSize());
    const QRect screen = field.screen()->availableGeometry();
    QPoint corner = field.mapToGlobal(QPoint(0, field.height() + 2));
    if (corner.y() + size.height() > screen.bottom())
        corner.setY(field.mapToGlobal(QPoint(0, -size.height() - 2)).y());
    corner.setX(
        qBound(screen.left(), corner.x(), qMax(screen.left(), screen.right() - size.width())));
    return corner;
}

}  // namespace

QDate toQDate(Date day)
{
    return {day.year(), day.month(), day.day()};
}

DateField::DateField(QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("day/month/year"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    addCalendarButton();
    connect(this, &QLineEdit::textChanged, this, &DateField::noteTyping);
    connect(this, &QLineEdit::editingFinished, this, &DateField::takeTyped);
}

void DateField::addCalendarButton()
{
    m_calendarAction =
        addAction(Theme::instance().icon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    m_calendarAction->setText(tr("Choose from a calendar"));
    m_calendarAction->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    connect(m_calendarAction, &QAction::triggered, this, &DateField::openCalendar);
    for (auto* button : findChildren<QToolButton*>())
        button->setAccessibleName(m_calendarAction->text());
}

QDate DateField::date() const
{
    if (!m_typing)
        return m_date;
    const auto read = written();
    return read && isInRange(toQDate(*read)) ? toQDate(*read) : QDate();
}

std::optional<Date> DateField::day() const
{
    return toDay(date());
}

std::optional<Date> DateField::written() const
{
    if (!m_typing)
        return toDay(m_date);
    const auto today = m_today ? m_today : toDay(QDate::currentDate());
    return readDate(text(), today.value_or(Date()), toDay(m_latest));
}

void DateField::setDate(const QDate& date)
{
    // Typing that means this very day is left alone: somebody may be in the middle of it.
    if (m_typing && date.isValid() && date == this->date())
        return;
    showDate(date);
    setProblem({});
    tell(date);
}

void DateField::setDay(const std::optional<Date>& day)
{
    setDate(day ? toQDate(*day) : QDate());
}

void DateField::setTyped(const QString& typed)
{
    if (typed == text())
        return;
    setText(typed);
    takeTyped();
}

void DateField::setToday(Date today)
{
    m_today = today;
}

void DateField::setMinimumDate(const QDate& earliest)
{
    m_earliest = earliest;
}

void DateField::setMaximumDate(const QDate& latest)
{
    m_latest = latest;
}

bool DateField::settle()
{
    takeTyped();
    if (m_required && text().trimmed().isEmpty())
        setProblem(problemOf({}));
    if (m_problem.isEmpty())
        return true;
    setFocus(Qt::OtherFocusReason);
    selectAll();
    return false;
}

QSize DateField::sizeHint() const
{
    QSize size = QLineEdit::sizeHint();
    const int widest = qMax(fontMetrics().horizontalAdvance(placeholderText()),
                            fontMetrics().horizontalAdvance(QStringLiteral("30 Sept 2026")));
    size.setWidth(widest + kAroundText);
    return size;
}

void DateField::noteTyping()
{
    if (m_showing)
        return;
    m_typing = true;
    // A problem goes as soon as it is mended; a new one waits until the field is left.
    if (!m_problem.isEmpty() && problemOf(written()).isEmpty())
        setProblem({});
}

void DateField::takeTyped()
{
    if (!m_typing)
        return;
    const QString problem = problemOf(written());
    const QDate taken = date();
    if (problem.isEmpty())
        showDate(taken);
    setProblem(problem);
    tell(taken);
}

void DateField::showDate(const QDate& date)
{
    const QScopedValueRollback guard(m_showing, true);
    m_typing = false;
    m_date = date;
    const auto day = toDay(date);
    if (const QString shown = day ? dateText(*day) : QString(); shown != text())
        setText(shown);
}

void DateField::tell(const QDate& date)
{
    if (date == m_told)
        return;
    m_told = date;
    emit dateChanged(date);
}

void DateField::setProblem(const QString& problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    emit problemChanged(problem);
}

QString DateField::problemOf(const std::optional<Date>& day) const
{
    if (text().trimmed().isEmpty())
        return m_required ? tr("A date is needed.") : QString();
    if (!day)
        return tr("This is not a date. Write it like 31/3/2026.");
    if (m_earliest.isValid() && toQDate(*day) < m_earliest)
        return tr("The first day possible is %1.").arg(dateText(toDay(m_earliest)));
    if (m_latest.isValid() && toQDate(*day) > m_latest)
        return tr("The last day possible is %1.").arg(dateText(toDay(m_latest)));
    return {};
}

bool DateField::isInRange(const QDate& date) const
{
    return (!m_earliest.isValid() || date >= m_earliest) &&
           (!m_latest.isValid() || date <= m_latest);
}

QDate DateField::bounded(const QDate& date) const
{
    if (m_earliest.isValid() && date < m_earliest)
        return m_earliest;
    return m_latest.isValid() && date > m_latest ? m_latest : date;
}

void DateField::step(int days, int months)
{
    const QDate from = date();
    if (from.isValid()) {
        if (const QDate to = from.addMonths(months).addDays(days); isInRange(to))
            setDate(to);
    } else if (text().trimmed().isEmpty()) {
        setDate(bounded(m_today ? toQDate(*m_today) : QDate::currentDate()));
    }
}

bool DateField::stepWith(int key)
{
    switch (key) {
        case Qt::Key_Up:
            step(1, 0);
            return true;
        case Qt::Key_Down:
            step(-1, 0);
            return true;
        case Qt::Key_PageUp:
            step(0, 1);
            return true;
        case Qt::Key_PageDown:
            step(0, -1);
            return true;
        default:
            return false;
    }
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    if (isReadOnly())
        return QLineEdit::keyPressEvent(event);
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    const bool opens = (event->key() == Qt::Key_F4 && held == Qt::NoModifier) ||
                       (event->key() == Qt::Key_Down && held == Qt::AltModifier);
    if (opens)
        openCalendar();
    else if (held != Qt::NoModifier || !stepWith(event->key()))
        QLineEdit::keyPressEvent(event);
}

void DateField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ReadOnlyChange && m_calendarAction)
        m_calendarAction->setVisible(!isReadOnly());
}

void DateField::openCalendar()
{
    if (isReadOnly() || !isEnabled())
        return;
    auto* calendar = makeCalendar(this);
    calendar->setAccessibleName(
        accessibleName().isEmpty() ? tr("Calendar") : tr("Calendar: %1").arg(accessibleName()));
    if (m_earliest.isValid())
        calendar->setMinimumDate(m_earliest);
    if (m_latest.isValid())
        calendar->setMaximumDate(m_latest);
    const QDate today = m_today ? toQDate(*m_today) : QDate::currentDate();
    calendar->setSelectedDate(bounded(date().isValid() ? date() : today));
    const auto choose = [this, calendar](const QDate& chosen) {
        calendar->close();
        setFocus(Qt::PopupFocusReason);
        setDate(chosen);
    };
    connect(calendar, &QCalendarWidget::clicked, this, choose);
    connect(calendar, &QCalendarWidget::activated, this, choose);
    calendar->move(placeFor(*calendar, *this));
    calendar->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

}  // namespace homeward::ui
