#pragma once

#include <QString>

#include "app/records/children.h"

namespace homeward::ui {

/// Where a child lives in a few words: the household, the kind of place, "no placement" while care
/// goes on without one, or "not in care now".
QString livesText(const app::ChildRow& child);
/// Why a home has to be found and by when, or why not: "notice ends 20 Dec 2026";
/// empty: lives somewhere, and nothing is known of a move.
QString urgencyText(const app::ChildRow& child);
/// What a column of urgencyText sorts by: the most urgent first.
QString urgencyOrder(const app::ChildRow& child);
/// "problem" where it cannot wait, "warning", or empty.
QString urgencyTone(const app::ChildRow& child, Date today);
/// In whole sentences what is out of the ordinary about a placement that lasts; may be empty.
QString placementNotes(const OutsideTerms& outsideTerms, const Leaving& leaving);
QString ageOf(const app::ChildRow& child);
/// What the column of ages sorts by: within a year the younger still comes first.
int youngestFirst(const app::ChildRow& child);
QString assessedText(const app::ChildRow& child);  ///< the day, or "not yet"
/// Empty: not assessed.
std::optional<int> totalNeed(const app::ChildRow& child);

}  // namespace homeward::ui
