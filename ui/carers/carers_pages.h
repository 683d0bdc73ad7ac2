#pragma once

namespace homeward::ui {

class PageRegistry;

/// Adds the pages of this workspace.
void registerCarersPages(PageRegistry& registry);

}  // namespace homeward::ui
