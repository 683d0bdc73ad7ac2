#include <QSignalSpy>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/tasks/draft_keeper.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// A keeper and a store that takes drafts or does not.
struct Kept {
    Kept()
        : keeper(stage.relay, [this](const std::string& record) -> Result<Done> {
              if (full)
                  return Error{ErrorCode::StorageFull, {}, {}};
              written.push_back(record);
              return Done{};
          })
    {
    }
    void filesAreOthers()
    {
        app::ChangeSet changes;
        changes.aggregates = {app::Aggregate::Standing};
        emit stage.relay.changed(changes);
    }
    UiStage stage;
    bool full = false;
    std::vector<std::string> written;
    DraftKeeper keeper;
};

}  // namespace

TEST_CASE("a draft that cannot be written is still unsaved, said each time it is asked, and kept",
          "[ui-draft]")
{
    Kept kept;
    QSignalSpy failed(&kept.keeper, &DraftKeeper::failed);
    CHECK(kept.keeper.saveNow());
    kept.full = true;
    kept.keeper.touch("a");
    CHECK_FALSE(kept.keeper.saveNow());
    CHECK_FALSE(kept.keeper.saveNow());
    CHECK(failed.size() == 2);
    REQUIRE(kept.keeper.problem());
    CHECK(kept.keeper.problem()->code == ErrorCode::StorageFull);
    kept.full = false;
    REQUIRE(waitUntil([&] { return !kept.written.empty(); }));
    CHECK(kept.written == std::vector<std::string>{"a"});
    CHECK_FALSE(kept.keeper.isPending());
    CHECK_FALSE(kept.keeper.problem());
}

TEST_CASE("a draft that was saved is kept again when the files it is in are gone", "[ui-draft]")
{
    Kept kept;
    kept.filesAreOthers();
    CHECK(kept.written.empty());
    kept.keeper.touch("a");
    CHECK(kept.keeper.saveNow());
    kept.full = true;
    kept.filesAreOthers();
    CHECK(kept.keeper.isPending());
    kept.full = false;
    CHECK(kept.keeper.saveNow());
    CHECK(kept.written == std::vector<std::string>{"a", "a"});
    kept.keeper.forget();
    kept.filesAreOthers();
    CHECK(kept.written.size() == 2);
    kept.keeper.hold("b");
    kept.filesAreOthers();
    CHECK(kept.written.back() == "b");
}

TEST_CASE("words that are given up are written for no record", "[ui-draft]")
{
    Kept kept;
    kept.full = true;
    kept.keeper.touch("a");
    CHECK_FALSE(kept.keeper.saveNow());
    kept.keeper.forget();
    kept.full = false;
    kept.keeper.touch("b");
    CHECK(kept.keeper.saveNow());
    CHECK(kept.written == std::vector<std::string>{"b"});
}
