#pragma once

#include <QLabel>

namespace homeward::ui {

/// A field with room below it for what is wrong with it. A DateField tells of its own as well.
/// No focus proxy: it would stand after its field in the tab order and catch every Tab.
class FieldWithNote : public QWidget {
    Q_OBJECT
public:
    explicit FieldWithNote(QWidget* field, QWidget* parent = nullptr);
    void setNote(const QString& text);  ///< empty: nothing is wrong
    QWidget* field() const { return m_field; }
    QString note() const { return m_note->text(); }

private:
    void showNote();
    QWidget* m_field;
    QLabel* m_note;
    QString m_given;  ///< what setNote said
};

}  // namespace homeward::ui
