#pragma once

#include <optional>
#include <vector>

#include "ui/shared/pages/place.h"

namespace homeward::ui {

/// Where the person has been, for back and forward. Keeps the last 100 places.
class NavigationHistory {
public:
    /// Forgets what lay ahead. The same place again changes nothing.
    void visit(const Place& place);
    /// The person moved within the page (another tab, say).
    void replaceCurrent(const Place& place);
    std::optional<Place> back();
    std::optional<Place> forward();
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }

private:
    std::vector<Place> m_places;
    std::size_t m_current = 0;
};

}  // namespace homeward::ui
