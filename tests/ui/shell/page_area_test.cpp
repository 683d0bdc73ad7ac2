#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "tests/ui/support/ui_harness.h"
#include "ui/shell/frame/page_area.h"

using namespace homeward::ui;

namespace {

QWidget* pageOf(int height)
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    auto* label = new QLabel(QStringLiteral("page"));
    label->setMinimumHeight(height);
    layout->addWidget(label);
    layout->addWidget(new QLineEdit);
    return page;
}

}  // namespace

TEST_CASE("a page larger than the window scrolls, the others do not", "[ui-shell]")
{
    auto* pages = new QStackedWidget;
    pages->addWidget(pageOf(1200));
    pages->addWidget(pageOf(50));
    PageArea area(pages);
    area.resize(400, 300);
    area.show();
    QApplication::setActiveWindow(&area);
    QCoreApplication::processEvents();
    CHECK(area.minimumSizeHint().height() < 300);
    CHECK(area.verticalScrollBar()->maximum() > 0);
    pages->setCurrentIndex(1);
    QCoreApplication::processEvents();
    CHECK(area.verticalScrollBar()->maximum() == 0);
}

TEST_CASE("what has the keyboard is scrolled into sight", "[ui-shell]")
{
    auto* pages = new QStackedWidget;
    pages->addWidget(pageOf(1200));
    PageArea area(pages);
    area.resize(400, 300);
    area.show();
    QApplication::setActiveWindow(&area);
    QCoreApplication::processEvents();
    auto* field = pages->findChild<QLineEdit*>();
    area.verticalScrollBar()->setValue(0);
    area.setFocus();
    field->clearFocus();
    field->setFocus();
    QCoreApplication::processEvents();
    const int at = field->mapTo(&area, QPoint(0, 0)).y();
    CHECK(at >= 0);
    CHECK(at < 300);
}

TEST_CASE("a window asks for no more than its screen has", "[ui-shell]")
{
    QWidget window;
    const QSize screen = window.screen()->availableSize();
    fitToScreen(window, QSize(9000, 9000), QSize(8000, 100));
    CHECK(window.width() <= screen.width());
    CHECK(window.height() <= screen.height());
    CHECK(window.minimumWidth() <= screen.width());
    CHECK(window.minimumHeight() == 100);
}
