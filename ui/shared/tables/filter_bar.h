#pragma once

#include <QList>
#include <QMap>
#include <QVariant>
#include <QWidget>
#include <optional>
#include <utility>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

/// Search and filters above a list. What is chosen is remembered under the name of the list; what
/// is typed is not, for it may be a name and settings are not encrypted.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    using Choices = QList<std::pair<QString, QVariant>>;  ///< words and what they stand for
    /// What narrows the list, by the name of its widget; of those that do.
    using Chosen = QMap<QString, QString>;

    FilterBar(const QString& settingsKey, QWidget* parent);

    QLineEdit* addSearch(const QString& objectName, const QString& name, const QString& hint);
    /// The first of the choices filters nothing, or what the list shows at first.
    QComboBox* addChoice(const QString& objectName, const QString& name, const Choices& choices);
    QCheckBox* addCheck(const QString& objectName, const QString& words, const QString& tip);
    /// A button that undoes all of them.
    void addClear(const QString& objectName);
    /// Another button behind them.
    void addButton(QPushButton* button);
    /// What is chosen, or was when the program was closed, stays chosen if it is still there.
    void setChoices(QComboBox* choice, const Choices& choices);
    /// Puts back what was remembered; once everything was added.
    void restore();

    QString typed() const;
    QLineEdit* search() const { return m_search; }
    void clear();
    bool isClear() const;
    Chosen chosen() const;
    /// All that narrows the list, as it is read: "in care; girls; “Stirbu”". Empty: nothing does.
    QString words() const;
    /// What is not named in `chosen`, or is no longer to be had, narrows nothing.
    void choose(const Chosen& chosen);

signals:
    void filterChanged();
    void leftDownwards();  ///< Down in the search: to the list
    void accepted();       ///< Enter there

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QString keyOf(const QWidget* filter) const;
    void remember() const;
    void emitChange();
    static void select(QComboBox& choice, const QString& value);

    QString m_settingsKey;
    QLineEdit* m_search = nullptr;
    QPushButton* m_clear = nullptr;
    QList<QComboBox*> m_choices;
    QList<QCheckBox*> m_checks;
    bool m_filling = true;
};

/// What a choice of true, false and neither says.
std::optional<bool> answerOf(const QComboBox& choice);

}  // namespace homeward::ui
