#include "app/session/drafts.h"
#include "ui/shared/tasks/waits.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "app/records/children.h"
#include "app/session/session.h"
#include "tests/ui/support/held_store.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/tasks/draft_keeper.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shell/frame/status_bar.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

constexpr const char* kKind = "waits-test";

/// Keeps `text` as a draft, at once or later.
struct Saving {
    explicit Saving(UiStage& shown) : stage(shown) {}
    bool save(const std::string& text)
    {
        return Waits::save<Done>(
            &context,
            [this, text] { return app::keepDraft(*stage.session, kKind, "record", text); },
            [this](const Result<Done>& done) {
                answers.push_back(done ? "saved" : toKey(done.error().code));
            });
    }
    std::optional<std::string> kept() const
    {
        const auto draft = app::readDraft(*stage.session, kKind, "record");
        return draft ? *draft : std::nullopt;
    }
    UiStage& stage;
    QObject context;
    std::vector<std::string> answers;
};

}  // namespace

TEST_CASE("what nobody hinders is saved at once", "[ui-wait]")
{
    UiStage stage(copyOfDemonstration());
    Saving saving(stage);
    CHECK(saving.save("words"));
    CHECK(saving.answers == std::vector<std::string>{"saved"});
    CHECK(saving.kept() == "words");
    CHECK_FALSE(Waits::instance().isWaiting());
}

TEST_CASE("while another program saves the window stays alive, and what waited is saved after it",
          "[ui-wait]")
{
    UiStage stage(copyOfDemonstration());
    Saving saving(stage);
    QSignalSpy changed(&Waits::instance(), &Waits::waitingChanged);
    int ticks = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] { ++ticks; });
    {
        const HeldStore held(*stage.session);
        QElapsedTimer elapsed;
        elapsed.start();
        CHECK_FALSE(saving.save("words"));
        CHECK(elapsed.elapsed() < 2000);  // far less than the 5 s of a command line
        CHECK(Waits::instance().isWaiting());
        timer.start(5);
        QTest::qWait(400);
        CHECK(ticks > 20);
        CHECK(saving.answers.empty());
    }
    REQUIRE(waitUntil([&] { return !saving.answers.empty(); }));
    CHECK(saving.answers == std::vector<std::string>{"saved"});
    CHECK(saving.kept() == "words");
    CHECK_FALSE(Waits::instance().isWaiting());
    CHECK(changed.size() == 2);
}

TEST_CASE("waiting can be stopped, and then nothing is written any more", "[ui-wait]")
{
    UiStage stage(copyOfDemonstration());
    Saving saving(stage);
    StatusBar bar(stage.jobs, QStringLiteral("Testshire"), false);
    bar.setVisible(true);
    auto* const words = bar.findChild<QLabel*>(QStringLiteral("waitingLabel"));
    auto* const stop = bar.findChild<QPushButton*>(QStringLiteral("stopWaitingButton"));
    CHECK_FALSE(words->isVisible());
    {
        const HeldStore held(*stage.session);
        CHECK_FALSE(saving.save("words"));
        CHECK(words->isVisible());
        REQUIRE(stop->isVisible());
        stop->click();
        CHECK(saving.answers == std::vector<std::string>{"StoreLocked"});
        CHECK_FALSE(words->isVisible());
        CHECK_FALSE(stop->isVisible());
    }
    QTest::qWait(300);
    CHECK_FALSE(saving.kept());
    CHECK(saving.answers.size() == 1);
}

TEST_CASE("what waits goes with the page it belongs to", "[ui-wait]")
{
    UiStage stage(copyOfDemonstration());
    auto saving = std::make_unique<Saving>(stage);
    {
        const HeldStore held(*stage.session);
        CHECK_FALSE(saving->save("words"));
        saving.reset();
    }
    REQUIRE(waitUntil([] { return !Waits::instance().isWaiting(); }));
    CHECK_FALSE(Saving(stage).kept());
}

TEST_CASE("a job waits as long as it takes, says so, and can be stopped", "[ui-wait][ui-job]")
{
    UiStage stage(copyOfDemonstration());
    std::optional<std::string> answer;
    const auto start = [&] {
        answer.reset();
        stage.jobs.run<Done>(
            &stage.jobs, QStringLiteral("Save"),
            [](app::Session& session, const RunControl&) {
                return app::keepDraft(session, kKind, "record", "words");
            },
            [&](const Result<Done>& done) { answer = done ? "saved" : toKey(done.error().code); },
            Stopping::Never);
    };
    {
        const HeldStore held(*stage.session);
        start();
        REQUIRE(waitUntil([] { return Waits::instance().isWaiting(); }));
        CHECK_FALSE(answer);
        Waits::instance().stop();
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        CHECK(*answer == "StoreLocked");
        start();
        REQUIRE(waitUntil([] { return Waits::instance().isWaiting(); }));
    }
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    CHECK(*answer == "saved");
    CHECK(waitUntil([] { return !Waits::instance().isWaiting(); }));
}

TEST_CASE("leaving does not wait for a job that waits", "[ui-wait][ui-job]")
{
    const auto folder = copyOfDemonstration();
    const auto other = signInToDemonstration(folder);
    auto stage = std::make_unique<UiStage>(folder);
    const HeldStore held(*other);
    stage->jobs.run<Done>(
        &stage->jobs, {},
        [](app::Session& session, const RunControl&) {
            return app::keepDraft(session, kKind, "record", "words");
        },
        [](const Result<Done>&) {}, Stopping::Never);
    REQUIRE(waitUntil([] { return Waits::instance().isWaiting(); }));
    QElapsedTimer elapsed;
    elapsed.start();
    stage.reset();
    CHECK(elapsed.elapsed() < 3000);
    CHECK(waitUntil([] { return !Waits::instance().isWaiting(); }));
}

TEST_CASE("a draft that meets another program at work is tried again before anybody is troubled",
          "[ui-wait][ui-draft]")
{
    bool locked = true;
    std::vector<std::chrono::milliseconds> patience;
    UiStage stage;
    DraftKeeper keeper(stage.relay, [&](const std::string&) -> Result<Done> {
        patience.push_back(Waits::patience());
        if (locked)
            return Error{ErrorCode::StoreLocked, {}, {}};
        return Done{};
    });
    QSignalSpy failed(&keeper, &DraftKeeper::failed);
    keeper.touch("a");
    REQUIRE(waitUntil([&] { return patience.size() == 2; }));
    CHECK(failed.isEmpty());
    CHECK(patience.back() == std::chrono::milliseconds(0));  // nobody's typing is held up
    CHECK_FALSE(keeper.saveNow());
    CHECK(failed.size() == 1);  // whoever wants to leave is told at once
    CHECK(patience.back() == kWindowPatience);
    locked = false;
    REQUIRE(waitUntil([&] { return !keeper.isPending(); }));
}

TEST_CASE("a form that waits to be saved cannot be changed, and is as before afterwards",
          "[ui-wait]")
{
    QWidget form;
    auto* const field = new QPushButton(&form);
    auto* const disabled = new QPushButton(&form);
    disabled->setEnabled(false);
    bool locked = true;
    std::optional<bool> saved;
    const bool atOnce = saveFrom<Done>(
        {field, disabled},
        [&]() -> Result<Done> {
            if (locked)
                return Error{ErrorCode::StoreLocked, {}, {}};
            return Done{};
        },
        [&](const Result<Done>& done) {
            CHECK_FALSE(isHeld(field));
            saved = done.ok();
        });
    CHECK_FALSE(atOnce);
    CHECK(isHeld(field));
    CHECK_FALSE(field->isEnabled());
    locked = false;
    REQUIRE(waitUntil([&] { return saved.has_value(); }));
    CHECK(*saved);
    CHECK(field->isEnabled());
    CHECK_FALSE(disabled->isEnabled());
}
