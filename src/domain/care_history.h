#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/fields.h"
#include "support/date.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

namespace homeward {

/// Reason for ending an episode that another one follows at once; an open one of a return has it
/// too.
inline constexpr std::string_view kCareGoesOn = "X1";

using DecidedDaysId = Id<struct DecidedDaysTag>;

// Intervals are half open: startsOn is the first day, endsOn the day it no longer holds,
// empty while it lasts.

/// A time of being looked after without a gap.
struct CarePeriod {
    CarePeriodId id;
    ChildId child;
    Date startsOn;
    std::optional<Date> endsOn;
    std::string needCode;  ///< CIN: primary need when care started, statutory code.
    std::string endCode;   ///< REC of the last episode; empty while care goes on (REC "X1").
    int rowVersion = 0;
    bool operator==(const CarePeriod&) const = default;
};

struct LegalStatus {
    LegalStatusId id;
    ChildId child;
    Date startsOn;
    std::optional<Date> endsOn;
    std::string code;         ///< LS, statutory code.
    std::string needCode;     ///< CIN as recorded with the episodes of this status.
    std::string startReason;  ///< RNE of the episode that began it; empty: derived.
    /// REASON_PLACE_CHANGE given where it ended although the placement went on.
    std::string changeReason;
    /// HOME_POST from its first day, where it changed although the placement went on; empty: it did
    /// not change.
    std::optional<std::string> homePostcode;
    int rowVersion = 0;
    bool operator==(const LegalStatus&) const = default;
};

/// Why a placement counts for nothing, although it stays on record.
enum class Withdrawal {
    InError,      ///< It never was.
    Cancelled,    ///< It was agreed, and did not come about.
    SecondRecord  ///< It stood in a second record of the child, where the first says otherwise.
};
template <>
struct EnumKeys<Withdrawal> {
    static constexpr std::pair<Withdrawal, std::string_view> table[] = {
        {Withdrawal::InError, "in-error"},
        {Withdrawal::Cancelled, "cancelled"},
        {Withdrawal::SecondRecord, "second-record"}};
};

/// An emergency placement outside the terms of the carers' approval.
struct OutsideTerms {
    std::optional<Date> until;  ///< The last day; empty: it is within the terms.
    std::string agreedBy;       ///< Name and role, and why.
    /// How it came within the terms: a variation, an exemption; empty: it did not yet.
    std::string settled;
    bool isOpen() const { return until && settled.empty(); }
    bool operator==(const OutsideTerms&) const = default;
};

/// Known beforehand that a child has to leave, and where to is not decided.
struct Leaving {
    std::optional<Date> by;           ///< The last day there; empty: nothing is known.
    std::optional<Date> noticeGiven;  ///< By the household or provider; empty: a move is planned.
    bool operator==(const Leaving&) const = default;
};

/// A time of living in one place.
struct Placement {
    PlacementId id;
    ChildId child;
    std::optional<HomeId> home;  ///< Empty: only known from a return.
    Date startsOn;
    std::optional<Date> endsOn;
    std::string placeCode;       ///< PLACE, statutory code of the year it started in.
    std::string providerCode;    ///< PLACE_PROVIDER
    std::string providerNumber;  ///< URN, may be empty.
    std::string placePostcode;   ///< PL_POST
    std::string homePostcode;    ///< HOME_POST
    std::string startReason;     ///< RNE of the episode that began it; empty: derived. T or U
                                 ///< where the child moved with the same carers.
    std::string changeReason;    ///< REASON_PLACE_CHANGE when it ended, may be empty.
    std::optional<int> weeklyCostPence;
    std::optional<Withdrawal> withdrawn;  ///< Set: in no CareHistory, and in no count.
    std::string withdrawnNote;            ///< What was wrong, in a person's words; may be empty.
    OutsideTerms outsideTerms;
    Leaving leaving;
    int rowVersion = 0;
    bool operator==(const Placement&) const = default;
};

template <>
struct Fields<CarePeriod> {
    static constexpr std::string_view table = "care_period";
    static constexpr auto list =
        std::tuple{field("child", &CarePeriod::child, Bookkeeping{}),
                   field("starts_on", &CarePeriod::startsOn), field("ends_on", &CarePeriod::endsOn),
                   field("need_code", &CarePeriod::needCode, Coded{"CIN"}),
                   field("end_code", &CarePeriod::endCode, Coded{"REC"})};
};

template <>
struct Fields<LegalStatus> {
    static constexpr std::string_view table = "legal_status";
    static constexpr auto list =
        std::tuple{field("child", &LegalStatus::child, Bookkeeping{}),
                   field("starts_on", &LegalStatus::startsOn),
                   field("ends_on", &LegalStatus::endsOn),
                   field("code", &LegalStatus::code, Coded{"LS"}),
                   field("need_code", &LegalStatus::needCode, Coded{"CIN"}),
                   field("start_reason", &LegalStatus::startReason, Coded{"RNE"}),
                   field("change_reason", &LegalStatus::changeReason, Coded{"REASON_PLACE_CHANGE"}),
                   field("home_postcode", &LegalStatus::homePostcode)};
};

template <>
struct Fields<Placement> {
    static constexpr std::string_view table = "placement";
    static constexpr auto list = std::tuple{
        field("child", &Placement::child, Bookkeeping{}),
        field("home", &Placement::home),
        field("starts_on", &Placement::startsOn),
        field("ends_on", &Placement::endsOn),
        field("place_code", &Placement::placeCode, Coded{"PLACE"}),
        field("provider_code", &Placement::providerCode, Coded{"PLACE_PROVIDER"}),
        field("provider_number", &Placement::providerNumber),
        field("place_postcode", &Placement::placePostcode),
        field("home_postcode", &Placement::homePostcode),
        field("start_reason", &Placement::startReason, Coded{"RNE"}),
        field("change_reason", &Placement::changeReason, Coded{"REASON_PLACE_CHANGE"}),
        field("weekly_cost_pence", &Placement::weeklyCostPence),
        field("withdrawn", &Placement::withdrawn),
        field("withdrawn_note", &Placement::withdrawnNote, Prose{}),
        field("outside_terms_until", &Placement::outsideTerms, &OutsideTerms::until),
        field("outside_terms_agreed_by", &Placement::outsideTerms, &OutsideTerms::agreedBy,
              Prose{}),
        field("outside_terms_settled", &Placement::outsideTerms, &OutsideTerms::settled, Prose{}),
        field("leaves_by", &Placement::leaving, &Leaving::by),
        field("notice_given_on", &Placement::leaving, &Leaving::noticeGiven)};
};

/// Days of a child's history that a person put right here, both included: a return that says
/// otherwise of them is not news (exchange/ssda903/merge_history.h).
struct DecidedDays {
    DecidedDaysId id;
    ChildId child;
    Date firstOn;
    Date lastOn;
    bool operator==(const DecidedDays&) const = default;
};

template <>
struct Fields<DecidedDays> {
    static constexpr std::string_view table = "decided_days";
    static constexpr auto list =
        std::tuple{field("child", &DecidedDays::child), field("first_on", &DecidedDays::firstOn),
                   field("last_on", &DecidedDays::lastOn)};
};

/// Working records of one child, each list sorted by start; without placements that were withdrawn.
struct CareHistory {
    std::vector<CarePeriod> periods;
    std::vector<LegalStatus> legalStatuses;
    std::vector<Placement> placements;
    bool operator==(const CareHistory&) const = default;
};

/// One line of the statutory return: where care, legal status and placement all stay the same.
/// Derived, never stored.
struct Episode {
    Date startsOn;               ///< DECOM
    std::optional<Date> endsOn;  ///< DEC
    std::string startReason;     ///< RNE
    std::string legalStatus;     ///< LS
    std::string needCode;        ///< CIN
    std::string placeCode;       ///< PLACE
    std::string providerCode;    ///< PLACE_PROVIDER
    std::string endReason;       ///< REC; "X1" while care goes on
    std::string changeReason;    ///< REASON_PLACE_CHANGE
    std::string homePostcode;    ///< HOME_POST
    std::string placePostcode;   ///< PL_POST
    std::string providerNumber;  ///< URN
    bool operator==(const Episode&) const = default;
};

/// Episodes of a child from the working records, by start: a new one wherever care period, legal
/// status or placement changes. Inverse of splitEpisodes for merged histories: at most one episode
/// starts on a day, only the last may be open, every RNE is given, and an open one has REC "X1" or
/// a reason (blank reads as "X1"). RNE that is not recorded is derived: S at the start of a care
/// period, else B, P or L; a legal status that starts with a recorded P or T makes it B or U.
std::vector<Episode> deriveEpisodes(const CareHistory& history);

/// Working records from merged episodes (sorted, no overlap): a new placement where place,
/// provider, registration number, postcode or start reason (P, T, B, U, S) says so; a new legal
/// status where LS or CIN changes or no placement begins; a new care period after a gap and after
/// a REC other than "X1", even on the same day. Ids stay empty.
CareHistory splitEpisodes(const std::vector<Episode>& episodes);

/// The placement that holds on `day`, or null.
const Placement* placementOn(const std::vector<Placement>& placements, Date day);

/// The care period that holds on `day`, or null.
const CarePeriod* carePeriodOn(const std::vector<CarePeriod>& periods, Date day);

}  // namespace homeward
