#include "ui/carers/home_entries.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>
#include <tuple>

#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

constexpr double kDearestPounds = 100'000;  ///< a week; more is a slip of the finger

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HomeEntries)
};

QString joined(const std::set<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << text(name);
    return list.join(QStringLiteral(", "));
}

QString typesOf(const std::set<PlacementType>& types)
{
    QStringList keys;
    for (const PlacementType type : types)
        keys << text(toKey(type));
    return keys.join(QLatin1Char(','));
}

QString poundsOf(const std::optional<int>& pence)
{
    if (!pence)
        return {};
    return QString::number(*pence / 100.0, 'f', *pence % 100 == 0 ? 0 : 2);
}

QString answerOf(const std::optional<bool>& answer)
{
    if (!answer)
        return {};
    return *answer ? QStringLiteral("yes") : QStringLiteral("no");
}

std::optional<bool> answerFrom(const QString& typed)
{
    if (typed.isEmpty())
        return std::nullopt;
    return typed == QLatin1String("yes");
}

std::set<std::string> namesFrom(const QString& typed)
{
    std::set<std::string> names;
    for (const QString& part : typed.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const QString name = part.trimmed(); !name.isEmpty())
            names.insert(utf8(name));
    return names;
}

std::set<PlacementType> typesFrom(const QString& keys)
{
    std::set<PlacementType> types;
    for (const QString& key : keys.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const auto type = fromKey<PlacementType>(utf8(key)))
            types.insert(*type);
    return types;
}

/// Pounds as typed, with or without the sign and thousands separators.
Result<std::optional<int>> penceFrom(const QString& typed)
{
    QString digits = typed.trimmed();
    digits.remove(QLatin1Char(',')).remove(QChar(0x00a3)).remove(QLatin1Char(' '));
    if (digits.isEmpty())
        return std::optional<int>();
    bool isNumber = false;
    const double pounds = digits.toDouble(&isNumber);
    if (!isNumber)
        return invalidInput("weeklyCost", "not-a-number");
    if (!(pounds >= 0 && pounds <= kDearestPounds))
        return invalidInput("weeklyCost", "out-of-range");
    return std::optional<int>(static_cast<int>(std::lround(pounds * 100)));
}

Result<int> numberFrom(const char* field, const QString& typed)
{
    bool isNumber = false;
    const int number = typed.trimmed().toInt(&isNumber);
    if (!isNumber)
        return invalidInput(field, "not-a-number");
    return number;
}

std::optional<Error> fillNumbers(Approval& approval, const HomeEntries& entries)
{
    const std::tuple<const char*, const QString&, int&> numbers[] = {
        {"places", entries.places, approval.places},
        {"youngestYears", entries.youngestYears, approval.youngestYears},
        {"oldestYears", entries.oldestYears, approval.oldestYears}};
    for (const auto& [field, typed, target] : numbers) {
        const Result<int> number = numberFrom(field, typed);
        if (!number)
            return number.error();
        target = *number;
    }
    return std::nullopt;
}

std::optional<Error> fillApproval(Approval& approval, const HomeEntries& entries)
{
    approval.status = fromKey<ApprovalStatus>(utf8(entries.status)).value_or(approval.status);
    approval.onlySex = fromKey<Sex>(utf8(entries.onlySex));
    approval.types = typesFrom(entries.types);
    approval.reviewDueOn.reset();
    if (!entries.reviewDueOn.trimmed().isEmpty()) {
        const std::string typed = utf8(entries.reviewDueOn.trimmed());
        approval.reviewDueOn = Date::fromDayMonthYear(typed);
        if (!approval.reviewDueOn)
            approval.reviewDueOn = Date::fromIso(typed);
        if (!approval.reviewDueOn)
            return invalidInput("reviewDueOn", "not-a-date");
    }
    return fillNumbers(approval, entries);
}

std::optional<Error> fillPlaceAndCost(Home& home, const HomeEntries& entries)
{
    home.location.reset();
    if (!entries.location.trimmed().isEmpty()) {
        const Result<Location> location = parseLocation(utf8(entries.location));
        if (!location)
            return location.error();
        home.location = *location;
    }
    const auto pence = penceFrom(entries.weeklyCost);
    if (!pence)
        return pence.error();
    home.weeklyCostPence = *pence;
    return std::nullopt;
}

QString typesText(const QString& keys)
{
    QStringList names;
    for (const PlacementType type : typesFrom(keys))
        names << label(type);
    return names.join(QStringLiteral(", "));
}

}  // namespace

const std::vector<HomeEntries::Field>& HomeEntries::fields()
{
    static const std::vector<Field> all = {{"name", &HomeEntries::name},
                                           {"reference", &HomeEntries::reference},
                                           {"firstCarer", &HomeEntries::firstCarer},
                                           {"secondCarer", &HomeEntries::secondCarer},
                                           {"kind", &HomeEntries::kind},
                                           {"provider", &HomeEntries::provider},
                                           {"newProvider", &HomeEntries::newProvider},
                                           {"newProviderOwn", &HomeEntries::newProviderOwn},
                                           {"postcode", &HomeEntries::postcode},
                                           {"location", &HomeEntries::location},
                                           {"languages", &HomeEntries::languages},
                                           {"hasPets", &HomeEntries::hasPets},
                                           {"weeklyCost", &HomeEntries::weeklyCost},
                                           {"note", &HomeEntries::note},
                                           {"status", &HomeEntries::status},
                                           {"places", &HomeEntries::places},
                                           {"youngestYears", &HomeEntries::youngestYears},
                                           {"oldestYears", &HomeEntries::oldestYears},
                                           {"onlySex", &HomeEntries::onlySex},
                                           {"types", &HomeEntries::types},
                                           {"reviewDueOn", &HomeEntries::reviewDueOn}};
    return all;
}

HomeEntries entriesOf(const Home& home)
{
    HomeEntries entries;
    entries.name = text(home.name);
    entries.reference = text(home.reference);
    if (!home.carers.empty())
        entries.firstCarer = text(home.carers[0]);
    if (home.carers.size() > 1)
        entries.secondCarer = text(home.carers[1]);
    entries.kind = text(toKey(home.kind));
    entries.provider = text(home.provider.value);
    entries.postcode = text(home.postcode);
    if (home.location)
        entries.location = text(formatLocation(*home.location));
    entries.languages = joined(home.languages);
    entries.hasPets = answerOf(home.hasPets);
    entries.weeklyCost = poundsOf(home.weeklyCostPence);
    entries.note = text(home.note);
    const Approval& approval = home.approval;
    entries.status = text(toKey(approval.status));
    entries.places = QString::number(approval.places);
    entries.youngestYears = QString::number(approval.youngestYears);
    entries.oldestYears = QString::number(approval.oldestYears);
    if (approval.onlySex)
        entries.onlySex = text(toKey(*approval.onlySex));
    entries.types = typesOf(approval.types);
    if (approval.reviewDueOn)
        entries.reviewDueOn = text(approval.reviewDueOn->toDayMonthYear());
    return entries;
}

Result<Home> homeFrom(const HomeEntries& entries, const Home& base)
{
    Home home = base;
    home.name = utf8(entries.name.trimmed());
    home.reference = utf8(entries.reference.trimmed());
    home.carers.clear();
    for (const QString& carer : {entries.firstCarer, entries.secondCarer})
        if (!carer.trimmed().isEmpty())
            home.carers.push_back(utf8(carer.trimmed()));
    home.kind = fromKey<HomeKind>(utf8(entries.kind)).value_or(base.kind);
    home.provider = ProviderId{utf8(entries.provider)};
    home.postcode = utf8(entries.postcode.trimmed().toUpper());
    home.languages = namesFrom(entries.languages);
    home.hasPets = answerFrom(entries.hasPets);
    home.note = utf8(entries.note);
    if (auto error = fillPlaceAndCost(home, entries))
        return *error;
    if (auto error = fillApproval(home.approval, entries))
        return *error;
    if (const auto checked = checkHome(home); !checked)
        return checked.error();
    return home;
}

QJsonObject toJson(const HomeEntries& entries)
{
    QJsonObject json;
    for (const HomeEntries::Field& field : HomeEntries::fields())
        json.insert(QLatin1String(field.key), entries.*field.value);
    return json;
}

HomeEntries homeEntriesFrom(const QJsonObject& json)
{
    HomeEntries entries;
    for (const HomeEntries::Field& field : HomeEntries::fields())
        entries.*field.value = json.value(QLatin1String(field.key)).toString();
    return entries;
}

HomeEntries rebased(const HomeEntries& base, const HomeEntries& mine, const HomeEntries& theirs)
{
    HomeEntries merged = theirs;
    for (const HomeEntries::Field& field : HomeEntries::fields())
        if (mine.*field.value != base.*field.value)
            merged.*field.value = mine.*field.value;
    return merged;
}

QString homeFieldLabel(const std::string& key)
{
    static const std::pair<const char*, const char*> labels[] = {
        {"name", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Household")},
        {"reference", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Reference")},
        {"firstCarer", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "First carer")},
        {"secondCarer", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Second carer")},
        {"kind", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Kind of home")},
        {"provider", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Provider")},
        {"newProvider", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "New provider")},
        {"newProviderOwn", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Our own service")},
        {"postcode", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Postcode")},
        {"location", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Location")},
        {"languages", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Languages spoken")},
        {"hasPets", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Pets")},
        {"weeklyCost", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Weekly cost (£)")},
        {"note", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Note")},
        {"status", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Status")},
        {"places", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Places")},
        {"youngestYears", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Youngest age")},
        {"oldestYears", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Oldest age")},
        {"onlySex", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Sex")},
        {"types", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries",
                                    "Kinds of placement (none ticked: not recorded)")},
        {"reviewDueOn", QT_TRANSLATE_NOOP("homeward::ui::HomeEntries", "Review due")}};
    for (const auto& [candidate, words] : labels)
        if (key == candidate)
            return Words::tr(words);
    return text(key);
}

QString homeFieldText(const std::string& key, const QString& value, const QString& providerName)
{
    if (key == "provider" && !providerName.isEmpty())
        return providerName;
    if (key == "onlySex") {
        const auto sex = fromKey<Sex>(utf8(value));
        if (!sex)
            return Words::tr("any");
        return *sex == Sex::Male ? Words::tr("boys only") : Words::tr("girls only");
    }
    if (value.isEmpty())
        return QStringLiteral("–");
    if (key == "kind")
        if (const auto kind = fromKey<HomeKind>(utf8(value)))
            return label(*kind);
    if (key == "status")
        if (const auto status = fromKey<ApprovalStatus>(utf8(value)))
            return label(*status);
    if (key == "types")
        return typesText(value);
    if (key == "reviewDueOn")
        if (const auto date = Date::fromDayMonthYear(utf8(value)))
            return dateText(*date);
    if (key == "weeklyCost")
        return Words::tr("£%1 a week").arg(value);
    if (key == "hasPets" || key == "newProviderOwn")
        return value == QLatin1String("yes") ? Words::tr("yes") : Words::tr("no");
    return value;
}

Result<QString> locationEcho(const QString& typed)
{
    const Result<Location> location = parseLocation(utf8(typed));
    if (!location)
        return location.error();
    const QLocale locale;
    if (const auto* grid = std::get_if<GridReference>(&*location))
        return Words::tr("Easting %1 m, northing %2 m (National Grid)")
            .arg(locale.toString(grid->eastingM, 'f', 0), locale.toString(grid->northingM, 'f', 0));
    const auto& point = std::get<LatLon>(*location);
    const QString longitude =
        point.longitude < 0 ? Words::tr("%1° west").arg(locale.toString(-point.longitude, 'f', 4))
                            : Words::tr("%1° east").arg(locale.toString(point.longitude, 'f', 4));
    return Words::tr("%1° north, %2").arg(locale.toString(point.latitude, 'f', 4), longitude);
}

}  // namespace homeward::ui
