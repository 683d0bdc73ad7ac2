#include "app/exchange/import_child.h"

#include <algorithm>

#include "domain/identity.h"
#include "exchange/ssda903/merge_history.h"

namespace homeward::app {
namespace {

namespace ssda903 = exchange::ssda903;

bool isKnown(Sex sex)
{
    return sex != Sex::Unknown;
}

bool isKnown(const std::string& text)
{
    return !text.empty();
}

bool isKnown(Date day)
{
    return day != Date{};
}

template <typename Value>
std::optional<Value> known(const Value& value)
{
    return isKnown(value) ? std::optional(value) : std::nullopt;
}

/// One fact about the child: as stored, as the returns said so far, and as they say now. What was
/// edited here since stays; what nobody knows replaces nothing.
template <typename Value>
void takeFact(Value& stored, const std::optional<Value>& was, const std::optional<Value>& now,
              const char* field, DerivedChild& derived)
{
    if (!now || *now == stored)
        return;
    const bool editedHere = was && *was != stored && isKnown(stored);
    if (!editedHere)
        stored = *now;
    else if (*now != *was)
        derived.kept.emplace_back(field);
}

void takeFacts(const ReportedChild& reported, DerivedChild& derived)
{
    Child& child = derived.child;
    const ReportedFacts& was = reported.was;
    const ReportedFacts& now = reported.now;
    if (!reported.stored)
        child.caseNumber = now.number;
    takeFact(child.sex, known(was.sex), known(now.sex), "sex", derived);
    takeFact(child.birthDate, was.birthDate, now.birthDate, "birthDate", derived);
    if (now.birthDate && child.birthDate == *now.birthDate)
        child.birthExpected = false;  // a return knows those who are born
    takeFact(child.ethnicity, known(was.ethnicity), known(now.ethnicity), "ethnicity", derived);
    if (upnKey(now.upn) != upnKey(child.upn))
        takeFact(child.upn, known(was.upn), known(now.upn), "upn", derived);
}

/// What stands here beside what the returns said so far.
std::vector<Episode> decidedHere(const std::vector<Episode>& stored,
                                 const std::vector<Episode>& reported)
{
    std::vector<Episode> local;
    for (const Episode& episode : stored)
        if (std::ranges::find(reported, episode) == reported.end())
            local.push_back(episode);
    return local;
}

std::vector<Episode> episodesOf(const ReportedChild& reported, const std::vector<Episode>& stored,
                                DerivedChild& derived)
{
    const ReportedFacts& now = reported.now;
    if (stored == reported.was.episodes && reported.decided.empty())
        return now.episodes;
    const auto news = ssda903::newsBeside(stored, reported.decided, now.episodes);
    derived.saysOtherwise = news != now.episodes;
    std::vector<Episode> episodes = decidedHere(stored, reported.was.episodes);
    episodes.insert(episodes.end(), news.begin(), news.end());
    return ssda903::mergeEpisodes(std::move(episodes));
}

/// A placement chosen here that a return would do away with: the return is asked about, the
/// decision stays.
bool losesDecidedPlacement(const CareHistory& before, const CareHistory& after)
{
    return std::any_of(before.placements.begin(), before.placements.end(), [&](const Placement& p) {
        return p.home && std::none_of(after.placements.begin(), after.placements.end(),
                                      [&](const Placement& q) { return q.id == p.id; });
    });
}

/// A choice corrected the same day was no night, so no return knows of it; it stays on record.
void keepCorrected(const CareHistory& before, CareHistory& after)
{
    for (const Placement& placement : before.placements) {
        if (placement.endsOn != placement.startsOn)
            continue;
        const auto later = std::find_if(
            after.placements.begin(), after.placements.end(),
            [&](const Placement& other) { return other.startsOn >= placement.startsOn; });
        after.placements.insert(later, placement);
    }
}

template <typename Record, typename Keep>
void keepByStart(const std::vector<Record>& before, std::vector<Record>& after, Keep keep)
{
    for (Record& record : after) {
        // The last of them where one was corrected the same day.
        const auto same = std::find_if(before.rbegin(), before.rend(), [&](const Record& other) {
            return other.startsOn == record.startsOn;
        });
        if (same == before.rend())
            continue;
        record.id = same->id;
        record.child = same->child;
        record.rowVersion = same->rowVersion;
        keep(*same, record);
    }
}

}  // namespace

void keepIdentities(const CareHistory& before, CareHistory& after)
{
    const auto nothingMore = [](const auto&, auto&) {};
    keepByStart(before.periods, after.periods, nothingMore);
    keepByStart(before.legalStatuses, after.legalStatuses, nothingMore);
    keepByStart(before.placements, after.placements, [](const Placement& was, Placement& is) {
        is.home = was.home;
        is.weeklyCostPence = was.weeklyCostPence;
        is.outsideTerms = was.outsideTerms;
        is.leaving = was.leaving;
    });
}

DerivedChild derive(const ReportedChild& reported)
{
    DerivedChild derived;
    if (reported.stored)
        derived.child = *reported.stored;
    takeFacts(reported, derived);
    const std::vector<Episode> stored = deriveEpisodes(reported.before);
    const std::vector<Episode> episodes = episodesOf(reported, stored, derived);
    derived.faults = ssda903::historyFaults(episodes, derived.child.birthDate);
    // What is stored may know more than a return can say: what is not news is left alone.
    derived.after = episodes == stored ? reported.before : splitEpisodes(episodes);
    keepIdentities(reported.before, derived.after);
    if (!(derived.after == reported.before))
        keepCorrected(reported.before, derived.after);
    derived.losesDecided = losesDecidedPlacement(reported.before, derived.after);
    if (!derived.faults.empty() || derived.losesDecided) {
        derived.after = reported.before;
        if (reported.stored)
            derived.child = *reported.stored;
    }
    return derived;
}

}  // namespace homeward::app
