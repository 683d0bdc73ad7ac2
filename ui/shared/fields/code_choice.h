#pragma once

#include <QComboBox>
#include <initializer_list>
#include <string>

#include "support/date.h"

namespace homeward::ui {

/// A code of the statutory return, by its label, of those that hold on a day. Nothing is chosen at
/// first.
class CodeChoice : public QComboBox {
    Q_OBJECT
public:
    /// `none` stands where nothing is chosen. `only`: these codes in this order; empty: all of the
    /// table ("REC", "CIN", ...).
    CodeChoice(const char* table, Date on, const QString& none, QWidget* parent = nullptr,
               std::initializer_list<const char*> only = {});
    std::string code() const;  ///< empty: nothing chosen
    /// One that is not offered any more is added: what is on record can be left as it is.
    void setCode(const std::string& code);

private:
    std::string m_table;
};

}  // namespace homeward::ui
