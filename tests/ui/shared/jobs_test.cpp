#include <QSignalSpy>
#include <QThread>
#include <atomic>

#include "tests/ui/support/ui_harness.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

using Work = std::function<Result<int>(app::Session&, const RunControl&)>;

/// Works until it is told to stop.
Result<int> endless(const RunControl& control, std::atomic<bool>& ended)
{
    while (!control.stopRequested())
        QThread::msleep(1);
    ended = true;
    return Error{ErrorCode::Cancelled, {}, {}};
}

}  // namespace

TEST_CASE("long work never keeps quick work waiting", "[ui-job]")
{
    UiStage stage;
    std::atomic<bool> ended = false;
    const QPointer<Job> longer = stage.jobs.run<int>(
        &stage.jobs, QStringLiteral("Import"),
        [&](app::Session&, const RunControl& control) { return endless(control, ended); },
        [](const Result<int>&) {}, Stopping::WhenAsked, Lane::Long);
    bool answered = false;
    stage.jobs.run<int>(
        &stage.jobs, {}, [](app::Session&, const RunControl&) -> Result<int> { return 1; },
        [&](const Result<int>&) { answered = true; });
    CHECK(waitUntil([&] { return answered; }));
    CHECK_FALSE(ended);
    CHECK_FALSE(stage.jobs.isIdle());
    longer->cancel();
    CHECK(stage.settle());
    CHECK(ended);
}

TEST_CASE("a job runs on another thread with a session of its own and answers on this one",
          "[ui-job]")
{
    UiStage stage;
    std::optional<int> answer;
    QThread* answeredOn = nullptr;
    std::atomic<QThread*> ranOn = nullptr;
    std::atomic<bool> ownSession = false;
    stage.jobs.run<int>(
        &stage.jobs, QStringLiteral("Count"),
        [&](app::Session& session, const RunControl&) -> Result<int> {
            ranOn = QThread::currentThread();
            ownSession = &session != stage.session.get();
            return 42;
        },
        [&](const Result<int>& result) {
            answer = *result;
            answeredOn = QThread::currentThread();
        });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    CHECK(*answer == 42);
    CHECK(ownSession);
    CHECK(ranOn != QThread::currentThread());
    CHECK(answeredOn == QThread::currentThread());
}

TEST_CASE("cancelling a job stops the work and drops the result", "[ui-job][cancel]")
{
    UiStage stage;
    std::atomic<bool> started = false;
    std::atomic<bool> ended = false;
    bool answered = false;
    const QPointer<Job> job = stage.jobs.run<int>(
        &stage.jobs, QStringLiteral("Endless"),
        [&](app::Session&, const RunControl& control) {
            started = true;
            return endless(control, ended);
        },
        [&](const Result<int>&) { answered = true; });
    REQUIRE(waitUntil([&] { return started.load(); }));
    job->cancel();
    CHECK(stage.settle());
    CHECK(ended);
    CHECK_FALSE(answered);
}

TEST_CASE("a job that has not begun can be cancelled, and the next one still runs",
          "[ui-job][cancel]")
{
    UiStage stage;
    std::atomic<int> ran = 0;
    bool last = false;
    const Work work = [&](app::Session&, const RunControl&) -> Result<int> { return ++ran; };
    stage.jobs.run<int>(nullptr, {}, work, [](const Result<int>&) {});
    const QPointer<Job> second = stage.jobs.run<int>(nullptr, {}, work, [](const Result<int>&) {});
    stage.jobs.run<int>(nullptr, {}, work, [&](const Result<int>&) { last = true; });
    second->cancel();
    CHECK(stage.settle());
    CHECK(last);
    CHECK(ran == 2);
}

TEST_CASE("the answer is dropped when the page that asked has gone", "[ui-job]")
{
    UiStage stage;
    bool answered = false;
    auto context = std::make_unique<QObject>();
    stage.jobs.run<int>(
        context.get(), {}, [](app::Session&, const RunControl&) -> Result<int> { return 1; },
        [&](const Result<int>&) { answered = true; });
    context.reset();
    CHECK(stage.settle());
    CHECK_FALSE(answered);
}

TEST_CASE("leaving while a job runs stops it and waits for it", "[ui-job][cancel]")
{
    std::atomic<bool> started = false;
    std::atomic<bool> ended = false;
    {
        UiStage stage;
        stage.jobs.run<int>(
            nullptr, {},
            [&](app::Session&, const RunControl& control) {
                started = true;
                return endless(control, ended);
            },
            [](const Result<int>&) {});
        REQUIRE(waitUntil([&] { return started.load(); }));
    }
    CHECK(ended);
}

TEST_CASE("a job that throws becomes an internal failure without words of the exception",
          "[ui-job]")
{
    UiStage stage;
    std::optional<Error> error;
    stage.jobs.run<int>(
        nullptr, {},
        [](app::Session&, const RunControl&) -> Result<int> { throw std::runtime_error("Tyler"); },
        [&](const Result<int>& result) { error = result.error(); });
    REQUIRE(waitUntil([&] { return error.has_value(); }));
    CHECK(error->code == ErrorCode::Internal);
    CHECK(error->detail.find("Tyler") == std::string::npos);
}

TEST_CASE("progress reaches the last step", "[ui-job]")
{
    UiStage stage;
    const QPointer<Job> job = stage.jobs.run<int>(
        nullptr, {},
        [](app::Session&, const RunControl& control) -> Result<int> {
            for (int step = 1; step <= 50; ++step)
                control.progress(step, 50);
            return 0;
        },
        [](const Result<int>&) {});
    QSignalSpy progress(job, &Job::progressed);
    CHECK(stage.settle());
    REQUIRE_FALSE(progress.isEmpty());
    CHECK(progress.last().at(0).toInt() == 50);
}

TEST_CASE("work is over before its answer is dealt with, which may ask something", "[ui-job]")
{
    UiStage stage;
    bool over = false;
    std::optional<bool> overWhenAnswered;
    const QPointer<Job> job = stage.jobs.run<int>(
        &stage.jobs, QStringLiteral("Counting"),
        [](app::Session&, const RunControl&) -> Result<int> { return 1; },
        [&](const Result<int>&) { overWhenAnswered = over; });
    QObject::connect(job, &Job::worked, job, [&] { over = true; });
    CHECK(stage.settle());
    CHECK(overWhenAnswered == true);
}
