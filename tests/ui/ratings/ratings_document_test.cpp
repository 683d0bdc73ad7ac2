#include <QUndoStack>
#include <catch2/catch.hpp>

#include "tests/ui/ratings/ratings_support.h"
#include "ui/shared/ratings/ratings_document.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct Loaded {
    Loaded() { document.load(framework(), carriedOver(), nullptr, false); }
    RatingsDocument document;
    QUndoStack& undo() { return *document.undoStack(); }
};

}  // namespace

TEST_CASE("every domain of the framework gets an agreed rating, unknown where there was none",
          "[ratings]")
{
    RatingsDocument document;
    document.load(framework(), {rating("behaviour", 0, true)}, nullptr, false);
    CHECK(document.ratings().size() == 3);
    CHECK_FALSE(document.agreed(0).level);
    CHECK_FALSE(document.agreed(0).confirmed);
    CHECK(document.confirmedCount() == 1);
    CHECK(document.knownCount() == 1);
    CHECK_FALSE(document.isModified());
}

TEST_CASE("setting a level confirms it and one undo takes both back", "[ratings][undo]")
{
    Loaded loaded;
    loaded.document.setLevel(0, Level::fromInt(2));
    CHECK(loaded.document.agreed(0).level == Level::fromInt(2));
    CHECK(loaded.document.agreed(0).confirmed);
    loaded.undo().undo();
    CHECK(loaded.document.agreed(0) == carriedOver()[0]);
    CHECK_FALSE(loaded.document.isModified());
    loaded.undo().redo();
    CHECK(loaded.document.agreed(0).level == Level::fromInt(2));
}

TEST_CASE("deciding that a level is unknown is not the same as leaving it open, and never 0",
          "[ratings]")
{
    Loaded loaded;
    loaded.document.setLevel(2, std::nullopt);
    CHECK_FALSE(loaded.document.agreed(2).level);
    CHECK(loaded.document.agreed(2).confirmed);
    CHECK(loaded.document.confirmedCount() == 1);
}

TEST_CASE("confirming needs a level", "[ratings]")
{
    Loaded loaded;
    loaded.document.confirm(2);
    CHECK_FALSE(loaded.document.agreed(2).confirmed);
    loaded.document.confirm(1);
    CHECK(loaded.document.agreed(1).confirmed);
}

TEST_CASE("typing in one go is one step of undo", "[ratings][undo]")
{
    Loaded loaded;
    for (const char* typed : {"evidence H", "evidence Ho", "evidence Home"})
        loaded.document.setEvidence(0, typed);
    loaded.document.endTyping();
    loaded.document.setEvidence(0, "evidence Home late");
    CHECK(loaded.undo().count() == 2);
    loaded.undo().undo();
    CHECK(loaded.document.agreed(0).evidence == "evidence Home");
    loaded.undo().undo();
    CHECK(loaded.document.agreed(0) == carriedOver()[0]);
}

TEST_CASE("a rest ends a step of undo, as in every other editor", "[ratings][undo]")
{
    Loaded loaded;
    qint64 now = 1'000'000;
    loaded.document.phrases().setClock([&] { return now; });
    loaded.document.setEvidence(0, "evidence H");
    loaded.document.setEvidence(0, "evidence Home");
    now += Phrases::kPauseMs;
    loaded.document.setEvidence(0, "evidence Home late");
    CHECK(loaded.undo().count() == 2);
    loaded.undo().undo();
    CHECK(loaded.document.agreed(0).evidence == "evidence Home");
}

TEST_CASE("typing in two domains is two steps of undo", "[ratings][undo]")
{
    Loaded loaded;
    loaded.document.setEvidence(0, "a");
    loaded.document.setEvidence(1, "b");
    CHECK(loaded.undo().count() == 2);
}

TEST_CASE("rewriting the evidence confirms a carried-over level, a strength does not", "[ratings]")
{
    Loaded loaded;
    loaded.document.setStrength(0, "Texts when the bus is late");
    CHECK_FALSE(loaded.document.agreed(0).confirmed);
    loaded.document.setEvidence(0, "Home on time");
    CHECK(loaded.document.agreed(0).confirmed);
}

TEST_CASE("views of others are kept beside the agreed level and can be taken back",
          "[ratings][undo]")
{
    Loaded loaded;
    loaded.document.setOther(0, Perspective::Child, Level::fromInt(1));
    REQUIRE(loaded.document.others(0).size() == 1);
    CHECK(loaded.document.agreed(0) == carriedOver()[0]);
    loaded.document.removeOther(0, Perspective::Child);
    CHECK(loaded.document.others(0).empty());
    loaded.undo().undo();
    CHECK(loaded.document.others(0).front().second == Level::fromInt(1));
    loaded.undo().undo();
    CHECK_FALSE(loaded.document.isModified());
}

TEST_CASE("a completed document cannot be changed", "[ratings]")
{
    RatingsDocument document;
    document.load(framework(), carriedOver(), nullptr, true);
    document.setLevel(0, Level::fromInt(0));
    document.setEvidence(0, "other");
    document.confirm(1);
    document.setOther(0, Perspective::Carer, Level::fromInt(4));
    CHECK_FALSE(document.isModified());
    CHECK(document.undoStack()->count() == 0);
}
