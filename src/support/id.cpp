#include "support/id.h"

#include <sodium.h>

#include <array>
#include <mutex>
#include <random>

#include "support/clock.h"

namespace homeward {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

std::string asText(const Bytes& bytes)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += kHex[bytes[i] >> 4];
        text += kHex[bytes[i] & 0x0f];
    }
    return text;
}

/// Time and a 12-bit counter in front keep ids of one source rising even within a millisecond.
class UuidSource : public IdSource {
public:
    std::string next() override
    {
        const std::lock_guard lock(m_mutex);
        std::int64_t nowMs = timeMs();
        if (nowMs > m_lastMs) {
            m_lastMs = nowMs;
            m_counter = 0;
        } else if (++m_counter > 0x0fff) {
            ++m_lastMs;
            m_counter = 0;
        }
        Bytes bytes{};
        fillRandom(bytes);
        for (int i = 0; i < 6; ++i)
            bytes[static_cast<std::size_t>(i)] =
                static_cast<std::uint8_t>(m_lastMs >> (8 * (5 - i)));
        bytes[6] = static_cast<std::uint8_t>(0x70 | (m_counter >> 8));
        bytes[7] = static_cast<std::uint8_t>(m_counter & 0xff);
        bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
        return asText(bytes);
    }

protected:
    virtual std::int64_t timeMs() = 0;
    virtual void fillRandom(Bytes& bytes) = 0;

private:
    std::mutex m_mutex;
    std::int64_t m_lastMs = 0;
    int m_counter = 0;
};

class RandomIds final : public UuidSource {
public:
    explicit RandomIds(std::shared_ptr<const Clock> clock) : m_clock(std::move(clock)) {}

private:
    std::int64_t timeMs() override { return m_clock->now().msSinceEpoch; }
    void fillRandom(Bytes& bytes) override { randombytes_buf(bytes.data(), bytes.size()); }

    std::shared_ptr<const Clock> m_clock;
};

class SeededIds final : public UuidSource {
public:
    SeededIds(std::uint64_t seed, std::int64_t startMs) : m_engine(seed), m_startMs(startMs) {}

private:
    std::int64_t timeMs() override { return m_startMs; }
    void fillRandom(Bytes& bytes) override
    {
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(m_engine());
    }

    std::mt19937_64 m_engine;
    std::int64_t m_startMs;
};

}  // namespace

std::unique_ptr<IdSource> randomIds(std::shared_ptr<const Clock> clock)
{
    return std::make_unique<RandomIds>(std::move(clock));
}

std::unique_ptr<IdSource> seededIds(std::uint64_t seed, std::int64_t startMs)
{
    return std::make_unique<SeededIds>(seed, startMs);
}

}  // namespace homeward
