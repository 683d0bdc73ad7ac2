#pragma once

#include "app/records/merging.h"
#include "ui/shared/fields/act_dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace homeward::ui {

/// Makes one record of two: which is the other, which stays, whose care counts, and why. What is
/// found under the number is shown before anything is done.
class MergeDialog : public ActDialog {
    Q_OBJECT
public:
    /// `child` is the record that is open.
    MergeDialog(const ChildId& child, const QString& name, QWidget* parent = nullptr);

    /// Both records, this one first, by the other's case number.
    std::function<Result<app::MergePreview>(const std::string& number)> find;

    /// As typed and chosen. Fails with: what `find` gives (field "number").
    Result<app::Merging> merging();
    /// The record that stays, once it is done.
    const ChildId& kept() const { return m_kept; }

private:
    Result<app::MergePreview> look();
    void showOther();

    ChildId m_child;
    ChildId m_kept;
    QLineEdit* m_number;
    QLabel* m_found;
    QComboBox* m_stays;
    QComboBox* m_care;
    QLineEdit* m_reason;
};

}  // namespace homeward::ui
