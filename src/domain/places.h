#pragma once

#include <algorithm>
#include <vector>

#include "support/date.h"

namespace homeward {

/// The highest number of stays at one time on `day` or later. A stay begins with startsOn and lasts
/// until endsOn; a place promised to a child who is still to come is not free.
template <typename Stay>
int mostTogetherFrom(const std::vector<Stay>& stays, Date day)
{
    const auto holdsOn = [](const Stay& stay, Date on) {
        return stay.startsOn <= on && (!stay.endsOn || on < *stay.endsOn);
    };
    const auto countOn = [&](Date on) {
        return static_cast<int>(std::count_if(stays.begin(), stays.end(),
                                              [&](const Stay& stay) { return holdsOn(stay, on); }));
    };
    int most = countOn(day);
    for (const Stay& stay : stays)  // the number only rises where somebody moves in
        if (stay.startsOn > day)
            most = std::max(most, countOn(stay.startsOn));
    return most;
}

/// Places that are kept for nobody: `taken` is mostTogetherFrom the day. Never negative.
constexpr int freePlaces(int places, int taken)
{
    return std::max(0, places - taken);
}

}  // namespace homeward
