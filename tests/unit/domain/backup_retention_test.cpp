#include "domain/backup_retention.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

using namespace homeward;

namespace {

Timestamp at(const char* iso)
{
    return *Timestamp::fromIso(std::string(iso) + ".000Z");
}

std::set<std::size_t> kept(const std::vector<Timestamp>& moments)
{
    const std::vector<bool> keep = backupsToKeep(moments);
    std::set<std::size_t> indexes;
    for (std::size_t i = 0; i < keep.size(); ++i)
        if (keep[i])
            indexes.insert(i);
    return indexes;
}

/// Backups at random moments of up to `days` days, now and then several a day or none for weeks.
std::vector<Timestamp> randomHistory(std::mt19937& random, int days)
{
    std::vector<Timestamp> moments;
    const std::int64_t start = at("2024-01-01T00:00:00").msSinceEpoch;
    for (int day = 0; day < days; ++day) {
        if (random() % 50 == 0)
            day += static_cast<int>(random() % 60);
        const int many = random() % 4 == 0 ? static_cast<int>(random() % 4) : 1;
        for (int i = 0; i < many; ++i)
            moments.push_back(
                {start + day * 86'400'000LL + static_cast<int>(random() % 86'400'000)});
    }
    std::shuffle(moments.begin(), moments.end(), random);
    return moments;
}

}  // namespace

TEST_CASE("no backups, none to keep; one stays", "[domain][backup]")
{
    CHECK(backupsToKeep({}).empty());
    CHECK(kept({at("2026-03-31T10:00:00")}) == std::set<std::size_t>{0});
}

TEST_CASE("of a year of daily backups 7 days, 5 weeks and 12 months stay", "[domain][backup]")
{
    std::vector<Timestamp> daily;
    for (int day = 0; day < 730; ++day)
        daily.push_back({at("2024-04-01T09:00:00").msSinceEpoch + day * 86'400'000LL});
    const auto indexes = kept(daily);
    // 31 March 2026 is a Tuesday: five weeks are 31, 29, 22, 15 and 8 March, of which 31 and 29 are
    // among the days; of the twelve months March is among them too.
    CHECK(indexes.size() == 7 + 3 + 11);
    CHECK(indexes.contains(729));
}

TEST_CASE("the newest of a day stays, earlier ones of that day go", "[domain][backup]")
{
    CHECK(kept({at("2026-03-31T10:00:00"), at("2026-03-31T17:00:00"), at("2026-03-31T12:00:00")}) ==
          std::set<std::size_t>{1});
}

TEST_CASE("a week begins on Monday", "[domain][backup]")
{
    // Eight days running: the eighth oldest, a Sunday, stays as the last of its week only.
    std::vector<Timestamp> days;
    for (int day = 0; day < 8; ++day)
        days.push_back({at("2026-03-15T09:00:00").msSinceEpoch + day * 86'400'000LL});
    CHECK(kept(days).contains(0));
    days.insert(days.begin(), at("2026-03-14T09:00:00"));  // the Saturday before
    CHECK_FALSE(kept(days).contains(0));
}

TEST_CASE("whatever the history, what has to stay stays and the rest goes",
          "[domain][backup][property]")
{
    std::mt19937 random(20'260'331);
    for (int round = 0; round < 300; ++round) {
        const auto moments = randomHistory(random, 1 + static_cast<int>(random() % 900));
        if (moments.empty())
            continue;
        const std::vector<bool> keep = backupsToKeep(moments);
        REQUIRE(keep.size() == moments.size());
        const auto newest = std::max_element(moments.begin(), moments.end());
        CHECK(keep[static_cast<std::size_t>(newest - moments.begin())]);
        std::map<int, Timestamp> lastOfDay;
        for (const Timestamp moment : moments) {
            auto& last = lastOfDay[moment.utcDate().daysSinceEpoch()];
            last = std::max(last, moment);
        }
        std::set<Timestamp> recent;
        for (auto day = lastOfDay.rbegin(); day != lastOfDay.rend() && recent.size() < 7; ++day)
            recent.insert(day->second);
        std::size_t many = 0;
        std::vector<Timestamp> left;
        for (std::size_t i = 0; i < moments.size(); ++i) {
            if (recent.contains(moments[i]))
                CHECK(keep[i]);
            // Nothing stays that is not the newest of its day.
            if (keep[i])
                CHECK(lastOfDay[moments[i].utcDate().daysSinceEpoch()] == moments[i]);
            many += keep[i] ? 1 : 0;
            if (keep[i])
                left.push_back(moments[i]);
        }
        CHECK(many <= 24);
        // What stayed once stays: thinning out twice removes nothing more.
        const std::vector<bool> again = backupsToKeep(left);
        CHECK(std::all_of(again.begin(), again.end(), [](bool kept) { return kept; }));
    }
}

TEST_CASE("thinned out day by day, backups of up to a year ago are there",
          "[domain][backup][property]")
{
    std::vector<Timestamp> kept;
    for (int day = 0; day < 800; ++day) {
        kept.push_back({at("2024-01-01T09:00:00").msSinceEpoch + day * 86'400'000LL});
        const std::vector<bool> keep = backupsToKeep(kept);
        std::vector<Timestamp> left;
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (keep[i])
                left.push_back(kept[i]);
        kept = left;
    }
    CHECK(kept.size() >= 18);
    CHECK(kept.size() <= 24);
    const int age =
        kept.back().utcDate().daysSinceEpoch() - kept.front().utcDate().daysSinceEpoch();
    CHECK(age > 300);
}
