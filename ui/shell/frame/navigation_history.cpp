#include "ui/shell/frame/navigation_history.h"

namespace homeward::ui {

namespace {
constexpr std::size_t kMost = 100;
}

void NavigationHistory::visit(const Place& place)
{
    if (!m_places.empty() && m_places[m_current] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_current + 1);
    m_places.push_back(place);
    if (m_places.size() > kMost)
        m_places.erase(m_places.begin());
    m_current = m_places.size() - 1;
}

void NavigationHistory::replaceCurrent(const Place& place)
{
    if (!m_places.empty())
        m_places[m_current] = place;
}

std::optional<Place> NavigationHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_current];
}

std::optional<Place> NavigationHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[++m_current];
}

}  // namespace homeward::ui
