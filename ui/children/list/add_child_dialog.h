#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "domain/account.h"
#include "domain/child.h"

class QPushButton;

namespace homeward::ui {

class Banner;
class ChildDetailsForm;

/// What is needed to add a child; rules that are broken show beside their field.
class AddChildDialog : public QDialog {
    Q_OBJECT
public:
    AddChildDialog(const std::vector<Account>& workers, const AccountId& worker, Date today,
                   QWidget* parent = nullptr);

    /// Called when the person agrees; an error stays in the dialog.
    std::function<Result<ChildId>(const Child& child)> add;
    const ChildId& added() const { return m_added; }

    void accept() override;

private:
    void finish(const Result<ChildId>& added);
    void refuse(const Error& error);
    ChildDetailsForm* m_form;
    Banner* m_banner;
    QPushButton* m_proceed;
    ChildId m_added;
};

}  // namespace homeward::ui
