#pragma once

#include <QLabel>

class QFormLayout;

namespace homeward::ui {

/// A field with room below it for what is wrong with it.
class FieldWithNote : public QWidget {
    Q_OBJECT
public:
    explicit FieldWithNote(QWidget* field, QWidget* parent = nullptr);
    void setNote(const QString& text);  ///< empty: nothing is wrong
    QString note() const { return m_note->text(); }

private:
    void makeRoom();  ///< a dialog grows by the note
    QWidget* m_field;
    QLabel* m_note;
};

}  // namespace homeward::ui
