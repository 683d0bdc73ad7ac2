#pragma once

#include <QList>
#include <QString>

#include "ui/shared/pages/place.h"

namespace homeward::ui {

/// The records a person opened last, newest first, remembered on this computer by id.
class RecentPlaces {
public:
    /// `owner`: Settings::ownerKey.
    explicit RecentPlaces(const QString& owner);
    /// Places without a record (lists) are not kept.
    void add(const Place& place);
    const QList<Place>& places() const { return m_places; }

private:
    QString m_owner;
    QList<Place> m_places;
};

}  // namespace homeward::ui
