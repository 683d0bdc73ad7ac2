#include <QSignalSpy>

#include "app/records/children.h"
#include "app/session/session.h"
#include "tests/ui/support/ui_harness.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("lists follow a commit of this program", "[ui-lists]")
{
    UiStage stage(copyOfDemonstration());
    const std::size_t before = stage.lists.children().size();
    Child child;
    child.caseNumber = "990001";
    child.birthDate = *Date::fromYmd(2015, 5, 5);
    QSignalSpy replaced(&stage.lists, &RecordLists::childrenReplaced);
    REQUIRE(app::addChild(*stage.session, child));
    REQUIRE(waitUntil([&] { return !replaced.isEmpty(); }));
    CHECK(stage.lists.children().size() == before + 1);
}

TEST_CASE("a commit while the list is being read is not missed", "[ui-lists]")
{
    UiStage stage(copyOfDemonstration());
    QSignalSpy replaced(&stage.lists, &RecordLists::homesReplaced);
    for (int commits = 0; commits < 3; ++commits)
        stage.session->changes().publish({{app::Aggregate::Home}, {}});
    REQUIRE(waitUntil([&] { return replaced.size() == 2; }));
    CHECK(stage.settle());
    CHECK(replaced.size() == 2);
}
