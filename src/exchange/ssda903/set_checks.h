#pragma once

#include <vector>

#include "exchange/ssda903/return_reader.h"

namespace homeward::exchange::ssda903 {

/// A file with the findings that belong to it.
struct ReadFile {
    ReturnFile file;
    FindingList findings;
};

/// Drops rows that stand twice in one file: as a warning where they are alike, as rejected where a
/// child of a header has other values the second time. The first row stands.
void dropRepeatedRows(ReadFile& read);

/// Warns of children whose sex or birth date is not what the header of an earlier year said.
/// `files` in year order.
void compareHeaders(std::vector<ReadFile>& files);

/// Rejects the episodes of a child beyond kMostEpisodesOfChild, which no child has: what is done
/// with the history of one child may take longer than its length.
void rejectTooMany(std::vector<ReadFile>& files);

/// Rejects episodes that begin before the child's birth, by the latest header that has the child.
/// Children without a header are left to the caller.
void rejectBeforeBirth(std::vector<ReadFile>& files);

}  // namespace homeward::exchange::ssda903
