#include "ui/shared/tasks/waits.h"

#include <utility>

namespace homeward::ui {
namespace {

constexpr int kAgainEveryMs = 100;
/// Reports come many times a second; without one for so long nobody waits any more.
constexpr int kNoReportMs = 400;

std::atomic<int> stopCount = 0;
std::atomic<qint64> lastReportMs = 0;
std::chrono::milliseconds windowPatience = kWindowPatience;  // of the user interface thread

qint64 nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace

Waits& Waits::instance()
{
    static Waits waits;
    return waits;
}

Waits::Waits()
{
    m_again.setInterval(kAgainEveryMs);
    connect(&m_again, &QTimer::timeout, this, &Waits::tryAgain);
    m_sinceReport.setSingleShot(true);
    m_sinceReport.setInterval(kNoReportMs);
    connect(&m_sinceReport, &QTimer::timeout, this, [this] { show(!m_attempts.empty()); });
}

void Waits::add(Attempt attempt)
{
    m_attempts.push_back(std::move(attempt));
    m_again.start();
    show(true);
}

void Waits::tryAgain()
{
    // What is done may ask for the next save, or end the program's window.
    std::vector<Attempt> attempts = std::exchange(m_attempts, {});
    for (Attempt& attempt : attempts) {
        if (!attempt.context)
            continue;
        const bool finished = [&] {
            const NoPatience none;
            return attempt.write();
        }();
        if (finished)
            attempt.done();
        else
            m_attempts.push_back(std::move(attempt));
    }
    if (!m_attempts.empty())
        return;
    m_again.stop();
    show(m_sinceReport.isActive());
}

void Waits::stop()
{
    ++stopCount;
    m_again.stop();
    m_sinceReport.stop();
    show(false);
    for (const Attempt& attempt : std::exchange(m_attempts, {}))
        if (attempt.context)
            attempt.done();
}

void Waits::show(bool waiting)
{
    if (m_shown == waiting)
        return;
    m_shown = waiting;
    emit waitingChanged(waiting);
}

std::chrono::milliseconds Waits::patience()
{
    return windowPatience;
}

void Waits::report()
{
    constexpr qint64 kReportEveryMs = 100;
    const qint64 now = nowMs();
    if (now - lastReportMs < kReportEveryMs)
        return;
    lastReportMs = now;
    QMetaObject::invokeMethod(&instance(), [] {
        instance().m_sinceReport.start();
        instance().show(true);
    });
}

int Waits::stops()
{
    return stopCount;
}

NoPatience::NoPatience() : m_before(std::exchange(windowPatience, std::chrono::milliseconds(0))) {}

NoPatience::~NoPatience()
{
    windowPatience = m_before;
}

}  // namespace homeward::ui
