#pragma once

#include <QString>
#include <optional>

#include "support/date.h"

namespace homeward::ui {

/// The day that somebody wrote: 14/11/2020, 14.11.20, 14-11-2020, 141120, 2020-11-14, 14 Nov 2020,
/// 14th November 2020, or "today", "tomorrow", "yesterday". Months by their English names or those
/// of the locale. Day before month, always. Empty: no such day.
///
/// A year of two digits is of the century of `today`, or of the one before where the day would
/// otherwise be after `latest`.
std::optional<Date> readDate(const QString& typed, Date today,
                             const std::optional<Date>& latest = {});

}  // namespace homeward::ui
