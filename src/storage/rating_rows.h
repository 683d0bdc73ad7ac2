#pragma once

#include <vector>

#include "domain/rating.h"
#include "storage/soci_types.h"

namespace homeward::storage {

/// Most ratings or skills that one record can hold; a higher position was not written by us.
inline constexpr int kMostRatings = 10'000;
/// Usual number of domains, to grow a list once.
inline constexpr std::size_t kUsualRatings = 12;

/// Puts a rating where it stood when it was written; rows may come in any order.
inline void placeRating(std::vector<Rating>& ratings, int position, const Rating& rating)
{
    if (position < 0 || position >= kMostRatings)
        throw DamagedRecord("position");
    const auto index = static_cast<std::size_t>(position);
    if (ratings.capacity() == 0)
        ratings.reserve(kUsualRatings);
    if (ratings.size() <= index)
        ratings.resize(index + 1);
    ratings[index] = rating;
}

}  // namespace homeward::storage
