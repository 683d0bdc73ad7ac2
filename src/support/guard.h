#pragma once

#include <utility>

#include "support/result.h"

namespace homeward {

/// What is being thrown, as an Error: Internal with the kind of the exception in its detail. Its
/// own words are dropped, they may quote personal data. Only within a catch block.
Error thrownError(const char* label);

/// Runs `work`, which gives a Result, and makes an Error of whatever it throws. Each layer that
/// calls code which throws has its entries run through this, so that no exception leaves it.
template <typename Work>
auto guarded(const char* label, Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        return thrownError(label);
    }
}

}  // namespace homeward
