#pragma once

#include <QDialog>
#include <functional>
#include <string>

#include "app/placements.h"

class QComboBox;
class QDateEdit;

namespace homeward::ui {

class FieldWithNote;

/// One question: when did this placement end, and why.
class EndPlacementDialog : public QDialog {
    Q_OBJECT
public:
    EndPlacementDialog(const app::PlacementRow& placement, Date today, QWidget* parent = nullptr);

    Date endsOn() const;
    std::string reason() const;  ///< REASON_PLACE_CHANGE
    /// Called when the person agrees; an error stays in the dialog.
    std::function<Result<Done>(Date endsOn, const std::string& reason)> end;

    void accept() override;

private:
    QDateEdit* m_date;
    QComboBox* m_reason;
    FieldWithNote* m_dateField;
    FieldWithNote* m_reasonField;
};

}  // namespace homeward::ui
