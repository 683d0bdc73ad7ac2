#pragma once

namespace homeward::ui {

class PageRegistry;

/// Every page of the program. The one place where a new workspace is added.
void registerAllPages(PageRegistry& registry);

}  // namespace homeward::ui
