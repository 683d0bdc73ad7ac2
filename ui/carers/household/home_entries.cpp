#include "ui/carers/household/home_entries.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/shared/fields/money_text.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kDearestPounds = 100'000;  ///< a week; more is a slip of the finger
/// Stand for the fields that are typed in another way.
constexpr std::array<const char*, 2> kCarers = {"firstCarer", "secondCarer"};
constexpr const char* kCost = "weeklyCost";

struct HomeEntryWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HomeEntries)
};

}  // namespace

HomeEntries entriesOf(const Home& home)
{
    HomeEntries entries = HomeEntries::of(home);
    entries.remove("carers");
    for (std::size_t i = 0; i < kCarers.size(); ++i)
        entries[kCarers[i]] = i < home.carers.size() ? text(home.carers[i]) : QString();
    entries.remove("weeklyCostPence");
    entries[kCost] = poundsToType(home.weeklyCostPence);
    // Of no home, but typed with one: a form and a home are compared field by field.
    entries["newProvider"] = QString();
    entries["newProviderOwn"] = QString();
    return entries;
}

Result<Home> homeFrom(const HomeEntries& entries, const Home& base)
{
    Problems problems;
    const auto pence = penceFrom(entries[kCost], kCost, kDearestPounds);
    HomeEntries fields = entries;
    if (pence)
        fields["weeklyCostPence"] = text(textOf(*pence));
    fields["postcode"] = entries["postcode"].toUpper();
    Result<Home> home = fields.applyTo(base);
    if (!home)
        problems.add(home.error());
    if (!pence)
        problems.add(pence.error());
    if (problems.error())
        return *problems.error();
    home->carers.clear();
    for (const char* carer : kCarers)
        if (const QString name = entries[carer].trimmed(); !name.isEmpty())
            home->carers.push_back(utf8(name));
    if (const auto checked = checkHome(*home); !checked)
        return checked.error();
    return home;
}

QString homeFieldLabel(const std::string& key)
{
    if (key == "types")
        return HomeEntryWords::tr("Kinds of placement (none ticked: not recorded)");
    return fieldText(key, {});
}

QString homeFieldText(const std::string& key, const QString& value, const QString& providerName)
{
    if (key == "provider" && !providerName.isEmpty())
        return providerName;
    if (key == "onlySex" && value.isEmpty())
        return HomeEntryWords::tr("any");
    if (key == kCost && !value.isEmpty())
        return HomeEntryWords::tr("£%1 a week").arg(value);
    return valueText(key, utf8(value), {});
}

Result<QString> locationEcho(const QString& typed)
{
    const Result<Location> location = parseLocation(utf8(typed));
    if (!location)
        return location.error();
    const QLocale locale;
    if (const auto* grid = std::get_if<GridReference>(&*location))
        return HomeEntryWords::tr("Easting %1 m, northing %2 m (National Grid)")
            .arg(locale.toString(grid->eastingM, 'f', 0), locale.toString(grid->northingM, 'f', 0));
    const auto& point = std::get<LatLon>(*location);
    const QString longitude =
        point.longitude < 0
            ? HomeEntryWords::tr("%1° west").arg(locale.toString(-point.longitude, 'f', 4))
            : HomeEntryWords::tr("%1° east").arg(locale.toString(point.longitude, 'f', 4));
    return HomeEntryWords::tr("%1° north, %2")
        .arg(locale.toString(point.latitude, 'f', 4), longitude);
}

}  // namespace homeward::ui
