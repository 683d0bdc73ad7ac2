#include <QAbstractItemView>
#include <QComboBox>

#include "tests/ui/support/ui_harness.h"

using namespace homeward::ui;

TEST_CASE("the last entry of a choice is shown whole", "[ui-look]")
{
    const int entries = GENERATE(2, 3, 5, 8);
    QWidget window;
    window.resize(600, 500);
    QComboBox box(&window);
    for (int i = 0; i < entries; ++i)
        box.addItem(QStringLiteral("Entry %1").arg(i));
    window.show();
    box.showPopup();
    QCoreApplication::processEvents();
    const QAbstractItemView& view = *box.view();
    const QRect last = view.visualRect(view.model()->index(entries - 1, 0));
    INFO(entries << " entries, last ends at " << last.bottom() << " of "
                 << view.viewport()->height());
    CHECK(last.bottom() < view.viewport()->height());
    CHECK(last.height() >= view.fontMetrics().height());
    // A list that scrolls by arrows hides an entry under each; a list with a scroll bar does not.
    for (const QObject* part : view.parentWidget()->children())
        CHECK_FALSE(part->inherits("QComboBoxPrivateScroller"));
    box.hidePopup();
}
