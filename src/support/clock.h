#pragma once

#include <chrono>
#include <memory>

#include "support/date.h"

namespace homeward {

/// Where "now" comes from, so that tests and demonstrations can fix it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
    /// The day people mean by "today": where the computer stands, not in Greenwich.
    virtual Date today() const = 0;
};

class SystemClock final : public Clock {
public:
    Timestamp now() const override
    {
        using namespace std::chrono;
        return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
    }
    Date today() const override { return localDate(now()); }
};

/// Stands still until it is set; for tests and demonstrations.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Timestamp at) : m_now(at) {}
    explicit FixedClock(Date day)
        : m_now{std::int64_t{day.daysSinceEpoch()} * 86'400'000 + 36'000'000}
    {
    }
    Timestamp now() const override { return m_now; }
    Date today() const override { return m_now.utcDate(); }
    void set(Timestamp at) { m_now = at; }

private:
    Timestamp m_now;
};

}  // namespace homeward
