#pragma once

namespace homeward::ui {

class PageRegistry;

/// Adds the pages of this workspace.
void registerInsightPages(PageRegistry& registry);

}  // namespace homeward::ui
