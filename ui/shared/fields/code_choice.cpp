#include "ui/shared/fields/code_choice.h"

#include <algorithm>
#include <vector>

#include "domain/statutory_codes.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

CodeChoice::CodeChoice(const char* table, Date on, const QString& none, QWidget* parent,
                       std::initializer_list<const char*> only)
    : QComboBox(parent), m_table(table)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(40);
    addItem(none, QString());
    const StatutoryCodes& codes = StatutoryCodes::builtIn();
    std::vector<StatutoryCodes::Code> offered;
    for (const char* code : only)
        if (const auto* found = codes.find(table, code))
            offered.push_back(*found);
    if (only.size() == 0)
        offered = codes.codesOf(table);
    for (const auto& code : offered)
        if ((!code.validTo || *code.validTo >= on) && (!code.validFrom || *code.validFrom <= on))
            addItem(text(code.label), text(code.code));
}

std::string CodeChoice::code() const
{
    return utf8(currentData().toString());
}

void CodeChoice::setCode(const std::string& code)
{
    if (findData(text(code)) < 0)
        addItem(text(StatutoryCodes::builtIn().label(m_table, code)), text(code));
    setCurrentIndex(findData(text(code)));
}

}  // namespace homeward::ui
