#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/needs/rating.h"
#include "storage/records/record_rows.h"

namespace homeward::storage {

/// Where the ratings of one kind of record stand: a row each, with its place in the list.
struct RatingTable {
    std::string_view name;
    std::string_view owner;  ///< Column with the record's key.
};
inline constexpr RatingTable kAssessmentRatings{"rating", "assessment"};
inline constexpr RatingTable kSkills{"skill", "profile"};

/// Writes the ratings of one record after the other.
class RatingInsert {
public:
    RatingInsert(soci::session& sql, const RatingTable& table)
        : m_insert(sql, table.name, Column(table.owner, m_owner), Column("position", m_position))
    {
    }
    void run(const std::string& owner, const std::vector<Rating>& ratings);

private:
    std::string m_owner;
    int m_position = 0;
    Insert<Rating> m_insert;
};

/// Reads the ratings of one record after the other.
class RatingSelect {
public:
    RatingSelect(soci::session& sql, const RatingTable& table);
    std::vector<Rating> of(const std::string& owner);

private:
    std::string m_owner;
    int m_position = 0;
    Rating m_rating;
    Query m_query;
};

/// Domain and level of the agreed ratings, "keeping-safe 3 trust ?"; keys hold no blanks.
std::string agreedToColumn(const std::vector<Rating>& ratings);
/// Without perspectives and prose. Throws DamagedRecord.
std::vector<Rating> agreedFromColumn(const std::string& text);

/// Reads the ratings of all records into the lists that `listOf` gives by key; null: not wanted.
/// `withWords` false: prose stays empty, which is faster.
void readAllRatings(soci::session& sql, const RatingTable& table, bool withWords,
                    const std::function<std::vector<Rating>*(const std::string& owner)>& listOf);

}  // namespace homeward::storage
