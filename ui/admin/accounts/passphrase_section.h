#pragma once

#include "support/result.h"
#include "ui/admin/admin_section.h"

class QLineEdit;
class QPushButton;

namespace homeward::ui {

class FormField;
class PassphraseFields;

/// One's own passphrase; everybody may change it.
class PassphraseSection final : public AdminSection {
    Q_OBJECT
public:
    explicit PassphraseSection(const PageContext& context, QWidget* parent = nullptr);

private:
    void change();
    void tell(const Result<Done>& changed);

    QLineEdit* m_current;
    FormField* m_currentField;
    PassphraseFields* m_next;
    QPushButton* m_change;
};

}  // namespace homeward::ui
