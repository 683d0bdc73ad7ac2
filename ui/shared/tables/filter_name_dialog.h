#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

/// Asks what filters shall be called; says so where the name is in use.
class FilterNameDialog final : public QDialog {
    Q_OBJECT
public:
    FilterNameDialog(const QString& title, const QString& name, const QStringList& inUse,
                     QWidget* parent);
    QString name() const;

private:
    void judge();

    QStringList m_inUse;
    QLineEdit* m_name;
    QLabel* m_note;
    QPushButton* m_proceed;
};

}  // namespace homeward::ui
