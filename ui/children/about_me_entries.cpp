#include "ui/children/about_me_entries.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

QString locationText(const std::optional<Location>& location)
{
    return location ? text(formatLocation(*location)) : QString();
}

/// Keeps the place as it is where the text still says the same.
Result<std::optional<Location>> readLocation(const QString& typed, const char* field)
{
    if (typed.trimmed().isEmpty())
        return std::optional<Location>();
    auto location = parseLocation(utf8(typed));
    if (!location)
        return invalidInput(field, "not-a-location");
    return std::optional<Location>(*location);
}

}  // namespace

const std::vector<AboutMeEntries::Field>& AboutMeEntries::fields()
{
    static const std::vector<Field> all = {{"whatMattersToMe", &AboutMeEntries::whatMattersToMe},
                                           {"whatIAmGoodAt", &AboutMeEntries::whatIAmGoodAt},
                                           {"myHopes", &AboutMeEntries::myHopes},
                                           {"preferredName", &AboutMeEntries::preferredName},
                                           {"givenName", &AboutMeEntries::givenName},
                                           {"familyName", &AboutMeEntries::familyName},
                                           {"birthDate", &AboutMeEntries::birthDate},
                                           {"sex", &AboutMeEntries::sex},
                                           {"caseNumber", &AboutMeEntries::caseNumber},
                                           {"worker", &AboutMeEntries::worker},
                                           {"familyLocation", &AboutMeEntries::familyLocation},
                                           {"schoolLocation", &AboutMeEntries::schoolLocation},
                                           {"language", &AboutMeEntries::language},
                                           {"likesPets", &AboutMeEntries::likesPets}};
    return all;
}

AboutMeEntries AboutMeEntries::of(const Child& child)
{
    AboutMeEntries entries;
    entries.whatMattersToMe = text(child.aboutMe.whatMattersToMe);
    entries.whatIAmGoodAt = text(child.aboutMe.whatIAmGoodAt);
    entries.myHopes = text(child.aboutMe.myHopes);
    entries.caseNumber = text(child.caseNumber);
    entries.givenName = text(child.givenName);
    entries.familyName = text(child.familyName);
    entries.preferredName = text(child.preferredName);
    entries.sex = text(toKey(child.sex));
    entries.birthDate = text(child.birthDate.toIso());
    entries.familyLocation = locationText(child.familyLocation);
    entries.schoolLocation = locationText(child.schoolLocation);
    entries.language = text(child.language);
    if (child.likesPets)
        entries.likesPets = *child.likesPets ? QStringLiteral("yes") : QStringLiteral("no");
    entries.worker = text(child.worker.value);
    return entries;
}

Result<Child> AboutMeEntries::applyTo(const Child& base) const
{
    Child child = base;
    child.aboutMe = {utf8(whatMattersToMe), utf8(whatIAmGoodAt), utf8(myHopes)};
    child.caseNumber = utf8(caseNumber.trimmed());
    child.givenName = utf8(givenName.trimmed());
    child.familyName = utf8(familyName.trimmed());
    child.preferredName = utf8(preferredName.trimmed());
    child.sex = fromKey<Sex>(utf8(sex)).value_or(Sex::Unknown);
    const auto birth = Date::fromIso(utf8(birthDate));
    if (!birth)
        return invalidInput("birthDate", birthDate.trimmed().isEmpty() ? "required" : "not-a-date");
    child.birthDate = *birth;
    child.language = utf8(language.trimmed());
    child.likesPets.reset();
    if (!likesPets.isEmpty())
        child.likesPets = likesPets == QStringLiteral("yes");
    child.worker = AccountId{utf8(worker)};
    const AboutMeEntries before = of(base);
    if (familyLocation != before.familyLocation) {
        auto location = readLocation(familyLocation, "familyLocation");
        if (!location)
            return location.error();
        child.familyLocation = *location;
    }
    if (schoolLocation != before.schoolLocation) {
        auto location = readLocation(schoolLocation, "schoolLocation");
        if (!location)
            return location.error();
        child.schoolLocation = *location;
    }
    return child;
}

QStringList AboutMeEntries::differencesFrom(const AboutMeEntries& other) const
{
    QStringList keys;
    for (const Field& field : fields())
        if (this->*field.value != other.*field.value)
            keys.append(QString::fromLatin1(field.key));
    return keys;
}

std::string AboutMeDraft::toJson() const
{
    QJsonObject object{{QStringLiteral("seenVersion"), seenVersion}};
    for (const AboutMeEntries::Field& field : AboutMeEntries::fields())
        object.insert(QString::fromLatin1(field.key), entries.*field.value);
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<AboutMeDraft> AboutMeDraft::fromJson(const std::string& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    if (!document.isObject() || !document.object().contains(QStringLiteral("seenVersion")))
        return std::nullopt;
    const QJsonObject object = document.object();
    AboutMeDraft draft;
    draft.seenVersion = object.value(QStringLiteral("seenVersion")).toInt();
    for (const AboutMeEntries::Field& field : AboutMeEntries::fields())
        draft.entries.*field.value = object.value(QString::fromLatin1(field.key)).toString();
    return draft;
}

AboutMeEntries merged(const AboutMeEntries& mine, const AboutMeEntries& seen,
                      const AboutMeEntries& newer)
{
    AboutMeEntries result = mine;
    for (const AboutMeEntries::Field& field : AboutMeEntries::fields())
        if (mine.*field.value == seen.*field.value)
            result.*field.value = newer.*field.value;
    return result;
}

}  // namespace homeward::ui
