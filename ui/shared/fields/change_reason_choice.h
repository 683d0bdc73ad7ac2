#pragma once

#include <QComboBox>
#include <string>

#include "support/date.h"

namespace homeward::ui {

/// Why a placement ends, from the codes of the statutory return (REASON_PLACE_CHANGE) that hold on
/// a day. Nothing is chosen at first.
class ChangeReasonChoice : public QComboBox {
    Q_OBJECT
public:
    explicit ChangeReasonChoice(Date on, QWidget* parent = nullptr);
    std::string code() const;  ///< empty: nothing chosen yet
    void setCode(const std::string& code);
};

}  // namespace homeward::ui
