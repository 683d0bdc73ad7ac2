#include "app/trust/audit_fields.h"

namespace homeward::app {
namespace {

AuditFields withRatings(AuditFields fields, const std::vector<Rating>& ratings)
{
    for (const Rating& rating : ratings) {
        std::string key = rating.domainKey;
        if (rating.perspective != Perspective::Agreed)
            key += "/" + textOf(rating.perspective);
        fields["level." + key] = rating.level ? textOf(*rating.level) : "unknown";
        fields["evidence." + key] = rating.evidence;
        fields["strength." + key] = rating.strength;
    }
    return fields;
}

}  // namespace

AuditFields auditFields(const SkillsProfile& profile)
{
    return withRatings(fieldTexts(profile), profile.skills);
}

AuditFields auditFields(const Assessment& assessment)
{
    return withRatings(fieldTexts(assessment), assessment.ratings);
}

Account accountFromFields(const AccountId& id, const AuditFields& fields)
{
    Account account{id, {}, {}, Role::SocialWorker, false, 0};
    forEachField<Account>([&](const auto& field) {
        if (const auto found = fields.find(std::string(field.key())); found != fields.end())
            (void)readText(found->second, field.in(account), false);
    });
    return account;
}

}  // namespace homeward::app
