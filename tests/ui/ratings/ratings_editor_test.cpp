#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>
#include <memory>

#include "tests/ui/ratings/ratings_support.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/ratings/growing_text_edit.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/ratings/rating_row.h"
#include "ui/shared/ratings/ratings_editor.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// An editor on the screen with the first domain in focus.
struct Shown {
    explicit Shown(bool readOnly = false)
    {
        editor = std::make_unique<RatingsEditor>(RatingsEditor::Side::Needs);
        editor->resize(1160, 560);
        const std::vector<Rating> before = {rating("keeping-safe", 3, true)};
        editor->setDocument(framework(), carriedOver(), &before, readOnly);
        editor->show();
        QApplication::setActiveWindow(editor.get());
        editor->focusDomain("keeping-safe");
        edits = 0;
        QObject::connect(editor.get(), &RatingsEditor::edited, [this] { ++edits; });
    }
    RatingRow* row(const char* key) const
    {
        return editor->findChild<RatingRow*>(QStringLiteral("ratingRow-") +
                                             QString::fromLatin1(key));
    }
    void press(Qt::Key key) const { QTest::keyClick(QApplication::focusWidget(), key); }
    const Rating& agreed(const char* key) const { return *agreedRating(editor->ratings(), key); }
    std::unique_ptr<RatingsEditor> editor;
    int edits = 0;
};

}  // namespace

TEST_CASE("keys 0 to 4 set the level of the focused domain", "[ui-page][ratings]")
{
    Shown shown;
    const auto key = GENERATE(Qt::Key_0, Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4);
    shown.press(key);
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(key - Qt::Key_0));
    CHECK(shown.agreed("keeping-safe").confirmed);
    CHECK(shown.edits == 1);
    // Another level than last time asks for other words, or to be told that these hold.
    CHECK(shown.editor->confirmedCount() == (key == Qt::Key_3 ? 1 : 0));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);  // may still be "3 metres"
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    CHECK(shown.editor->confirmedCount() == 1);
    CHECK(shown.agreed("keeping-safe").wordsHold == (key != Qt::Key_3));
    shown.press(key == Qt::Key_4 ? Qt::Key_1 : Qt::Key_4);
    CHECK_FALSE(shown.agreed("keeping-safe").wordsHold);
}

TEST_CASE("Down and Up move between domains, and stop at the ends", "[ui-page][ratings]")
{
    Shown shown;
    shown.press(Qt::Key_Up);
    CHECK(QApplication::focusWidget() == shown.row("keeping-safe")->picker());
    shown.press(Qt::Key_Down);
    shown.press(Qt::Key_Down);
    shown.press(Qt::Key_Down);
    CHECK(QApplication::focusWidget() == shown.row("friends")->picker());
    shown.press(Qt::Key_4);
    CHECK(shown.agreed("friends").level == Level::fromInt(4));
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(3));
}

TEST_CASE("Space confirms a carried-over level as it is", "[ui-page][ratings]")
{
    Shown shown;
    const auto* button =
        shown.row("keeping-safe")->findChild<QPushButton*>(QStringLiteral("confirmButton"));
    CHECK(button->isVisible());
    shown.press(Qt::Key_Space);
    CHECK(shown.agreed("keeping-safe").confirmed);
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(3));
    CHECK_FALSE(button->isEnabled());
    CHECK(button->isVisible());  // nothing moves by it
    CHECK(shown.editor->findChild<QLabel*>(QStringLiteral("progressLabel"))->text() ==
          QStringLiteral("1 of 3 confirmed"));
}

TEST_CASE("? decides that a level is unknown, and it is read out as such", "[ui-page][ratings]")
{
    Shown shown;
    shown.editor->focusDomain("friends");
    LevelPicker* picker = shown.row("friends")->picker();
    CHECK(picker->valueText() == QStringLiteral("not rated yet"));
    shown.press(Qt::Key_Question);
    CHECK_FALSE(shown.agreed("friends").level);
    CHECK(shown.agreed("friends").confirmed);
    CHECK(picker->valueText() == QStringLiteral("unknown"));
}

TEST_CASE("Enter goes to the evidence and Escape back to the level", "[ui-page][ratings]")
{
    Shown shown;
    shown.press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == shown.row("keeping-safe")->evidenceEdit());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("4"));
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(3));
    shown.press(Qt::Key_Escape);
    CHECK(QApplication::focusWidget() == shown.row("keeping-safe")->picker());
}

TEST_CASE("Tab leaves the evidence instead of writing a tab", "[ui-page][ratings]")
{
    Shown shown;
    shown.press(Qt::Key_Return);
    shown.press(Qt::Key_Tab);
    CHECK(QApplication::focusWidget() != shown.row("keeping-safe")->evidenceEdit());
    CHECK(shown.agreed("keeping-safe").evidence == "evidence");
}

TEST_CASE("Ctrl+Z undoes in the grid, also from the evidence, and typing is one step",
          "[ui-page][ratings][undo]")
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("more"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(shown.agreed("keeping-safe").evidence == "evidence");
    CHECK(shown.row("keeping-safe")->evidenceEdit()->toPlainText() == QStringLiteral("evidence"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(3));
    CHECK_FALSE(shown.editor->isModified());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::ControlModifier);
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(1));
}

TEST_CASE("a click on a place of the row sets that level", "[ui-page][ratings]")
{
    Shown shown;
    LevelPicker* picker = shown.row("behaviour")->picker();
    QTest::mouseClick(picker, Qt::LeftButton, {}, QPoint(8, picker->height() / 2));
    CHECK(shown.agreed("behaviour").level == Level::fromInt(0));
    QTest::mouseClick(picker, Qt::LeftButton, {},
                      QPoint(picker->width() - 8, picker->height() / 2));
    CHECK_FALSE(shown.agreed("behaviour").level);
}

TEST_CASE("a descriptor in the side panel sets the level of the focused domain",
          "[ui-page][ratings]")
{
    Shown shown;
    shown.editor->focusDomain("behaviour");
    auto* choice = shown.editor->findChild<QAbstractButton*>(QStringLiteral("descriptorChoice-4"));
    CHECK(choice->accessibleName().contains(QStringLiteral("behaviour at level 4")));
    choice->click();
    CHECK(shown.agreed("behaviour").level == Level::fromInt(4));
    CHECK(choice->isChecked());
}

TEST_CASE("an issue is marked at its domain, focused, and gone once the domain is changed",
          "[ui-page][ratings]")
{
    Shown shown;
    shown.editor->showIssue("behaviour", QStringLiteral("Confirm or change"));
    const auto* label = shown.row("behaviour")->findChild<QLabel*>(QStringLiteral("issueLabel"));
    CHECK(label->isVisible());
    CHECK(QApplication::focusWidget() == shown.row("behaviour")->picker());
    shown.press(Qt::Key_Space);
    CHECK_FALSE(label->isVisible());
}

TEST_CASE("a completed document can be walked through but not changed", "[ui-page][ratings]")
{
    Shown shown(true);
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_Space);
    shown.press(Qt::Key_Down);
    CHECK(QApplication::focusWidget() == shown.row("behaviour")->picker());
    CHECK(shown.edits == 0);
    CHECK(shown.row("behaviour")->evidenceEdit()->isReadOnly());
    CHECK_FALSE(shown.row("behaviour")
                    ->findChild<QPushButton*>(QStringLiteral("confirmButton"))
                    ->isVisible());
}

TEST_CASE("a level picker tells assistive technology its value", "[ui-page][ratings][accessible]")
{
    Shown shown;
    QAccessibleInterface* face =
        QAccessible::queryAccessibleInterface(shown.row("behaviour")->picker());
    REQUIRE(face);
    CHECK(face->text(QAccessible::Name) == QStringLiteral("behaviour"));
    CHECK(face->text(QAccessible::Value) == QStringLiteral("2, Moderate, carried over"));
    REQUIRE(face->valueInterface());
    face->valueInterface()->setCurrentValue(4);
    CHECK(shown.agreed("behaviour").level == Level::fromInt(4));
    CHECK(face->valueInterface()->currentValue().toInt() == 4);
}

TEST_CASE("the focused domain is scrolled into view", "[ui-page][ratings]")
{
    Shown shown;
    shown.editor->resize(1000, 260);
    QApplication::processEvents();
    shown.editor->focusDomain("friends");
    QApplication::processEvents();
    const RatingRow* row = shown.row("friends");
    CHECK_FALSE(row->visibleRegion().isEmpty());
}

TEST_CASE("another document of the same framework shows its own levels and forgets undo",
          "[ui-page][ratings]")
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.editor->showIssue("behaviour", QStringLiteral("Confirm or change"));
    const std::vector<Rating> other = {rating("keeping-safe", 4, true),
                                       rating("behaviour", 0, true), rating("friends", 2, true)};
    shown.editor->setDocument(framework(), other, nullptr, true);
    CHECK(shown.row("keeping-safe")->picker()->level() == Level::fromInt(4));
    CHECK(shown.row("friends")->evidenceEdit()->isReadOnly());
    CHECK_FALSE(
        shown.row("behaviour")->findChild<QLabel*>(QStringLiteral("issueLabel"))->isVisible());
    CHECK(shown.editor->undoStack()->count() == 0);
    CHECK_FALSE(shown.editor->isModified());
}

TEST_CASE("a sentence typed while the grid has the keyboard is evidence and changes no rating",
          "[ui-page][ratings]")
{
    for (const char* sentence :
         {"He ran 4 km, but cough again - see c/o notes?", "Eats 3 meals and sleeps",
          "3 meals a day, u.s.w.", "5 visits", "Sleeps badly"}) {
        Shown shown;
        const std::string before = shown.agreed("keeping-safe").evidence;
        const MaybeLevel level = shown.agreed("keeping-safe").level;
        for (const QChar letter : QString::fromUtf8(sentence))
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        INFO(sentence);
        CHECK(shown.agreed("keeping-safe").evidence ==
              (before.empty() ? sentence : before + ' ' + sentence));
        CHECK(shown.agreed("keeping-safe").level == level);
        CHECK(shown.agreed("behaviour") == *agreedRating(Shown().editor->ratings(), "behaviour"));
        CHECK(shown.agreed("keeping-safe").strength ==
              agreedRating(Shown().editor->ratings(), "keeping-safe")->strength);
    }
}

TEST_CASE("a double click sets what a click sets, and words right after a digit keep its level",
          "[ui-page][ratings]")
{
    Shown shown;
    LevelPicker* picker = shown.row("keeping-safe")->picker();
    const QPoint first(picker->height() / 2, picker->height() / 2);
    QTest::mouseClick(picker, Qt::LeftButton, {}, first);
    const int edits = shown.edits;
    QTest::mouseDClick(picker, Qt::LeftButton, {}, first);
    QTest::mouseRelease(picker, Qt::LeftButton, {}, first);
    CHECK(shown.edits <= edits + 1);
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(0));
    QTest::keyClick(picker, Qt::Key_2);
    QTest::keyClick(picker, 'W');
    CHECK(shown.agreed("keeping-safe").level == Level::fromInt(2));
    CHECK(QString::fromStdString(shown.agreed("keeping-safe").evidence).endsWith(u'W'));
}
