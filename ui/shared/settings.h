#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

#include "ui/shared/place.h"
#include "ui/shared/theme.h"

namespace homeward::ui {

/// What the program remembers on this computer: looks, windows and places. Ids only, never names of
/// people.
class Settings {
public:
    static Theme::Mode theme();
    static void setTheme(Theme::Mode mode);

    static int idleMinutes();  ///< 1 or more; 10 unless chosen otherwise
    static void setIdleMinutes(int minutes);

    static QString lastAuthority();  ///< folder; empty: none yet
    static void setLastAuthority(const QString& folder);

    static QByteArray windowGeometry();
    static void setWindowGeometry(const QByteArray& geometry);

    /// `who` keeps people and authorities apart on one computer; see ownerKey.
    static std::optional<Place> lastPlace(const QString& who, const QString& workspace);
    static void setLastPlace(const QString& who, const QString& workspace, const Place& place);
    static QList<Place> recentPlaces(const QString& who);
    static void setRecentPlaces(const QString& who, const QList<Place>& places);
    static QString ownerKey(const QString& authorityFolder, const QString& accountId);
};

}  // namespace homeward::ui
