#include "ui/shared/settings.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDefaultIdleMinutes = 10;

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
}

QString Settings::lastAuthority()
{
    return QSettings().value(u"authority/last"_s).toString();
}

void Settings::setLastAuthority(const QString& folder)
{
    QSettings().setValue(u"authority/last"_s, folder);
}

QByteArray Settings::windowGeometry()
{
    return QSettings().value(u"window/geometry"_s).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    QSettings().setValue(u"window/geometry"_s, geometry);
}

std::optional<Place> Settings::lastPlace(const QString& who, const QString& workspace)
{
    return fromList(QSettings().value(u"places/%1/%2"_s.arg(who, workspace)).toStringList());
}

void Settings::setLastPlace(const QString& who, const QString& workspace, const Place& place)
{
    QSettings().setValue(u"places/%1/%2"_s.arg(who, workspace), toList(place));
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
