#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace homeward::ui {

/// Marks a field by what is wrong with it, for the eye and for a screen reader; empty: nothing.
void markField(QWidget* field, const QString& problem, const QString& hint = {});

/// A field of a form: its name above, a hint and the reason why it cannot be taken below. The name
/// is also the editor's accessible name.
class FormField : public QWidget {
    Q_OBJECT
public:
    /// Takes `editor` as a child.
    FormField(const QString& label, QWidget* editor, const QString& hint = {},
              QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    /// Empty: nothing is wrong (any more). A DateField tells of its own as well.
    void setProblem(const QString& reason);
    bool hasProblem() const;

private:
    void showProblem();
    QWidget* m_editor;
    QString m_given;  ///< what setProblem said
    QLabel* m_hint;
    QLabel* m_problem;
};

}  // namespace homeward::ui
