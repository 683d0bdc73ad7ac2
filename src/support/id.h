#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace homeward {

/// Key of one kind of record; empty while the record is not stored. UUIDv7 text for stored ones.
template <typename Tag>
struct Id {
    std::string value;

    bool isEmpty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using AccountId = Id<struct AccountTag>;
using AssessmentId = Id<struct AssessmentTag>;
using CarePeriodId = Id<struct CarePeriodTag>;
using ChildId = Id<struct ChildTag>;
using DecisionId = Id<struct DecisionTag>;
using FrameworkVersionId = Id<struct FrameworkVersionTag>;
using HomeId = Id<struct HomeTag>;
using LegalStatusId = Id<struct LegalStatusTag>;
using PlacementId = Id<struct PlacementTag>;
using ProviderId = Id<struct ProviderTag>;
using SearchId = Id<struct SearchTag>;
using SkillsProfileId = Id<struct SkillsProfileTag>;

/// Makes new ids, rising in order of making within one source. Thread safe.
class IdSource {
public:
    virtual ~IdSource() = default;
    /// UUIDv7 text (RFC 9562 section 5.7), 36 characters, lower case.
    virtual std::string next() = 0;

    template <typename IdType>
    IdType make()
    {
        return IdType{next()};
    }
};

class Clock;

/// Real ids: time from `clock`, the rest random (libsodium).
std::unique_ptr<IdSource> randomIds(std::shared_ptr<const Clock> clock);

/// Repeatable ids for demonstrations and tests: time starts at `startMs` (UTC milliseconds) and the
/// rest comes from `seed`.
std::unique_ptr<IdSource> seededIds(std::uint64_t seed, std::int64_t startMs);

}  // namespace homeward

template <typename Tag>
struct std::hash<homeward::Id<Tag>> {
    std::size_t operator()(const homeward::Id<Tag>& id) const noexcept
    {
        return std::hash<std::string>{}(id.value);
    }
};
