#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <optional>

#include "ui/shared/look/theme.h"
#include "ui/shared/pages/place.h"

namespace homeward::ui {

/// An authority that was opened on this computer.
struct RecentAuthority {
    QString folder;
    QString name;
    QString account;  ///< sign-in name used last
};

/// What the program remembers on this computer: looks, windows, places and how to get in again. Of
/// records ids only, never names of people.
class Settings {
public:
    static Theme::Mode theme();
    static void setTheme(Theme::Mode mode);

    static int idleMinutes();  ///< 1 or more; 10 unless chosen otherwise
    static void setIdleMinutes(int minutes);
    /// Minutes to choose from, rising; the chosen one is always among them.
    static QList<int> idleChoices();

    static QString language();  ///< key, as in Languages; empty: nobody has chosen
    static void setLanguage(const QString& key);

    /// Tells whoever shows or follows a setting that it changed.
    class Events;
    static Events& events();

    static QString lastAuthority();  ///< folder; empty: none yet
    static void setLastAuthority(const QString& folder);
    static QList<RecentAuthority> recentAuthorities();  ///< opened last first, at most five
    static void addRecentAuthority(const RecentAuthority& opened);
    static QString lastAccount(const QString& folder);  ///< empty: not opened lately

    static QByteArray windowGeometry();
    static void setWindowGeometry(const QByteArray& geometry);

    /// `who` keeps people and authorities apart on one computer; see ownerKey.
    static QList<Place> recentPlaces(const QString& who);
    static void setRecentPlaces(const QString& who, const QList<Place>& places);
    static QString ownerKey(const QString& authorityFolder, const QString& accountId);
};

class Settings::Events : public QObject {
    Q_OBJECT
signals:
    void idleMinutesChanged(int minutes);
    void languageChanged(const QString& key);
};

}  // namespace homeward::ui
