#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include "app/records/homes.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/carers/list/provider_table_model.h"
#include "ui/shared/tables/table_print.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

app::ProviderRow provider(const char* name, bool ownService, int free)
{
    app::ProviderRow row;
    row.id.value = row.name = name;
    row.ownService = ownService;
    row.free = free;
    return row;
}

}  // namespace

TEST_CASE("a provider is told by the homes it has, free places only of approved ones", "[app]")
{
    const UiStage stage;
    const auto homes = stage.homes();
    const auto rows = *app::providerRows(*stage.session);
    REQUIRE(rows.size() > 1);
    std::size_t told = 0;
    for (const app::ProviderRow& row : rows) {
        app::ProviderRow expected;
        for (const app::HomeRow& home : homes) {
            if (home.providerName != row.name)
                continue;
            const bool approved = home.status == ApprovalStatus::Approved;
            ++expected.homes;
            expected.approved += approved ? 1 : 0;
            expected.free += approved ? home.free : 0;
            expected.placed += home.placed;
        }
        INFO(row.name);
        CHECK(row.homes == expected.homes);
        CHECK(row.approved == expected.approved);
        CHECK(row.free == expected.free);
        CHECK(row.placed == expected.placed);
        told += static_cast<std::size_t>(row.homes);
    }
    CHECK(told == homes.size());
}

TEST_CASE("providers are narrowed by service, by free places and by words", "[ui-model]")
{
    ProviderTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({provider("Harbour", false, 1), provider("Elmshire", true, 0)});
    model.narrow({}, true, false);
    CHECK(model.rowCount() == 1);
    model.narrow({}, {}, true);
    CHECK(model.indexOf(QStringLiteral("Harbour")).isValid());
    CHECK_FALSE(model.indexOf(QStringLiteral("Elmshire")).isValid());
    model.narrow(QStringLiteral("elm"), {}, false);
    CHECK(model.rowCount() == 1);
}

TEST_CASE("a list is printed as it is shown, its words as letters", "[ui-page][export]")
{
    QSettings().clear();
    UiStage stage;
    Page* page = stage.open({QStringLiteral("providers"), {}, {}});
    bool asked = false;
    stage.dialogs.onRun = [&](QDialog&) {
        asked = true;
        return false;
    };
    CHECK(page->print());
    CHECK(asked);
    ProviderTableModel model;
    model.setRows({provider("A <b>bold</b> agency", false, 0)});
    const QString html = tableMarkup(model, {0}).html();
    CHECK(html.contains(QStringLiteral("A &lt;b&gt;bold&lt;/b&gt; agency")));
    CHECK_FALSE(html.contains(QStringLiteral("agency or other")));
}

TEST_CASE("a provider that is added stands in the list, and a row leads to its homes", "[ui-page]")
{
    QSettings().clear();
    UiStage stage(copyOfDemonstration());
    Page* page = stage.open({QStringLiteral("providers"), {}, {}});
    auto& view = part<TableView>(*page, "providersView");
    const int before = view.model()->rowCount();
    CHECK(before > 0);
    part<QPushButton>(*page, "addProviderButton").click();
    part<QPushButton>(*page, "saveProviderButton").click();
    CHECK(view.model()->rowCount() == before);  // it has no name yet
    part<QLineEdit>(*page, "providerNameEdit").setText(QStringLiteral("Harbour Fostering"));
    part<QPushButton>(*page, "saveProviderButton").click();
    REQUIRE(waitUntil([&] { return view.model()->rowCount() == before + 1; }));

    Place asked;
    QObject::connect(page, &Page::placeRequested, page, [&](const Place& place) { asked = place; });
    emit view.rowActivated(view.model()->index(0, 0));
    REQUIRE(asked.page == QStringLiteral("carers"));
    Page* homes = stage.open(asked);
    CHECK(part<QLineEdit>(*homes, "carersSearchEdit").text() == asked.record);
    CHECK(part<TableView>(*homes, "homesView").model()->rowCount() > 0);
}
