#include "app/audit_fields.h"

namespace homeward::app {
namespace {

std::string textOf(const std::optional<Date>& date)
{
    return date ? date->toIso() : std::string();
}

std::string textOf(const std::optional<int>& number)
{
    return number ? std::to_string(*number) : std::string();
}

std::string textOf(const std::optional<bool>& answer)
{
    return answer ? (*answer ? "yes" : "no") : std::string();
}

std::string textOf(const std::optional<Location>& location)
{
    return location ? formatLocation(*location) : std::string();
}

template <typename Range, typename ToText>
std::string joined(const Range& range, ToText toText)
{
    std::string text;
    for (const auto& item : range) {
        if (!text.empty())
            text += ", ";
        text += toText(item);
    }
    return text;
}

void addRatings(AuditFields& fields, const std::vector<Rating>& ratings)
{
    for (const Rating& rating : ratings) {
        std::string key = rating.domainKey;
        if (rating.perspective != Perspective::Agreed)
            key += "/" + std::string(toKey(rating.perspective));
        fields["level." + key] = rating.level ? std::to_string(rating.level->value()) : "unknown";
        fields["evidence." + key] = rating.evidence;
        fields["strength." + key] = rating.strength;
    }
}

}  // namespace

AuditFields auditFields(const Account& account)
{
    return {{"name", account.name},
            {"personName", account.personName},
            {"role", std::string(toKey(account.role))},
            {"active", account.active ? "yes" : "no"}};
}

Account accountFromFields(const AccountId& id, const AuditFields& fields)
{
    const auto valueOf = [&](const char* name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string() : found->second;
    };
    Account account{
        id, valueOf("name"), valueOf("personName"), Role::SocialWorker, valueOf("active") == "yes",
        0};
    if (const auto role = fromKey<Role>(valueOf("role")))
        account.role = *role;
    return account;
}

AuditFields auditFields(const Child& child)
{
    return {{"caseNumber", child.caseNumber},
            {"givenName", child.givenName},
            {"familyName", child.familyName},
            {"preferredName", child.preferredName},
            {"sex", std::string(toKey(child.sex))},
            {"birthDate", child.birthDate.toIso()},
            {"ethnicity", child.ethnicity},
            {"upn", child.upn},
            {"familyLocation", textOf(child.familyLocation)},
            {"schoolLocation", textOf(child.schoolLocation)},
            {"language", child.language},
            {"likesPets", textOf(child.likesPets)},
            {"worker", child.worker.value},
            {"whatMattersToMe", child.aboutMe.whatMattersToMe},
            {"whatIAmGoodAt", child.aboutMe.whatIAmGoodAt},
            {"myHopes", child.aboutMe.myHopes}};
}

AuditFields auditFields(const CarePeriod& period)
{
    return {{"startsOn", period.startsOn.toIso()},
            {"endsOn", textOf(period.endsOn)},
            {"needCode", period.needCode},
            {"endCode", period.endCode}};
}

AuditFields auditFields(const LegalStatus& status)
{
    return {{"startsOn", status.startsOn.toIso()},
            {"endsOn", textOf(status.endsOn)},
            {"code", status.code},
            {"needCode", status.needCode},
            {"startReason", status.startReason},
            {"changeReason", status.changeReason},
            {"homePostcode", status.homePostcode.value_or("")}};
}

AuditFields auditFields(const Placement& placement)
{
    return {{"home", placement.home ? placement.home->value : std::string()},
            {"startsOn", placement.startsOn.toIso()},
            {"endsOn", textOf(placement.endsOn)},
            {"placeCode", placement.placeCode},
            {"providerCode", placement.providerCode},
            {"providerNumber", placement.providerNumber},
            {"placePostcode", placement.placePostcode},
            {"homePostcode", placement.homePostcode},
            {"startReason", placement.startReason},
            {"changeReason", placement.changeReason},
            {"weeklyCostPence", textOf(placement.weeklyCostPence)}};
}

AuditFields auditFields(const Home& home)
{
    return {{"kind", std::string(toKey(home.kind))},
            {"name", home.name},
            {"reference", home.reference},
            {"provider", home.provider.value},
            {"carers", joined(home.carers, [](const std::string& name) { return name; })},
            {"status", std::string(toKey(home.approval.status))},
            {"places", std::to_string(home.approval.places)},
            {"youngestYears", std::to_string(home.approval.youngestYears)},
            {"oldestYears", std::to_string(home.approval.oldestYears)},
            {"onlySex", home.approval.onlySex ? std::string(toKey(*home.approval.onlySex)) : ""},
            {"types", joined(home.approval.types,
                             [](PlacementType type) { return std::string(toKey(type)); })},
            {"reviewDueOn", textOf(home.approval.reviewDueOn)},
            {"location", textOf(home.location)},
            {"postcode", home.postcode},
            {"languages", joined(home.languages, [](const std::string& name) { return name; })},
            {"hasPets", textOf(home.hasPets)},
            {"weeklyCostPence", textOf(home.weeklyCostPence)},
            {"note", home.note}};
}

AuditFields auditFields(const SkillsProfile& profile)
{
    AuditFields fields{{"recordedOn", profile.recordedOn.toIso()},
                       {"framework", profile.framework.value}};
    addRatings(fields, profile.skills);
    return fields;
}

AuditFields auditFields(const Assessment& assessment)
{
    AuditFields fields{{"assessedOn", assessment.assessedOn.toIso()},
                       {"framework", assessment.framework.value}};
    addRatings(fields, assessment.ratings);
    return fields;
}

}  // namespace homeward::app
