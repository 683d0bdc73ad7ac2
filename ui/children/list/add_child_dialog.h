#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "app/records/children.h"
#include "domain/account.h"

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
    std::function<Result<ChildId>(const Child& child, app::SamePerson samePerson)> add;
    /// The child that was added, or the one on record that it turned out to be.
    const ChildId& added() const { return m_added; }

    void accept() override;

private:
    void finish(const Result<ChildId>& added);
    void refuse(const Error& error);
    void askWhetherSame(const Error& error);
    void forgetSame();
    ChildDetailsForm* m_form;
    Banner* m_banner;
    QPushButton* m_proceed;
    ChildId m_added;
    ChildId m_same;  ///< on record, and seems to be the same person; empty: nobody was asked about
};

}  // namespace homeward::ui
