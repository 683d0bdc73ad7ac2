#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

/// In place of the record of a child in somebody else's caseload: why it is to be opened.
class ReasonCard final : public QWidget {
    Q_OBJECT
public:
    explicit ReasonCard(QWidget* parent = nullptr);
    /// `worker`: whose child it is. Empties the reason.
    void ask(const QString& worker);

signals:
    void given(const QString& reason);  ///< never empty

private:
    QLabel* m_words;
    QLineEdit* m_reason;
    QPushButton* m_open;
};

}  // namespace homeward::ui
