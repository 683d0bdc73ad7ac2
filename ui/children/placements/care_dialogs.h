#pragma once

#include "app/care/care.h"
#include "ui/shared/fields/act_dialog.h"

namespace homeward::ui {

class CodeChoice;
class DateField;

/// From when is the child looked after, and why.
class BeginCareDialog : public ActDialog {
    Q_OBJECT
public:
    BeginCareDialog(const QString& child, Date today, QWidget* parent = nullptr);
    /// Without the child.
    app::CareBeginning beginning() const;

private:
    DateField* m_start;
    CodeChoice* m_need;
    CodeChoice* m_status;
};

/// How care ended; or when it really was, and why.
class CareTermsDialog : public ActDialog {
    Q_OBJECT
public:
    enum class Purpose { End, Correct };
    CareTermsDialog(Purpose purpose, const CarePeriod& period, const QString& child, Date today,
                    QWidget* parent = nullptr);
    CareTerms terms() const;

private:
    CarePeriod m_period;
    DateField* m_start = nullptr;  ///< null: stays as it is, with the reason for care
    DateField* m_end;
    CodeChoice* m_need = nullptr;
    CodeChoice* m_how;
};

/// From when does which legal status hold.
class LegalStatusDialog : public ActDialog {
    Q_OBJECT
public:
    LegalStatusDialog(const QString& child, const std::string& current, Date today,
                      QWidget* parent = nullptr);
    std::string code() const;
    Date startsOn() const;

private:
    CodeChoice* m_code;
    DateField* m_start;
};

}  // namespace homeward::ui
