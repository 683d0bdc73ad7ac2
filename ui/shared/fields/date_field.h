#pragma once

#include <QDate>
#include <QLineEdit>
#include <optional>

#include "support/date.h"

class QAction;

namespace homeward::ui {

/// A day, typed freely (see readDate) or chosen from a calendar (Alt+Down, F4); Up and Down step a
/// day, Page Up and Page Down a month. May be empty. What was typed stays as it is where it is no
/// day or out of range; a FormField or FieldWithNote around it says so.
class DateField : public QLineEdit {
    Q_OBJECT
public:
    explicit DateField(QWidget* parent = nullptr);

    /// Invalid: empty, or nothing that may be taken.
    QDate date() const;
    std::optional<Date> day() const;
    /// The day that is written, even when it is out of range.
    std::optional<Date> written() const;
    /// An invalid one empties the field. Shown as it is, in range or not.
    void setDate(const QDate& date);
    void setDay(const std::optional<Date>& day);
    /// Shows what somebody typed before, as if it were typed now.
    void setTyped(const QString& typed);

    void setToday(Date today);  ///< what "today" means; else that of the computer
    void setMinimumDate(const QDate& earliest);
    void setMaximumDate(const QDate& latest);
    void setRequired(bool required) { m_required = required; }

    /// Why the text is not taken; empty: nothing is wrong, as far as was looked.
    const QString& problem() const { return m_problem; }
    /// Looks at the text now, before something is done with it. False: it cannot be taken; the
    /// problem shows and the field has the focus.
    bool settle();

    QSize sizeHint() const override;

public slots:
    void openCalendar();

signals:
    /// Another day was taken, or none any more; not while it is being typed.
    void dateChanged(QDate date);
    void problemChanged(const QString& problem);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addCalendarButton();
    void takeTyped();
    void noteTyping();
    void showDate(const QDate& date);
    void tell(const QDate& date);
    void setProblem(const QString& problem);
    QString problemOf(const std::optional<Date>& day) const;
    bool isInRange(const QDate& date) const;
    QDate bounded(const QDate& date) const;
    void step(int days, int months);
    bool stepWith(int key);

    QAction* m_calendarAction = nullptr;
    QDate m_date;  ///< shown, when nothing was typed since
    QDate m_told;
    QDate m_earliest, m_latest;  ///< invalid: no bound
    std::optional<Date> m_today;
    QString m_problem;
    bool m_required = false;
    bool m_typing = false;  ///< the text is not (yet) m_date
    bool m_showing = false;
};

QDate toQDate(Date day);

}  // namespace homeward::ui
