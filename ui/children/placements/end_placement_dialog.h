#pragma once

#include <QDialog>
#include <functional>
#include <string>

#include "app/records/placements.h"

class QPushButton;

namespace homeward::ui {

class ChangeReasonChoice;
class DateField;
class FieldWithNote;

/// One question: when did this placement end, and why.
class EndPlacementDialog : public QDialog {
    Q_OBJECT
public:
    EndPlacementDialog(const app::PlacementRow& placement, Date today, QWidget* parent = nullptr);

    /// Called when the person agrees; an error stays in the dialog.
    std::function<Result<Done>(Date endsOn, const std::string& reason)> end;

    void accept() override;

private:
    void finish(const Result<Done>& done);
    ChangeReasonChoice* m_reason;
    DateField* m_date;
    FieldWithNote* m_reasonField;
    FieldWithNote* m_dateField;
    QPushButton* m_proceed;
};

}  // namespace homeward::ui
