#pragma once

namespace homeward::ui {

class PageRegistry;

/// Adds the pages of this workspace.
void registerMyWorkPages(PageRegistry& registry);

}  // namespace homeward::ui
