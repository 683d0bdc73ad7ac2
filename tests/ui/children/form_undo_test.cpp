#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "tests/ui/children/page_fixture.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/fields/entries.h"
#include "ui/shared/records/form_undo.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct OnAboutMe {
    OnAboutMe()
    {
        page = fixture.show<ChildRecordPage>(
            {QStringLiteral("child"), text(child.value), QStringLiteral("about-me")});
        page->findChild<FormUndo*>()->phrases().setClock([this] { return now; });
    }
    void type(QWidget* field, const QString& words)
    {
        field->setFocus();
        QTest::keyClicks(field, words);
    }
    void undo() { press(Qt::ControlModifier); }
    void redo() { press(Qt::ControlModifier | Qt::ShiftModifier); }
    void press(Qt::KeyboardModifiers keys)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, keys);
    }

    PageFixture fixture;
    ChildId child = fixture.authority.addChild("100");
    qint64 now = 1'000'000;
    ChildRecordPage* page = nullptr;
    QPlainTextEdit* hopes = nullptr;
};

}  // namespace

TEST_CASE("undo goes back in phrases across the form, to the field and its caret",
          "[ui-page][child][undo]")
{
    OnAboutMe shown;
    auto* hopes = find<QPlainTextEdit>(*shown.page, "myHopesEdit");
    auto* name = find<QLineEdit>(*shown.page, "preferredNameField");
    shown.type(hopes, QStringLiteral("To swim. "));
    shown.type(name, QStringLiteral("Ty"));
    shown.type(hopes, QStringLiteral("And a dog."));

    shown.undo();
    CHECK(hopes->toPlainText() == QStringLiteral("To swim. "));
    CHECK(hopes->textCursor().position() == 9);
    shown.undo();
    CHECK(name->text().isEmpty());
    CHECK(name->hasFocus());
    shown.undo();
    CHECK(hopes->toPlainText().isEmpty());
    CHECK(hopes->hasFocus());
    shown.undo();  // there is nothing more
    CHECK(hopes->toPlainText().isEmpty());
    shown.redo();
    CHECK(hopes->toPlainText() == QStringLiteral("To swim. "));
    shown.redo();
    CHECK(name->text() == QStringLiteral("Ty"));
    CHECK(name->hasFocus());
    CHECK(name->cursorPosition() == 2);
}

TEST_CASE("a rest ends a phrase", "[ui-page][child][undo]")
{
    OnAboutMe shown;
    auto* hopes = find<QPlainTextEdit>(*shown.page, "myHopesEdit");
    shown.type(hopes, QStringLiteral("To swim."));
    shown.now += Phrases::kPauseMs;
    shown.type(hopes, QStringLiteral(" A dog."));
    shown.undo();
    CHECK(hopes->toPlainText() == QStringLiteral("To swim."));
    shown.type(hopes, QStringLiteral(" Or a cat."));  // what was undone is gone
    shown.redo();
    CHECK(hopes->toPlainText() == QStringLiteral("To swim. Or a cat."));
}

TEST_CASE("a choice is a step of its own, and another child's typing is never brought back",
          "[ui-page][child][undo]")
{
    OnAboutMe shown;
    auto* pets = find<QComboBox>(*shown.page, "likesPetsField");
    auto* hopes = find<QPlainTextEdit>(*shown.page, "myHopesEdit");
    shown.type(hopes, QStringLiteral("A dog."));
    pets->setFocus();
    pets->setCurrentIndex(1);
    pets->setCurrentIndex(2);
    shown.undo();
    CHECK(pets->currentIndex() == 1);
    shown.undo();
    CHECK(pets->currentIndex() == 0);
    CHECK(hopes->toPlainText() == QStringLiteral("A dog."));

    const ChildId other = shown.fixture.authority.addChild("101");
    REQUIRE(shown.page->keepUnsaved());
    shown.page->open({QStringLiteral("child"), text(other.value), QStringLiteral("about-me")});
    hopes->setFocus();
    shown.undo();
    CHECK(hopes->toPlainText().isEmpty());
}

TEST_CASE("every text of a child's record that a person types has a field", "[ui-page][child]")
{
    OnAboutMe shown;
    for (const std::string& key : textKeys<Child>(false))
        CHECK(shown.page->findChild<QLineEdit*>(text(key) + QStringLiteral("Field")));
    for (const std::string& key : textKeys<Child>(true))
        CHECK(shown.page->findChild<QPlainTextEdit*>(text(key) + QStringLiteral("Edit")));
}

namespace {

/// A record with a text that no form knows of.
struct Sample {
    std::string caseNumber;
    std::string schoolName;
    std::string story;
    std::string code;
    int places = 0;
};

}  // namespace

template <>
struct homeward::Fields<Sample> {
    static constexpr std::string_view table = "sample";
    static constexpr auto list = std::tuple{
        field("case_number", &Sample::caseNumber), field("school_name", &Sample::schoolName),
        field("story", &Sample::story, Prose{}), field("code", &Sample::code, NotTyped{}),
        field("places", &Sample::places)};
};

TEST_CASE("a text field that is added to a record comes into its form by itself", "[ui-model]")
{
    CHECK(textKeys<Sample>(false, {"caseNumber"}) == std::vector<std::string>{"schoolName"});
    CHECK(textKeys<Sample>(true) == std::vector<std::string>{"story"});
}
