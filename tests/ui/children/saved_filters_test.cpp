#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include "app/session/drafts.h"
#include "app/records/children.h"
#include "tests/ui/children/page_fixture.h"
#include "ui/children/list/children_page.h"
#include "ui/shared/tables/table_view.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;
using homeward::test::require;

namespace {

struct Filters : PageFixture {
    Filters()
    {
        QSettings().clear();
        authority.addChild("100");
        authority.addChild("205");
        page = show<ChildrenPage>({QStringLiteral("children"), {}, {}});
    }
    ~Filters() { QSettings().clear(); }
    QMenu& opened() const
    {
        QMenu* const menu = find<QPushButton>(*page, "savedFiltersButton")->menu();
        emit menu->aboutToShow();
        return *menu;
    }
    static QStringList wordsOf(const QMenu& menu)
    {
        QStringList words;
        for (const QAction* action : menu.actions())
            words << action->text();
        return words;
    }
    static QAction& entry(const QMenu& menu, const QString& words)
    {
        for (QAction* action : menu.actions())
            if (action->text() == words)
                return *action;
        FAIL("no entry " << words.toStdString());
        return *menu.actions().front();
    }
    /// The name is typed into the dialog and agreed to; `note` is what it said of it.
    void name(const QString& words)
    {
        dialogs.onRun = [this, words](QDialog& dialog) {
            part<QLineEdit>(dialog, "filterNameEdit").setText(words);
            note = part<QLabel>(dialog, "filterNameNote").text();
            return part<QPushButton>(dialog, "filterNameProceed").isEnabled();
        };
    }
    void saveAs(const QString& words)
    {
        name(words);
        entry(opened(), QStringLiteral("Save these filters…")).trigger();
    }

    ChildrenPage* page = nullptr;
    QString note;
};

}  // namespace

TEST_CASE("filters are saved under a name and chosen again, with what was typed",
          "[ui-page][children][ui-filters]")
{
    Filters f;
    CHECK_FALSE(f.entry(f.opened(), QStringLiteral("Save these filters…")).isEnabled());
    auto* care = find<QComboBox>(*f.page, "careChoice");
    auto* search = find<QLineEdit>(*f.page, "childrenSearch");
    care->setCurrentIndex(2);
    search->setText(QStringLiteral("205"));
    f.saveAs(QStringLiteral("R&D"));
    find<QPushButton>(*f.page, "clearFiltersButton")->click();
    REQUIRE(f.settle());
    REQUIRE(search->text().isEmpty());

    QAction& saved = f.entry(f.opened(), QStringLiteral("R&&D"));
    CHECK_FALSE(saved.isChecked());
    saved.trigger();
    REQUIRE(f.settle());
    CHECK(care->currentIndex() == 2);
    CHECK(search->text() == QStringLiteral("205"));
    CHECK(find<TableView>(*f.page, "childrenView")->model()->rowCount() == 1);
    CHECK(f.entry(f.opened(), QStringLiteral("R&&D")).isChecked());
}

TEST_CASE("saved filters are one person's own, on record and not in the settings",
          "[ui-page][children][ui-filters]")
{
    Filters f;
    find<QLineEdit>(*f.page, "childrenSearch")->setText(QStringLiteral("Brook"));
    f.saveAs(QStringLiteral("The Brooks"));
    const QSettings settings;
    for (const QString& key : settings.allKeys()) {
        CHECK_FALSE(key.contains(QStringLiteral("Brook")));
        CHECK_FALSE(settings.value(key).toString().contains(QStringLiteral("Brook")));
    }
    const auto again = f.authority.signIn("admin");
    CHECK(require(app::readChoices(*again, "filters", "children")));
    const auto other = f.authority.signInAs(Role::SocialWorker, "worker");
    CHECK_FALSE(require(app::readChoices(*other, "filters", "children")));
}

TEST_CASE("saved filters are renamed, replaced and removed", "[ui-page][children][ui-filters]")
{
    Filters f;
    auto* care = find<QComboBox>(*f.page, "careChoice");
    auto* age = find<QComboBox>(*f.page, "ageChoice");
    care->setCurrentIndex(2);
    f.saveAs(QStringLiteral("Everybody"));
    age->setCurrentIndex(1);
    f.saveAs(QStringLiteral("Under 5"));
    CHECK_FALSE(f.note.contains(QStringLiteral("replaces")));
    age->setCurrentIndex(2);
    f.saveAs(QStringLiteral("Under 5"));
    CHECK(f.note.contains(QStringLiteral("replaces")));

    f.name(QStringLiteral("Primary"));
    f.entry(*f.entry(f.opened(), QStringLiteral("Rename")).menu(), QStringLiteral("Under 5"))
        .trigger();
    CHECK(f.wordsOf(f.opened()).mid(0, 2) ==
          QStringList({QStringLiteral("Everybody"), QStringLiteral("Primary")}));
    age->setCurrentIndex(0);
    f.entry(f.opened(), QStringLiteral("Primary")).trigger();
    CHECK(age->currentIndex() == 2);

    for (const char* name : {"Primary", "Everybody"})
        f.entry(*f.entry(f.opened(), QStringLiteral("Remove")).menu(), QString::fromLatin1(name))
            .trigger();
    CHECK(f.wordsOf(f.opened()).contains(QStringLiteral("None saved yet")));
    CHECK_FALSE(require(app::readChoices(*f.authority.session, "filters", "children")));
    REQUIRE(f.settle());
}
