#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>

#include "app/authority/accounts.h"
#include "app/records/homes.h"
#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/records/conflict_card.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

Place homeAt(const QString& id, const char* tab = "household")
{
    return {QStringLiteral("home"), id, QLatin1String(tab)};
}

Home stored(UiStage& stage, const QString& id)
{
    return app::openHome(*stage.session, HomeId{utf8(id)})->home;
}

void save(Page& page)
{
    QTest::mouseClick(&part<QPushButton>(page, "saveHomeButton"), Qt::LeftButton);
}

}  // namespace

TEST_CASE("Save stays disabled until something is changed", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open(homeAt(stage.someHome()));
    auto& button = part<QPushButton>(*page, "saveHomeButton");
    CHECK_FALSE(button.isEnabled());
    auto& note = part<QPlainTextEdit>(*page, "noteEdit");
    note.setPlainText(note.toPlainText() + QStringLiteral("!"));
    CHECK(button.isEnabled());
}

TEST_CASE("a changed household is saved", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString id = stage.someHome();
    Page* page = stage.open(homeAt(id));
    part<QLineEdit>(*page, "postcodeEdit").setText(QStringLiteral("zz1 1zz"));
    part<QSpinBox>(*page, "placesEdit").setValue(4);
    save(*page);
    CHECK(stored(stage, id).postcode == "ZZ1 1ZZ");
    CHECK(stored(stage, id).approval.places == 4);
    CHECK_FALSE(part<QPushButton>(*page, "saveHomeButton").isEnabled());
}

TEST_CASE("undo goes back to a field on another tab, and leaves the skills to themselves",
          "[ui-page][undo]")
{
    UiStage stage(copyOfDemonstration());
    const QString id = stage.someHome();
    Page* page = stage.open(homeAt(id));
    auto& note = part<QPlainTextEdit>(*page, "noteEdit");
    const QString before = note.toPlainText();
    note.setFocus();
    QTest::keyClicks(&note, QStringLiteral("Half a sent"));
    auto& tabs = part<QTabWidget>(*page, "homeTabs");
    tabs.setCurrentIndex(1);
    auto& places = part<QSpinBox>(*page, "placesEdit");
    const int placesBefore = places.value();
    places.setFocus();
    places.setValue(placesBefore + 1);
    QTest::keyClick(&places, Qt::Key_Z, Qt::ControlModifier);
    CHECK(places.value() == placesBefore);
    QTest::keyClick(&places, Qt::Key_Z, Qt::ControlModifier);
    CHECK(tabs.currentIndex() == 0);
    CHECK(note.hasFocus());
    CHECK(note.toPlainText() == before);
    CHECK_FALSE(part<QPushButton>(*page, "saveHomeButton").isEnabled());
}

TEST_CASE("a place that cannot be read is said beside the field and not saved", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString id = stage.someHome();
    const auto before = stored(stage, id).location;
    Page* page = stage.open(homeAt(id));
    auto& edit = part<QLineEdit>(*page, "locationEdit");
    edit.setText(QStringLiteral("behind the church"));
    auto* field = qobject_cast<FormField*>(edit.parentWidget());
    REQUIRE(field);
    CHECK(field->hasProblem());
    save(*page);
    CHECK(field->hasProblem());
    CHECK(stored(stage, id).location == before);
    CHECK_FALSE(part<Banner>(*page, "banner").isVisibleTo(page));
    edit.setText(QStringLiteral("453200, 389100"));
    CHECK_FALSE(field->hasProblem());
    CHECK(part<QLabel>(*page, "locationEcho").text().contains(QStringLiteral("Easting")));
}

TEST_CASE("saving names every mistake beside its field and goes to the first", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    Page* page = stage.open(homeAt(stage.someHome()));
    QApplication::setActiveWindow(page->window());
    for (const auto& [edit, typed] :
         {std::pair("nameEdit", " "), std::pair("locationEdit", "behind the church"),
          std::pair("weeklyCostEdit", "612,50")})
        part<QLineEdit>(*page, edit).setText(QLatin1String(typed));
    save(*page);
    for (const char* edit : {"nameEdit", "locationEdit", "weeklyCostEdit"}) {
        INFO(edit);
        auto* field = qobject_cast<FormField*>(part<QLineEdit>(*page, edit).parentWidget());
        REQUIRE(field);
        CHECK(field->hasProblem());
    }
    CHECK(part<QLineEdit>(*page, "nameEdit").hasFocus());
}

TEST_CASE("what I typed survives a colleague's change and can be saved on top of it", "[ui-page]")
{
    const auto folder = copyOfDemonstration();
    UiStage stage(folder);
    const QString id = stage.someHome();
    Page* page = stage.open(homeAt(id));
    auto& note = part<QPlainTextEdit>(*page, "noteEdit");
    note.setPlainText(QStringLiteral("My own words"));
    {
        const auto other = signInToDemonstration(folder);
        Home theirs = app::openHome(*other, HomeId{utf8(id)})->home;
        theirs.note = "Their words";
        theirs.postcode = "ZZ9 9ZZ";
        REQUIRE(app::saveHome(*other, theirs));
    }
    save(*page);
    auto& banner = part<Banner>(*page, "banner");
    REQUIRE(banner.isVisibleTo(page));
    CHECK(note.toPlainText() == QStringLiteral("My own words"));
    CHECK(stored(stage, id).note == "Their words");

    QTest::mouseClick(&part<QPushButton>(banner, "bannerAction"), Qt::LeftButton);
    CHECK(part<ConflictCard>(*page, "conflictCard").isVisibleTo(page));
    CHECK(note.toPlainText() == QStringLiteral("My own words"));
    CHECK(part<QLineEdit>(*page, "postcodeEdit").text() == QStringLiteral("ZZ9 9ZZ"));

    SECTION("mine is kept")
    {
        save(*page);
        CHECK(stored(stage, id).note == "My own words");
        CHECK(stored(stage, id).postcode == "ZZ9 9ZZ");
    }
    SECTION("theirs is taken")
    {
        QTest::mouseClick(&part<QPushButton>(*page, "theirsButton-note"), Qt::LeftButton);
        QCoreApplication::processEvents();
        CHECK(note.toPlainText() == QStringLiteral("Their words"));
        CHECK_FALSE(part<ConflictCard>(*page, "conflictCard").isVisibleTo(page));
    }
}

TEST_CASE("what was typed and not saved is back when the page is opened again", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString id = stage.someHome();
    Page* page = stage.open(homeAt(id));
    part<QPlainTextEdit>(*page, "noteEdit").setPlainText(QStringLiteral("Half a sent"));
    page->keepUnsaved();
    page = stage.openAnew(homeAt(id));
    CHECK(part<QPlainTextEdit>(*page, "noteEdit").toPlainText() == QStringLiteral("Half a sent"));
    auto& banner = part<Banner>(*page, "banner");
    REQUIRE(banner.isVisibleTo(page));
    QTest::mouseClick(&part<QPushButton>(banner, "bannerAction"), Qt::LeftButton);
    CHECK(part<QPlainTextEdit>(*page, "noteEdit").toPlainText() == text(stored(stage, id).note));
}

TEST_CASE("a draft begun before a colleague's change does not overwrite it", "[ui-page]")
{
    const auto folder = copyOfDemonstration();
    UiStage stage(folder);
    const QString id = stage.someHome();
    Page* page = stage.open(homeAt(id));
    part<QPlainTextEdit>(*page, "noteEdit").setPlainText(QStringLiteral("Half a sent"));
    page->keepUnsaved();
    {
        const auto other = signInToDemonstration(folder);
        Home theirs = app::openHome(*other, HomeId{utf8(id)})->home;
        theirs.note = "Their words";
        REQUIRE(app::saveHome(*other, theirs));
    }
    page = stage.openAnew(homeAt(id));
    CHECK(part<QPlainTextEdit>(*page, "noteEdit").toPlainText() == QStringLiteral("Half a sent"));
    save(*page);
    CHECK(stored(stage, id).note == "Their words");
    CHECK(part<QPlainTextEdit>(*page, "noteEdit").toPlainText() == QStringLiteral("Half a sent"));
}

TEST_CASE("a new household with a new provider joins the register", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const std::size_t before = stage.homes().size();
    Page* page = stage.open(homeAt(QStringLiteral("new")));
    Place asked;
    QObject::connect(page, &Page::placeRequested, page, [&](const Place& place) { asked = place; });
    part<QLineEdit>(*page, "nameEdit").setText(QStringLiteral("Quill household"));
    save(*page);
    auto& reference = part<QLineEdit>(*page, "referenceEdit");
    CHECK(qobject_cast<FormField*>(reference.parentWidget())->hasProblem());

    reference.setText(QStringLiteral("N-1"));
    auto& provider = part<QComboBox>(*page, "providerBox");
    provider.setCurrentIndex(provider.count() - 1);
    part<QLineEdit>(*page, "newProviderEdit").setText(QStringLiteral("Larch Fostering"));
    save(*page);
    REQUIRE(stage.settle());
    REQUIRE(asked.page == QStringLiteral("home"));
    CHECK(stage.homes().size() == before + 1);
    const Home home = stored(stage, asked.record);
    CHECK(home.name == "Quill household");
    CHECK(home.providerName == "Larch Fostering");
    CHECK_FALSE(home.ownService);
}

TEST_CASE("a recorded skills profile joins the earlier ones", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString id = stage.someHome();
    Page* page = stage.open(homeAt(id, "skills"));
    const auto before = app::openHome(*stage.session, HomeId{utf8(id)})->profiles.size();
    REQUIRE(before > 0);
    QTest::mouseClick(&part<QPushButton>(*page, "updateSkillsButton"), Qt::LeftButton);
    auto& record = part<QPushButton>(*page, "recordSkillsButton");
    REQUIRE(record.isVisibleTo(page));
    QTest::mouseClick(&record, Qt::LeftButton);
    CHECK(app::openHome(*stage.session, HomeId{utf8(id)})->profiles.size() == before + 1);
    CHECK_FALSE(record.isVisibleTo(page));
    CHECK(part<QComboBox>(*page, "profileBox").count() == static_cast<int>(before) + 1);
}

TEST_CASE("a social worker can look at a home but not change it", "[ui-page]")
{
    const auto folder = copyOfDemonstration();
    {
        const auto admin = signInToDemonstration(folder);
        const Account worker{{}, "s.worker", "S. Worker", Role::SocialWorker, true, 0};
        homeward::test::addWorker(*admin, worker, "three plain words", stageEnvironment());
    }
    UiStage stage(*app::signIn(folder, "s.worker", Secret(std::string_view("three plain words")),
                               stageEnvironment()));
    Page* page = stage.open(homeAt(stage.someHome()));
    CHECK(part<QLineEdit>(*page, "nameEdit").isReadOnly());
    CHECK_FALSE(part<QPushButton>(*page, "saveHomeButton").isVisibleTo(page));
}

TEST_CASE("the register narrows down as I type and by its filters", "[ui-page]")
{
    QSettings().clear();
    UiStage stage;
    Page* page = stage.open({QStringLiteral("carers"), {}, {}});
    auto& view = part<TableView>(*page, "homesView");
    const int all = view.model()->rowCount();
    REQUIRE(all == static_cast<int>(stage.homes().size()));
    auto& search = part<QLineEdit>(*page, "carersSearchEdit");
    search.setFocus();
    QTest::keyClicks(&search, text(stage.homes().front().reference));
    REQUIRE(stage.settle());
    CHECK(view.model()->rowCount() >= 1);
    CHECK(view.model()->rowCount() < all);
    search.clear();
    part<QCheckBox>(*page, "freeFilter").setChecked(true);
    REQUIRE(stage.settle());
    CHECK(view.model()->rowCount() > 0);
    for (int i = 0; i < view.model()->rowCount(); ++i)
        CHECK(view.model()->index(i, 5).data().toInt() > 0);
}

TEST_CASE("the approval of relatives names the children it is for", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString id = stage.someHome();
    const app::ChildRow child = stage.children().front();
    Page* page = stage.open(homeAt(id, "approval"));
    auto& named = part<QWidget>(*page, "namedChildrenEdit");
    CHECK_FALSE(named.isVisibleTo(page));

    auto& kind = part<QComboBox>(*page, "kindEdit");
    kind.setCurrentIndex(kind.findData(text(toKey(HomeKind::FamilyAndFriends))));
    CHECK(named.isVisibleTo(page));
    auto& add = part<QLineEdit>(*page, "addNamedChildEdit");
    add.setFocus();
    QTest::keyClicks(&add, text(child.caseNumber));
    QTest::keyClick(&add, Qt::Key_Return);
    save(*page);
    REQUIRE(waitUntil([&] { return !stored(stage, id).approval.namedChildren.empty(); }));
    CHECK(stored(stage, id).approval.namedChildren == std::set<ChildId>{child.id});

    QTest::mouseClick(&part<QPushButton>(*page, "takeOffButton"), Qt::LeftButton);
    save(*page);
    CHECK(waitUntil([&] { return stored(stage, id).approval.namedChildren.empty(); }));
}

TEST_CASE("a postcode of the directory is typed as the place of a household", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString id = stage.someHome();
    const auto homes = stage.homes();
    const auto located = std::find_if(homes.begin(), homes.end(), [&](const app::HomeRow& row) {
        return stored(stage, text(row.id.value)).location && text(row.id.value) != id;
    });
    REQUIRE(located != homes.end());
    const Home other = stored(stage, text(located->id.value));
    Page* page = stage.open(homeAt(id));
    auto& place = part<QLineEdit>(*page, "locationEdit");
    place.clear();
    QTest::keyClicks(&place, text(other.postcode));
    CHECK(place.text() == text(formatLocation(*other.location)));
    save(*page);
    CHECK(waitUntil([&] { return stored(stage, id).location == other.location; }));

    place.clear();
    QTest::keyClicks(&place, QStringLiteral("ZZ99 9ZZ"));
    save(*page);
    CHECK(stored(stage, id).location == other.location);
}
