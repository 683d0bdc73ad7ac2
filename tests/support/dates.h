#pragma once

#include "support/date.h"

namespace homeward::test {

/// Of a day that is one.
inline Date day(const char* iso)
{
    return Date::fromIso(iso).value();
}

}  // namespace homeward::test
