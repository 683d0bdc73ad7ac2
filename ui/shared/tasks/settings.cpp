#include "ui/shared/tasks/settings.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>
#include <algorithm>

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDefaultIdleMinutes = 10;
constexpr qsizetype kMostAuthorities = 5;

const std::pair<Theme::Mode, QString>& modeRow(std::size_t index)
{
    static const std::pair<Theme::Mode, QString> rows[] = {{Theme::Mode::System, u"system"_s},
                                                           {Theme::Mode::Light, u"light"_s},
                                                           {Theme::Mode::Dark, u"dark"_s}};
    return rows[index];
}

QStringList toList(const Place& place)
{
    return {place.page, place.record, place.part};
}

std::optional<Place> fromList(const QStringList& list)
{
    if (list.size() != 3 || list[0].isEmpty())
        return std::nullopt;
    return Place{list[0], list[1], list[2]};
}

}  // namespace

Theme::Mode Settings::theme()
{
    const QString stored = QSettings().value(u"look/theme"_s).toString();
    for (std::size_t i = 0; i < 3; ++i)
        if (modeRow(i).second == stored)
            return modeRow(i).first;
    return Theme::Mode::System;
}

void Settings::setTheme(Theme::Mode mode)
{
    for (std::size_t i = 0; i < 3; ++i)
        if (modeRow(i).first == mode)
            QSettings().setValue(u"look/theme"_s, modeRow(i).second);
}

int Settings::idleMinutes()
{
    return std::max(1, QSettings().value(u"lock/idleMinutes"_s, kDefaultIdleMinutes).toInt());
}

void Settings::setIdleMinutes(int minutes)
{
    QSettings().setValue(u"lock/idleMinutes"_s, minutes);
    emit events().idleMinutesChanged(minutes);
}

QList<int> Settings::idleChoices()
{
    QList<int> choices{1, 2, 5, 10, 15, 30, 60};
    const int chosen = idleMinutes();
    const auto place = std::lower_bound(choices.begin(), choices.end(), chosen);
    if (place == choices.end() || *place != chosen)
        choices.insert(place, chosen);
    return choices;
}

QString Settings::language()
{
    return QSettings().value(u"look/language"_s).toString();
}

void Settings::setLanguage(const QString& key)
{
    QSettings().setValue(u"look/language"_s, key);
    emit events().languageChanged(key);
}

Settings::Events& Settings::events()
{
    static Events events;
    return events;
}

QString Settings::lastAuthority()
{
    return QSettings().value(u"authority/last"_s).toString();
}

void Settings::setLastAuthority(const QString& folder)
{
    QSettings().setValue(u"authority/last"_s, folder);
}

QList<RecentAuthority> Settings::recentAuthorities()
{
    QList<RecentAuthority> recent;
    QSettings settings;
    const int count = settings.beginReadArray(u"authority/recent"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        recent << RecentAuthority{settings.value(u"folder"_s).toString(),
                                  settings.value(u"name"_s).toString(),
                                  settings.value(u"account"_s).toString()};
    }
    return recent;
}

void Settings::addRecentAuthority(const RecentAuthority& opened)
{
    QList<RecentAuthority> recent = recentAuthorities();
    recent.removeIf([&](const RecentAuthority& one) { return one.folder == opened.folder; });
    recent.prepend(opened);
    recent.resize(std::min(recent.size(), kMostAuthorities));
    QSettings settings;
    settings.beginWriteArray(u"authority/recent"_s, static_cast<int>(recent.size()));
    for (int i = 0; i < recent.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"folder"_s, recent[i].folder);
        settings.setValue(u"name"_s, recent[i].name);
        settings.setValue(u"account"_s, recent[i].account);
    }
}

QString Settings::lastAccount(const QString& folder)
{
    for (const RecentAuthority& one : recentAuthorities())
        if (one.folder == folder)
            return one.account;
    return {};
}

QByteArray Settings::windowGeometry()
{
    return QSettings().value(u"window/geometry"_s).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    QSettings().setValue(u"window/geometry"_s, geometry);
}

QList<Place> Settings::recentPlaces(const QString& who)
{
    QList<Place> places;
    QSettings settings;
    const int count = settings.beginReadArray(u"recent/%1"_s.arg(who));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        if (const auto place = fromList(settings.value(u"place"_s).toStringList()))
            places << *place;
    }
    return places;
}

void Settings::setRecentPlaces(const QString& who, const QList<Place>& places)
{
    QSettings settings;
    settings.beginWriteArray(u"recent/%1"_s.arg(who), static_cast<int>(places.size()));
    for (int i = 0; i < places.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"place"_s, toList(places[i]));
    }
}

QString Settings::ownerKey(const QString& authorityFolder, const QString& accountId)
{
    const QByteArray hash = QCryptographicHash::hash((authorityFolder + u'\n' + accountId).toUtf8(),
                                                     QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

}  // namespace homeward::ui
