#pragma once

#include <QDialog>
#include <functional>
#include <string>
#include <vector>

#include "support/result.h"

class QDialogButtonBox;
class QFormLayout;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class Banner;
class CodeChoice;
class FieldWithNote;

/// A small dialog that does one thing: a sentence, a few fields, one button. The first field has
/// the keyboard, Tab follows the eye and ends at the button, every mistake stands beside its field.
class ActDialog : public QDialog {
    Q_OBJECT
public:
    /// `proceed` is the verb on the button; `name` its object name.
    ActDialog(const QString& title, const QString& words, const QString& proceed, const char* name,
              QWidget* parent = nullptr);

    /// Called when the person agrees and nothing is missing. An error stays in the dialog, a broken
    /// rule beside the field that it names.
    std::function<Result<Done>()> act;

    void accept() override;

protected:
    /// `key` is the field's name in errors ("endsOn"), `name` its object name.
    void addField(const char* key, const QString& label, QWidget* field, const char* name);
    /// Nothing is done until a code is chosen; `problem` says so beside it.
    void require(CodeChoice* choice, const QString& problem);
    void showEvent(QShowEvent* event) override;

private:
    struct Part {
        std::string key;
        FieldWithNote* field;
    };
    struct Needed {
        CodeChoice* choice;
        QString problem;
    };
    FieldWithNote* around(const QWidget* field) const;
    bool isFilledIn();
    void finish(const Result<Done>& done);

    Banner* m_banner;
    QFormLayout* m_form;
    QDialogButtonBox* m_buttons;
    QPushButton* m_proceed;
    std::vector<Part> m_parts;
    std::vector<Needed> m_needed;
    bool m_shown = false;
};

}  // namespace homeward::ui
