#pragma once

#include <QSize>

namespace homeward::ui {
struct OpenAuthority;
}

namespace homeward::ui::test {

/// Opens the window of `open` with every page and action, as the program builds it, at `size`, and
/// makes it the active one. Its page is still being read.
void openWholeWindow(OpenAuthority& open, const QSize& size = {1366, 768});

}  // namespace homeward::ui::test
