#pragma once

#include <vector>

#include "matching/shortlist.h"

// The points of a score as numbers with one decimal that agree with each other, whoever shows them.

namespace homeward::documents {

/// All in tenths of a point.
struct PointsShown {
    std::vector<int> points;    ///< by contribution; each at most what was possible
    std::vector<int> possible;  ///< by contribution
    int needs = 0;              ///< sum of the points of domains
    int needsPossible = 0;
    int practical = 0;  ///< sum of the points of factors
    int practicalPossible = 0;
    int score = 0;               ///< needs + practical; the score, rounded
    int upTo = 0;                ///< score and the points of all questions
    std::vector<int> questions;  ///< by question
};

/// Rounded by the largest remainder inside each sum, so that every column adds up to what stands
/// below it and no line shows more than it could have. Without contributions only the score, what
/// it could be and the questions are given.
PointsShown shownPoints(const matching::Candidate& candidate);

/// `values` (0 or more) in tenths that add up to `sum`, which is within a few tenths of theirs;
/// none above its place in `most`, where that is given.
std::vector<int> apportioned(const std::vector<double>& values, int sum,
                             const std::vector<int>& most = {});

}  // namespace homeward::documents
