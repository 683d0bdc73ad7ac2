#include "storage/records/rating_rows.h"

namespace homeward::storage {
namespace {

/// Most ratings or skills that one record can hold; a higher position was not written by us.
constexpr int kMostRatings = 10'000;
/// Usual number of domains, to grow a list once.
constexpr std::size_t kUsualRatings = 12;
constexpr const char* kUnknownLevel = "?";

/// Puts a rating where it stood when it was written; rows may come in any order.
void place(std::vector<Rating>& ratings, int position, const Rating& rating)
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

/// "select <owner>, position, domain, ... from <table> "
std::string selectRatings(const RatingTable& table, bool withWords)
{
    std::string columns = std::string(table.owner) + ", position";
    forEachField<Rating>([&](const auto& field) {
        if (withWords || !field.traits.prose)
            addListed(columns, field.column());
    });
    return "select " + columns + " from " + std::string(table.name);
}

void readInto(Query& query, std::string& owner, int& position, Rating& rating, bool withWords)
{
    query.into(owner).into(position);
    forEachField<Rating>([&](const auto& field) {
        if (withWords || !field.traits.prose)
            query.into(field.in(rating));
    });
}

}  // namespace

void RatingInsert::run(const std::string& owner, const std::vector<Rating>& ratings)
{
    m_owner = owner;
    m_position = 0;
    for (const Rating& rating : ratings) {
        m_insert.run(rating);
        ++m_position;
    }
}

RatingSelect::RatingSelect(soci::session& sql, const RatingTable& table)
    : m_query(sql, selectRatings(table, true) + " where " + std::string(table.owner) +
                       " = :owner order by position")
{
    readInto(m_query, m_owner, m_position, m_rating, true);
    m_query.with(m_owner);
}

std::vector<Rating> RatingSelect::of(const std::string& owner)
{
    std::vector<Rating> ratings;
    m_owner = owner;
    m_query.forEach([&] { place(ratings, m_position, m_rating); });
    return ratings;
}

std::string agreedToColumn(const std::vector<Rating>& ratings)
{
    std::string text;
    for (const Rating& rating : ratings) {
        if (rating.perspective != Perspective::Agreed)
            continue;
        text += text.empty() ? "" : " ";
        text += rating.domainKey + ' ';
        text += rating.level ? std::to_string(rating.level->value()) : kUnknownLevel;
    }
    return text;
}

std::vector<Rating> agreedFromColumn(const std::string& text)
{
    std::vector<Rating> ratings;
    ratings.reserve(kUsualRatings);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t blank = text.find(' ', at);
        if (blank == std::string::npos || blank + 1 >= text.size())
            throw DamagedRecord("agreed levels");
        Rating rating;
        rating.domainKey = text.substr(at, blank - at);
        if (text[blank + 1] != *kUnknownLevel) {
            rating.level = Level::fromInt(text[blank + 1] - '0');
            if (!rating.level)
                throw DamagedRecord("agreed levels");
        }
        ratings.push_back(std::move(rating));
        at = blank + 3;  // behind the level, which is one sign, and a blank
        if (at <= text.size() && text[at - 1] != ' ')
            throw DamagedRecord("agreed levels");
    }
    return ratings;
}

void readAllRatings(soci::session& sql, const RatingTable& table, bool withWords,
                    const std::function<std::vector<Rating>*(const std::string&)>& listOf)
{
    std::string owner;
    int position = 0;
    Rating rating;
    Query query(sql, selectRatings(table, withWords));
    readInto(query, owner, position, rating, withWords);
    std::string current;
    std::vector<Rating>* ratings = nullptr;
    query.forEach([&] {
        if (owner != current) {
            current = owner;
            ratings = listOf(owner);
        }
        if (ratings)
            place(*ratings, position, rating);
    });
}

}  // namespace homeward::storage
