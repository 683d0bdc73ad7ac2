#include "domain/care_rules.h"

#include <algorithm>
#include <iterator>

#include "domain/care_faults.h"
#include "domain/statutory_codes.h"
#include "domain/working_days.h"
#include "support/text/text.h"

namespace homeward {
namespace {

/// Empty: the code may be used on the day.
std::optional<Error> codeProblem(const std::string& field, std::string_view table,
                                 const std::string& code, Date on)
{
    const StatutoryCodes::Code* found = StatutoryCodes::builtIn().find(table, code);
    if (!found)
        return invalidInput(field, "unknown-code");
    if (!isValidIn(*found, collectionYearOf(on)))
        return invalidInput(field, "not-in-year");
    return std::nullopt;
}

std::optional<Error> optionalCodeProblem(const std::string& field, std::string_view table,
                                         const std::string& code, Date on)
{
    return code.empty() ? std::nullopt : codeProblem(field, table, code, on);
}

std::optional<Error> neededCodeProblem(const std::string& field, std::string_view table,
                                       const std::string& code, Date on)
{
    return code.empty() ? std::optional(invalidInput(field, "required"))
                        : codeProblem(field, table, code, on);
}

/// Days of a record against today; one that is to come may be moved to another day to come.
std::optional<Error> dayProblem(Date startsOn, const std::optional<Date>& endsOn, Date oldStart,
                                Date today)
{
    if (startsOn > today && oldStart <= today)
        return invalidInput("startsOn", "in-future");
    if (endsOn && *endsOn < startsOn)
        return invalidInput("endsOn", "ends-before-start");
    if (endsOn && *endsOn > today)
        return invalidInput("endsOn", "in-future");
    return std::nullopt;
}

Error missing(const std::string& entity, const std::string& id)
{
    return {ErrorCode::NotFound, entity + " " + id, {{"entity", entity}}};
}

template <typename Record, typename IdType>
auto withId(std::vector<Record>& records, const IdType& id)
{
    return std::find_if(records.begin(), records.end(),
                        [&](const Record& record) { return record.id == id; });
}

bool liesIn(Date day, const CarePeriod& period)
{
    return period.startsOn <= day && (!period.endsOn || day < *period.endsOn);
}

template <typename Record>
void moveStarts(std::vector<Record>& records, Date from, Date to)
{
    for (Record& record : records)
        if (record.startsOn == from) {
            if (record.endsOn == from)
                record.endsOn = to;  // it was without a night and stays so
            record.startsOn = to;
        }
}

/// The last record of a time in care ended with it, or lasts as it does: it ends with it on another
/// day too. Null: there is none.
template <typename Record>
Record* moveEnd(std::vector<Record>& records, const CarePeriod& period, std::optional<Date> to)
{
    const auto last = std::find_if(records.rbegin(), records.rend(), [&](const Record& record) {
        return record.startsOn >= period.startsOn && record.endsOn == period.endsOn;
    });
    if (last == records.rend())
        return nullptr;
    last->endsOn = to;
    return &*last;
}

/// Care that was begun by choosing a home, and of which nothing else is known.
bool isCareForNothingElse(const CareHistory& history, const CarePeriod& period,
                          const Placement& placement)
{
    const auto beginsInside = [&](const auto& record) {
        return record.startsOn >= period.startsOn &&
               (!period.endsOn || record.startsOn < *period.endsOn);
    };
    return period.startsOn == placement.startsOn && period.needCode.empty() &&
           std::none_of(history.legalStatuses.begin(), history.legalStatuses.end(), beginsInside) &&
           std::none_of(history.placements.begin(), history.placements.end(), beginsInside);
}

}  // namespace

// Placements

Result<CareHistory> withPlacement(CareHistory history, Placement placement,
                                  const std::string& changeReason, const CareRules& rules)
{
    const CareHistory before = history;
    const Date on = placement.startsOn;
    for (const Placement& other : history.placements)
        if (other.startsOn > on)
            return invalidInput("startsOn", "overlaps", {{"startsOn", other.startsOn.toIso()}});
    if (auto problem = neededCodeProblem("placeCode", "PLACE", placement.placeCode, on))
        return *problem;
    if (auto problem =
            neededCodeProblem("providerCode", "PLACE_PROVIDER", placement.providerCode, on))
        return *problem;
    const bool careStarts = carePeriodOn(history.periods, on) == nullptr;
    placement.startReason = careStarts ? "S" : "P";
    for (Placement& other : history.placements) {
        if (other.startsOn == on)  // it was no night: this one takes its place
            placement.startReason = other.startReason;
        if (other.endsOn && *other.endsOn <= on)
            continue;
        if (auto problem =
                optionalCodeProblem("changeReason", "REASON_PLACE_CHANGE", changeReason, on))
            return *problem;
        other.endsOn = on;
        other.changeReason = changeReason;
    }
    if (careStarts) {
        CarePeriod period;
        period.startsOn = on;
        history.periods.push_back(std::move(period));
    }
    history.placements.push_back(std::move(placement));
    return checked(before, std::move(history), {}, rules.birth);
}

const Placement* placementBefore(const CareHistory& history, const Placement& placement)
{
    const Placement* found = nullptr;
    for (const Placement& other : history.placements)
        if (other.endsOn == placement.startsOn && other.startsOn < placement.startsOn)
            found = &other;
    return found;
}

Result<CareHistory> withPlacementTerms(const CareHistory& history, const PlacementId& placement,
                                       const PlacementTerms& terms, const CareRules& rules)
{
    CareHistory after = history;
    const auto changed = withId(after.placements, placement);
    if (changed == after.placements.end())
        return missing("placement", placement.value);
    const Placement old = *changed;
    if (auto problem = dayProblem(terms.startsOn, terms.endsOn, old.startsOn, rules.today))
        return *problem;
    if (terms.endsOn)
        if (auto problem = optionalCodeProblem("changeReason", "REASON_PLACE_CHANGE",
                                               terms.changeReason, *terms.endsOn))
            return *problem;
    if (terms.startsOn != old.startsOn) {
        if (const Placement* before = placementBefore(history, old)) {
            if (terms.startsOn <= before->startsOn)
                return invalidInput("startsOn", "overlaps",
                                    {{"startsOn", before->startsOn.toIso()}});
            withId(after.placements, before->id)->endsOn = terms.startsOn;
        }
        const bool beganCare =
            std::any_of(after.periods.begin(), after.periods.end(),
                        [&](const CarePeriod& period) { return period.startsOn == old.startsOn; });
        if (beganCare) {
            moveStarts(after.periods, old.startsOn, terms.startsOn);
            moveStarts(after.legalStatuses, old.startsOn, terms.startsOn);
        }
    }
    changed->startsOn = terms.startsOn;
    changed->endsOn = terms.endsOn;
    changed->changeReason = terms.endsOn ? terms.changeReason : std::string();
    return checked(history, std::move(after), placement.value, rules.birth);
}

Result<CareHistory> withoutPlacement(const CareHistory& history, const PlacementId& placement,
                                     bool previousGoesOn)
{
    CareHistory after = history;
    const auto gone = withId(after.placements, placement);
    if (gone == after.placements.end())
        return missing("placement", placement.value);
    const Placement withdrawn = *gone;
    after.placements.erase(gone);
    if (const Placement* before = placementBefore(history, withdrawn); before && previousGoesOn) {
        const auto goesOn = withId(after.placements, before->id);
        goesOn->endsOn = withdrawn.endsOn;
        goesOn->changeReason = withdrawn.changeReason;
    }
    std::erase_if(after.periods, [&](const CarePeriod& period) {
        return isCareForNothingElse(after, period, withdrawn);
    });
    return after;
}

const Placement* placementCutBy(const CareHistory& history, const Placement& withdrawn)
{
    const Placement* found = nullptr;
    for (const Placement& other : history.placements)
        if (other.startsOn < withdrawn.startsOn && other.endsOn == withdrawn.endsOn)
            found = &other;
    return found;
}

Result<CareHistory> withPlacementBack(CareHistory history, Placement placement,
                                      const std::string& changeReason, const CareRules& rules)
{
    const CareHistory before = history;
    if (const Placement* other = placementCutBy(history, placement)) {
        if (auto problem = optionalCodeProblem("changeReason", "REASON_PLACE_CHANGE", changeReason,
                                               placement.startsOn))
            return *problem;
        const auto cut = withId(history.placements, other->id);
        cut->endsOn = placement.startsOn;
        cut->changeReason = changeReason;
    }
    if (!carePeriodOn(history.periods, placement.startsOn) && placement.startReason == "S") {
        CarePeriod period;
        period.startsOn = placement.startsOn;
        history.periods.push_back(std::move(period));
    }
    placement.withdrawn.reset();
    placement.withdrawnNote.clear();
    const std::string id = placement.id.value;
    history.placements.push_back(std::move(placement));
    return checked(before, std::move(history), id, rules.birth);
}

// Care

Result<CareHistory> withCareBegun(CareHistory history, Date startsOn, const std::string& needCode,
                                  const std::string& legalStatus, const CareRules& rules)
{
    const CareHistory before = history;
    if (startsOn > rules.today)
        return invalidInput("startsOn", "in-future");
    if (const CarePeriod* holding = carePeriodOn(history.periods, startsOn))
        return invalidInput("startsOn", "in-care-already",
                            {{"startsOn", holding->startsOn.toIso()}});
    if (!history.periods.empty() && history.periods.back().startsOn > startsOn)
        return invalidInput("startsOn", "overlaps",
                            {{"startsOn", history.periods.back().startsOn.toIso()}});
    if (auto problem = neededCodeProblem("needCode", "CIN", needCode, startsOn))
        return *problem;
    if (auto problem = optionalCodeProblem("legalStatus", "LS", legalStatus, startsOn))
        return *problem;
    CarePeriod period;
    period.startsOn = startsOn;
    period.needCode = needCode;
    history.periods.push_back(std::move(period));
    if (!legalStatus.empty()) {
        LegalStatus status;
        status.startsOn = startsOn;
        status.code = legalStatus;
        status.needCode = needCode;
        status.startReason = "S";
        history.legalStatuses.push_back(std::move(status));
    }
    return checked(before, std::move(history), {}, rules.birth);
}

namespace {

std::optional<Error> careProblem(const CareHistory& history, const CarePeriod& old,
                                 const CareTerms& terms, Date today)
{
    if (auto problem = dayProblem(terms.startsOn, terms.endsOn, old.startsOn, today))
        return problem;
    // Care begun by choosing a home has no reason yet; it may stay without until it is known.
    if (terms.needCode != old.needCode)
        if (auto problem = neededCodeProblem("needCode", "CIN", terms.needCode, terms.startsOn))
            return problem;
    if (!terms.endsOn)
        return std::nullopt;
    if (terms.endCode == kCareGoesOn)
        return invalidInput("endCode", "unknown-code");
    if (auto problem = neededCodeProblem("endCode", "REC", terms.endCode, *terms.endsOn))
        return problem;
    for (const Placement& placement : history.placements)
        if (liesIn(placement.startsOn, old) && placement.startsOn > *terms.endsOn)
            return invalidInput("endsOn", "later-placement",
                                {{"startsOn", placement.startsOn.toIso()}});
    return std::nullopt;
}

}  // namespace

Result<CareHistory> withCareTerms(const CareHistory& history, const CarePeriodId& period,
                                  const CareTerms& terms, const CareRules& rules)
{
    CareHistory after = history;
    const auto changed = withId(after.periods, period);
    if (changed == after.periods.end())
        return missing("care-period", period.value);
    const CarePeriod old = *changed;
    if (auto problem = careProblem(history, old, terms, rules.today))
        return *problem;
    if (terms.endsOn != old.endsOn) {
        moveEnd(after.legalStatuses, old, terms.endsOn);
        if (Placement* last = moveEnd(after.placements, old, terms.endsOn); last && !terms.endsOn)
            last->changeReason.clear();
    }
    if (terms.startsOn != old.startsOn) {
        moveStarts(after.placements, old.startsOn, terms.startsOn);
        moveStarts(after.legalStatuses, old.startsOn, terms.startsOn);
    }
    for (LegalStatus& status : after.legalStatuses)
        if (liesIn(status.startsOn, old) && status.needCode == old.needCode)
            status.needCode = terms.needCode;
    changed->startsOn = terms.startsOn;
    changed->endsOn = terms.endsOn;
    changed->needCode = terms.needCode;
    changed->endCode = terms.endsOn ? terms.endCode : std::string();
    return checked(history, std::move(after), period.value, rules.birth);
}

Result<CareHistory> withoutCare(const CareHistory& history, const CarePeriodId& period)
{
    CareHistory after = history;
    const auto gone = withId(after.periods, period);
    if (gone == after.periods.end())
        return missing("care-period", period.value);
    const CarePeriod old = *gone;
    for (const Placement& placement : history.placements)
        if (liesIn(placement.startsOn, old))
            return invalidInput("startsOn", "has-placements",
                                {{"startsOn", placement.startsOn.toIso()}});
    std::erase_if(after.legalStatuses,
                  [&](const LegalStatus& status) { return liesIn(status.startsOn, old); });
    after.periods.erase(gone);
    return after;
}

Result<CareHistory> withLegalStatus(CareHistory history, Date startsOn, const std::string& code,
                                    const CareRules& rules)
{
    const CareHistory before = history;
    if (startsOn > rules.today)
        return invalidInput("startsOn", "in-future");
    const CarePeriod* period = carePeriodOn(history.periods, startsOn);
    if (!period)
        return invalidInput("startsOn", "outside-care", {{"startsOn", startsOn.toIso()}});
    if (auto problem = neededCodeProblem("legalStatus", "LS", code, startsOn))
        return *problem;
    LegalStatus status;
    status.startsOn = startsOn;
    status.endsOn = period->endsOn;
    status.code = code;
    status.needCode = period->needCode;
    status.startReason = startsOn == period->startsOn ? "S" : "L";
    for (LegalStatus& other : history.legalStatuses) {
        if (other.startsOn == startsOn) {
            other.code = code;
            return history;
        }
        const bool holds = other.startsOn < startsOn && (!other.endsOn || startsOn < *other.endsOn);
        if (holds) {
            status.endsOn = other.endsOn;
            status.needCode = other.needCode;
            other.endsOn = startsOn;
        } else if (other.startsOn > startsOn && (!status.endsOn || other.startsOn < *status.endsOn))
            status.endsOn = other.startsOn;
    }
    history.legalStatuses.push_back(std::move(status));
    return checked(before, std::move(history), {}, rules.birth);
}

// What a return no longer speaks for

namespace {

void addSpan(std::vector<DaySpan>& spans, Date one, Date other)
{
    const DaySpan span{std::min(one, other), std::max(one, other)};
    if (std::find(spans.begin(), spans.end(), span) == spans.end())
        spans.push_back(span);
}

bool isSameEnd(const Placement& a, const Placement& b)
{
    return a.endsOn == b.endsOn && a.changeReason == b.changeReason;
}

bool isSameEnd(const CarePeriod& a, const CarePeriod& b)
{
    return a.endsOn == b.endsOn && a.endCode == b.endCode;
}

template <typename Record>
void addSpans(const std::vector<Record>& before, const std::vector<Record>& after, Date today,
              std::vector<DaySpan>& spans)
{
    for (const Record& was : before) {
        const auto is = std::find_if(after.begin(), after.end(),
                                     [&](const Record& record) { return record.id == was.id; });
        if (is == after.end()) {
            if (was.startsOn <= today) {
                addSpan(spans, was.startsOn, was.startsOn);
                addSpan(spans, was.endsOn.value_or(was.startsOn),
                        was.endsOn.value_or(was.startsOn));
            }
            continue;
        }
        if (is->startsOn != was.startsOn)
            addSpan(spans, was.startsOn, is->startsOn);
        if (was.endsOn && !isSameEnd(*is, was))
            addSpan(spans, *was.endsOn, is->endsOn.value_or(*was.endsOn));
        // Without a night it is in no return, which may well have it with one. Where another took
        // its place that day, that one is what a return is compared with.
        const bool takenOver = std::any_of(after.begin(), after.end(), [&](const Record& other) {
            return other.id != is->id && other.startsOn == is->startsOn;
        });
        if (!was.endsOn && is->endsOn == is->startsOn && !takenOver)
            addSpan(spans, is->startsOn, is->startsOn);
    }
}

}  // namespace

std::optional<Error> checkLeaving(const Placement& placement, Date today)
{
    const auto& [by, noticeGiven] = placement.leaving;
    if (noticeGiven && !by)
        return invalidInput("leavesBy", "required");
    if (by && *by < placement.startsOn)
        return invalidInput("leavesBy", "ends-before-start");
    if (noticeGiven && *noticeGiven > today)
        return invalidInput("noticeGivenOn", "in-future");
    if (noticeGiven && *noticeGiven > *by)
        return invalidInput("leavesBy", "before-notice");
    return std::nullopt;
}

std::optional<Error> checkOutsideTerms(const Placement& placement)
{
    const OutsideTerms& outside = placement.outsideTerms;
    if (!outside.until)
        return invalidInput("outsideTermsUntil", "required");
    if (*outside.until < placement.startsOn)
        return invalidInput("outsideTermsUntil", "ends-before-start");
    const Date latest = lastWorkingDay(placement.startsOn, kOutsideTermsDays);
    if (*outside.until > latest)
        return invalidInput("outsideTermsUntil", "too-late", {{"latest", latest.toIso()}});
    if (trimmed(outside.agreedBy).empty())
        return invalidInput("outsideTermsAgreedBy", "required");
    return std::nullopt;
}

std::vector<DaySpan> daysPutRight(const CareHistory& before, const CareHistory& after, Date today)
{
    std::vector<DaySpan> spans;
    addSpans(before.periods, after.periods, today, spans);
    addSpans(before.placements, after.placements, today, spans);
    return spans;
}

}  // namespace homeward
