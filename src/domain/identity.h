#pragma once

#include <string>
#include <string_view>

namespace homeward {

/// What numbers of children are compared by, however they were written: capitals, without blanks,
/// without zeros in front and without the ".0" of a spreadsheet. "ab 778" and "AB778" are one.
std::string caseNumberKey(std::string_view written);

/// The same of a unique pupil number; empty where there is none: nothing written, or one of the
/// codes that say why there is none (UN1 to UN5).
std::string upnKey(std::string_view written);

}  // namespace homeward
