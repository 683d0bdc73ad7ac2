#pragma once

#include "support/date.h"

// Working days of England and Wales: neither Saturday, Sunday nor a bank holiday. Bank holidays are
// computed, with their substitute days, from 1978 on (Banking and Financial Dealings Act 1971,
// schedule 1, and the proclamations since); days that were added or moved once stand in
// resources/calendar/bank-holidays.tsv.

namespace homeward {

/// Working days for which a child may be placed with foster carers outside the terms of their
/// approval, in an emergency.
/// Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg. 23.
inline constexpr int kOutsideTermsDays = 6;

bool isBankHoliday(Date day);
bool isWorkingDay(Date day);

/// The last of `count` working days (1 or more); `first` is one of them if it is one.
Date lastWorkingDay(Date first, int count);

/// Working days behind `from` up to and with `until`; negative where `until` is earlier.
int workingDaysBetween(Date from, Date until);

}  // namespace homeward
