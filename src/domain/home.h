#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/child.h"
#include "domain/fields.h"
#include "domain/location.h"
#include "domain/needs/rating.h"
#include "support/date.h"
#include "support/id.h"
#include "support/result.h"
#include "support/text/keyed_enum.h"

namespace homeward {

enum class HomeKind {
    FosterHousehold,
    FamilyAndFriends,
    ChildrensHome,
    SupportedAccommodation,
    Other
};
template <>
struct EnumKeys<HomeKind> {
    static constexpr std::pair<HomeKind, std::string_view> table[] = {
        {HomeKind::FosterHousehold, "foster-household"},
        {HomeKind::FamilyAndFriends, "family-and-friends"},
        {HomeKind::ChildrensHome, "childrens-home"},
        {HomeKind::SupportedAccommodation, "supported-accommodation"},
        {HomeKind::Other, "other"}};
};

enum class ApprovalStatus { Approved, InAssessment, OnHold, Suspended, Resigned };
template <>
struct EnumKeys<ApprovalStatus> {
    static constexpr std::pair<ApprovalStatus, std::string_view> table[] = {
        {ApprovalStatus::Approved, "approved"},
        {ApprovalStatus::InAssessment, "in-assessment"},
        {ApprovalStatus::OnHold, "on-hold"},
        {ApprovalStatus::Suspended, "suspended"},
        {ApprovalStatus::Resigned, "resigned"}};
};

/// What a household is approved for, and what a search asks for.
enum class PlacementType { ShortTerm, LongTerm, ShortBreaks, Emergency, ParentAndChild };
template <>
struct EnumKeys<PlacementType> {
    static constexpr std::pair<PlacementType, std::string_view> table[] = {
        {PlacementType::ShortTerm, "short-term"},
        {PlacementType::LongTerm, "long-term"},
        {PlacementType::ShortBreaks, "short-breaks"},
        {PlacementType::Emergency, "emergency"},
        {PlacementType::ParentAndChild, "parent-and-child"}};
};

/// Terms set by the fostering panel, or the registration of a children's home.
struct Approval {
    ApprovalStatus status = ApprovalStatus::Approved;
    int places = 1;                 ///< 0 or more
    int youngestYears = 0;          ///< 0..21, inclusive
    int oldestYears = 17;           ///< 0..21, inclusive, not below youngestYears
    std::optional<Sex> onlySex;     ///< Empty: any.
    std::set<PlacementType> types;  ///< Empty: not recorded, so unknown.
    std::optional<Date> reviewDueOn;
    std::set<ChildId> namedChildren;  ///< Whom a family and friends approval is for.
    bool operator==(const Approval&) const = default;
};

/// Any place a child can live; the user sees "Carers" and "Homes".
struct Home {
    HomeId id;
    HomeKind kind = HomeKind::FosterHousehold;
    std::string name;       ///< e.g. "Marsh household"; unique is not required.
    std::string reference;  ///< The service's own number, unique.
    ProviderId provider;
    std::string providerName;         ///< Filled when read.
    bool ownService = true;           ///< False: agency or other provider. Filled when read.
    std::vector<std::string> carers;  ///< Names of the carers, 0 to 2.
    Approval approval;
    std::optional<Location> location;
    std::string postcode;
    std::string address;
    std::string telephone;
    std::string email;
    std::string supervisingWorker;    ///< Who answers for the household at its service.
    std::set<std::string> languages;  ///< English names, e.g. "Polish".
    std::optional<bool> hasPets;
    std::optional<int> weeklyCostPence;
    std::string note;
    int rowVersion = 0;
    bool operator==(const Home&) const = default;
};

template <>
struct Fields<Home> {
    static constexpr std::string_view table = "home";
    static constexpr auto list =
        std::tuple{field("kind", &Home::kind),
                   field("name", &Home::name, Required{}),
                   field("reference", &Home::reference, Required{}),
                   field("provider", &Home::provider),
                   field("carers", &Home::carers),
                   field("status", &Home::approval, &Approval::status),
                   field("places", &Home::approval, &Approval::places),
                   field("youngest_years", &Home::approval, &Approval::youngestYears),
                   field("oldest_years", &Home::approval, &Approval::oldestYears),
                   field("only_sex", &Home::approval, &Approval::onlySex),
                   field("types", &Home::approval, &Approval::types),
                   field("review_due_on", &Home::approval, &Approval::reviewDueOn),
                   field("named_children", &Home::approval, &Approval::namedChildren),
                   field("location", &Home::location),
                   field("postcode", &Home::postcode),
                   field("address", &Home::address, Prose{}),
                   field("telephone", &Home::telephone),
                   field("email", &Home::email),
                   field("supervising_worker", &Home::supervisingWorker),
                   field("languages", &Home::languages),
                   field("has_pets", &Home::hasPets),
                   field("weekly_cost_pence", &Home::weeklyCostPence),
                   field("note", &Home::note, Prose{})};
};

/// A dated record of what a home can do, in the same framework as assessments.
struct SkillsProfile {
    SkillsProfileId id;
    HomeId home;
    FrameworkVersionId framework;
    Date recordedOn;
    AccountId recordedBy;
    std::string recordedByName;  ///< Filled when read.
    std::vector<Rating> skills;  ///< Perspective Agreed.
    bool operator==(const SkillsProfile&) const = default;
};

template <>
struct Fields<SkillsProfile> {
    static constexpr std::string_view table = "skills_profile";
    static constexpr auto list =
        std::tuple{field("home", &SkillsProfile::home, Bookkeeping{}),
                   field("framework", &SkillsProfile::framework),
                   field("recorded_on", &SkillsProfile::recordedOn),
                   field("recorded_by", &SkillsProfile::recordedBy, Bookkeeping{})};
};

/// Fails with: InvalidInput (fields name, reference: required; places; youngestYears;
/// oldestYears: out of range; carers: more than two; email:
/// not-an-email).
Result<Done> checkHome(const Home& home);

}  // namespace homeward
