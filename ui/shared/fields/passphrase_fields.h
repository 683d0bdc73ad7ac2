#pragma once

#include <QWidget>

#include "app/authority/passphrase_rule.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace homeward::ui {

class FormField;

/// What a passphrase is still missing; empty: it will do.
QString passphraseProblem(const Secret& passphrase, const Secret& repeated,
                          const app::PassphraseOwner& owner);

/// A new passphrase, typed twice, with what is missing beside it.
class PassphraseFields final : public QWidget {
    Q_OBJECT
public:
    explicit PassphraseFields(QWidget* parent = nullptr);

    /// A passphrase must not be made of the names it belongs to.
    void setOwner(const app::PassphraseOwner& owner);
    QLineEdit* firstEdit() const { return m_first; }
    bool isGood() const;
    void begin();  ///< the keyboard goes to the first field
    /// Says beside the field what is missing.
    void showProblem();
    void showProblem(const QString& problem);
    Secret passphrase() const;
    void clear();

signals:
    void edited();     ///< by hand
    void submitted();  ///< Enter in the last field

private:
    void check();
    FormField* addEdit(const QString& name, QLineEdit* edit);

    QString problem() const;

    app::PassphraseOwner m_owner;
    QLineEdit* m_first;
    QLineEdit* m_second;
    FormField* m_firstField;
    FormField* m_secondField;
    QLabel* m_rule;  ///< how far the passphrase is, while nothing is wrong yet
    QCheckBox* m_visible;
};

}  // namespace homeward::ui
