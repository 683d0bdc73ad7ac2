#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/fields.h"
#include "domain/location.h"
#include "support/date.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

namespace homeward {

/// As the statutory return records it.
enum class Sex { Male, Female, Unknown };

template <>
struct EnumKeys<Sex> {
    static constexpr std::pair<Sex, std::string_view> table[] = {
        {Sex::Male, "M"}, {Sex::Female, "F"}, {Sex::Unknown, "U"}};
};

/// Who the child is, in the child's own words. Shown before any need.
struct AboutMe {
    std::string whatMattersToMe;
    std::string whatIAmGoodAt;
    std::string myHopes;
    bool operator==(const AboutMe&) const = default;
};

struct Child {
    ChildId id;
    std::string caseNumber;  ///< CHILD of the statutory return; unique in the authority.
    std::string givenName;   ///< May be empty: returns carry no names.
    std::string familyName;
    std::string preferredName;  ///< What the child wants to be called.
    Sex sex = Sex::Unknown;
    Date birthDate;
    bool birthExpected = false;  ///< Not born yet: birthDate is the day it is expected.
    std::string ethnicity;       ///< Statutory code, may be empty. Never read by matching.
    std::string upn;             ///< Unique pupil number, may be empty.
    std::optional<Location> familyLocation;  ///< Where the family lives.
    std::optional<Location> schoolLocation;
    std::string language;  ///< Language at home if the child stated a need for it, else empty.
    std::optional<bool> likesPets;  ///< Empty: not asked.
    AccountId worker;               ///< Allocated social worker, may be empty.
    AboutMe aboutMe;
    std::set<std::string> formerNumbers;  ///< Case numbers of records that became this one.
    int rowVersion = 0;                   ///< 0: not stored yet.

    bool operator==(const Child&) const = default;
};

template <>
struct Fields<Child> {
    static constexpr std::string_view table = "child";
    static constexpr auto list =
        std::tuple{field("case_number", &Child::caseNumber, Required{}),
                   field("given_name", &Child::givenName),
                   field("family_name", &Child::familyName),
                   field("preferred_name", &Child::preferredName),
                   field("sex", &Child::sex),
                   field("birth_date", &Child::birthDate),
                   field("birth_expected", &Child::birthExpected),
                   field("ethnicity", &Child::ethnicity, NotTyped{}, Coded{"ETHNIC"}),
                   field("upn", &Child::upn, NotTyped{}),
                   field("family_location", &Child::familyLocation),
                   field("school_location", &Child::schoolLocation),
                   field("language", &Child::language),
                   field("likes_pets", &Child::likesPets),
                   field("worker", &Child::worker),
                   field("what_matters_to_me", &Child::aboutMe, &AboutMe::whatMattersToMe, Prose{}),
                   field("what_i_am_good_at", &Child::aboutMe, &AboutMe::whatIAmGoodAt, Prose{}),
                   field("my_hopes", &Child::aboutMe, &AboutMe::myHopes, Prose{}),
                   field("former_numbers", &Child::formerNumbers, NotTyped{})};
};

/// Preferred or given name and family name ("Tyler Brook"); who has one name only is shown by it;
/// "Child 398768" where none is known. What every list and page shows.
std::string displayName(const Child& child);

/// How far from now a birth may be expected.
inline constexpr int kExpectedWithinMonths = 10;

/// Every rule a child must keep; one that is stored (`before`) only in what was changed, so that
/// the record of somebody grown up can still be put right. Fails with: InvalidInput (field
/// "caseNumber": required; "birthDate": birth-in-future, birth-too-far (more than ten months from
/// now) or implausible (more than 26 years ago)).
Result<Done> checkChild(const Child& child, Date today, const Child* before = nullptr);

/// Whether two records seem to be about one person: the same unique pupil number and birth date, or
/// the same names (letters only, whatever their accents and order) and birth date.
bool seemsSamePerson(const Child& one, const Child& other);

}  // namespace homeward
