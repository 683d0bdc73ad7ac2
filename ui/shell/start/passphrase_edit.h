#pragma once

#include <QWidget>

#include "support/secrets/secret.h"

class QLabel;
class QLineEdit;

namespace homeward::ui {

/// A passphrase field that can show what was typed and says when Caps Lock seems to be on.
class PassphraseEdit : public QWidget {
    Q_OBJECT
public:
    explicit PassphraseEdit(QWidget* parent = nullptr);

    Secret secret() const;
    void setText(const QString& text);
    void clear();
    bool isEmpty() const;
    QLineEdit* edit() const { return m_edit; }

signals:
    void submitted();  ///< Enter
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_edit;
    QLabel* m_capsHint;
};

}  // namespace homeward::ui
