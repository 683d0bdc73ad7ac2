#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

#include "tests/ui/ratings/ratings_support.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/ratings/descriptor_choice.h"
#include "ui/shared/ratings/growing_text_edit.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/ratings/rating_row.h"
#include "ui/shared/ratings/ratings_editor.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// A page with tabs above the grid, the grid not in sight yet.
struct PageWithGrid {
    explicit PageWithGrid(RatingsEditor::Side side = RatingsEditor::Side::Needs)
        : editor(new RatingsEditor(side, &page))
    {
        auto* layout = new QVBoxLayout(&page);
        tabs = new QTabBar(&page);
        tabs->addTab(QStringLiteral("About me"));
        layout->addWidget(tabs);
        layout->addWidget(editor);
        editor->hide();
        page.resize(1160, 640);
        page.show();
        QApplication::setActiveWindow(&page);
        page.setFocus();
    }
    void load(bool readOnly) { editor->setDocument(framework(), carriedOver(), nullptr, readOnly); }
    RatingRow* row(const char* key) const
    {
        return editor->findChild<RatingRow*>(QStringLiteral("ratingRow-") +
                                             QString::fromLatin1(key));
    }
    bool hasKeyboard() const
    {
        return waitUntil(
            [this] { return QApplication::focusWidget() == row("keeping-safe")->picker(); });
    }

    QWidget page;
    QTabBar* tabs;
    RatingsEditor* editor;
};

}  // namespace

TEST_CASE("the first level takes the keyboard when the grid is shown", "[ui-page][ratings]")
{
    PageWithGrid shown;
    SECTION("with its document")
    {
        shown.load(false);
        shown.editor->show();
    }
    SECTION("before its document")
    {
        shown.editor->show();
        shown.load(false);
    }
    SECTION("while the page was given the keyboard, as the window does")
    {
        shown.page.setFocus();
        shown.editor->show();
        shown.load(false);
    }
    REQUIRE(shown.hasKeyboard());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    CHECK(agreedRating(shown.editor->ratings(), "keeping-safe")->confirmed);
}

TEST_CASE("a page that is given the keyboard again hands it to the level", "[ui-page][ratings]")
{
    PageWithGrid shown;
    shown.load(false);
    shown.editor->show();
    REQUIRE(shown.hasKeyboard());
    shown.page.setFocus();
    CHECK(shown.hasKeyboard());
}

TEST_CASE("a grid to look at and somebody on the tabs keep the keyboard as it is",
          "[ui-page][ratings]")
{
    PageWithGrid shown;
    SECTION("read only")
    {
        shown.load(true);
        shown.page.setFocus();
        shown.editor->show();
        QCoreApplication::processEvents();
        CHECK(QApplication::focusWidget() == &shown.page);
    }
    SECTION("on the tabs")
    {
        shown.load(false);
        shown.tabs->setFocus();
        shown.editor->show();
        QCoreApplication::processEvents();
        CHECK(QApplication::focusWidget() == shown.tabs);
    }
}

TEST_CASE("Enter on a domain with old evidence goes on after its last word", "[ui-page][ratings]")
{
    PageWithGrid shown;
    shown.load(false);
    shown.editor->show();
    REQUIRE(shown.hasKeyboard());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" more"));
    CHECK(agreedRating(shown.editor->ratings(), "keeping-safe")->evidence == "evidence more");
}

TEST_CASE("the skills grid asks what a level rests on", "[ui-page][ratings]")
{
    PageWithGrid shown(RatingsEditor::Side::Skills);
    shown.load(false);
    CHECK(shown.row("keeping-safe")->evidenceEdit()->placeholderText() ==
          QStringLiteral("What it rests on…"));
}

TEST_CASE("descriptions of levels are always shown whole", "[ui-page][ratings]")
{
    NeedsFramework wordy = framework();
    for (std::string& words : wordy.domains[0].need)
        words =
            "Home on time most nights of the week, with one adult who knows where the child is "
            "and what to do when the child is late";
    PageWithGrid shown;
    shown.editor->setDocument(wordy, carriedOver(), nullptr, false);
    shown.editor->show();
    const auto* choice =
        shown.editor->findChild<DescriptorChoice*>(QStringLiteral("descriptorChoice-0"));
    QCoreApplication::processEvents();
    shown.page.resize(1160, 1100);
    QCoreApplication::processEvents();
    CHECK(choice->height() == choice->heightForWidth(choice->width()));
    shown.page.resize(1160, 420);
    QCoreApplication::processEvents();
    CHECK(choice->height() == choice->heightForWidth(choice->width()));
}

TEST_CASE("where the panel has no room beside the grid one line tells the level",
          "[ui-page][ratings]")
{
    PageWithGrid shown;
    shown.page.resize(640, 480);
    shown.load(false);
    shown.editor->show();
    REQUIRE(shown.hasKeyboard());
    auto* label = shown.editor->findChild<QLabel*>(QStringLiteral("chosenLevelLabel"));
    auto* more = shown.editor->findChild<QPushButton*>(QStringLiteral("unfoldLevelsButton"));
    auto* rest = shown.editor->findChild<QScrollArea*>(QStringLiteral("ratingsSideScroll"));
    REQUIRE(label->isVisible());
    CHECK(label->accessibleName().startsWith(QStringLiteral("3 High")));
    CHECK_FALSE(rest->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S,
                    Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(more->isChecked());
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("strengthEdit"));
}
