#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>

#include "domain/child_merge.h"
#include "domain/account.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/home.h"
#include "domain/needs/rating.h"
#include "domain/statutory_codes.h"
#include "matching/shortlist.h"
#include "support/date.h"

namespace homeward::ui {

// Words and forms that every page shares. Dates and money by locale.
QString text(std::string_view utf8);
std::string utf8(const QString& text);
QString dateText(Date date);                            ///< "3 Mar 2026"
QString dateText(const std::optional<Date>& date);      ///< empty: an en dash
QString momentText(Timestamp moment);                   ///< local time, "3 Mar 2026, 14:32"
QString moneyText(const std::optional<int>& pence);     ///< "£612"; unknown: an en dash
QString moneyPerWeek(const std::optional<int>& pence);  ///< "£612 a week"; unknown: an en dash
QString collectionYearText(int startYear);              ///< "2023/24" of its first calendar year
QString ageText(int years);                             ///< "11", under one "under 1"
QString tenthsText(int tenths);                         ///< 834 as "83.4"
QString oneDecimalText(double value);                   ///< rounded as support/text/rounding.h does
QString signedNumber(double value, int decimals);       ///< "+2", "−3" (true minus), "0"

QString label(Role role);
QString label(Sex sex);  ///< boy/girl wording is for children: "boy", "girl", "not recorded"
QString label(PlaceGroup group);
QString label(HomeKind kind);
QString label(Withdrawal withdrawal);
QString label(MergedCare care);
QString label(ApprovalStatus status);
QString label(PlacementType type);
QString label(Perspective perspective);
QString label(matching::Band band);
QString label(matching::Limit limit);  ///< short, e.g. "age terms"
QString label(matching::Factor factor);
/// The whole sentence of a limit that is not met or unknown, e.g. "Approved for ages 0 to 10".
QString sentence(const matching::LimitFinding& finding);
/// "12 children's homes, from £4,700 a week"
QString otherKindText(const matching::OtherKind& other);
/// Who can waive it, e.g. "exemption"; a term of approval in an `emergency`: "six working days".
QString waiverText(matching::Limit limit, bool emergency = false);

}  // namespace homeward::ui
