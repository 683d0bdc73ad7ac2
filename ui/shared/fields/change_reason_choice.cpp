#include "ui/shared/fields/change_reason_choice.h"

#include "domain/statutory_codes.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

ChangeReasonChoice::ChangeReasonChoice(Date on, QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(40);
    addItem(tr("choose a reason"), QString());
    for (const auto& code : StatutoryCodes::builtIn().codesOf("REASON_PLACE_CHANGE"))
        if (!code.validTo || *code.validTo >= on)
            addItem(text(code.label), text(code.code));
}

std::string ChangeReasonChoice::code() const
{
    return utf8(currentData().toString());
}

void ChangeReasonChoice::setCode(const std::string& code)
{
    setCurrentIndex(qMax(0, findData(text(code))));
}

}  // namespace homeward::ui
