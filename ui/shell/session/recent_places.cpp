#include "ui/shell/session/recent_places.h"

#include <algorithm>

#include "ui/shared/tasks/settings.h"

namespace homeward::ui {

namespace {
constexpr qsizetype kMost = 8;
}

RecentPlaces::RecentPlaces(const QString& owner)
    : m_owner(owner), m_places(Settings::recentPlaces(owner))
{
}

void RecentPlaces::add(const Place& place)
{
    if (place.record.isEmpty())
        return;
    m_places.removeIf(
        [&](const Place& p) { return p.page == place.page && p.record == place.record; });
    m_places.prepend({place.page, place.record, {}});
    m_places.resize(std::min(m_places.size(), kMost));
    Settings::setRecentPlaces(m_owner, m_places);
}

}  // namespace homeward::ui
