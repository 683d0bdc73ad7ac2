#pragma once

#include <QDateTime>
#include <QString>
#include <functional>
#include <utility>

namespace homeward::ui {

/// What one step of undo is where somebody types, alike in all editors: a run of typing in one
/// field, up to a pause or until the field is left.
class Phrases {
public:
    static constexpr qint64 kPauseMs = 2'000;

    /// Notes that `field` is typed in now. True: that goes on with the phrase before.
    bool goesOn(const QString& field)
    {
        const qint64 now = m_now();
        const bool same = !m_field.isEmpty() && field == m_field && now - m_typedAt < kPauseMs;
        m_field = field;
        m_typedAt = now;
        return same;
    }
    /// What is typed next is a phrase of its own.
    void end() { m_field.clear(); }

    /// Tests tell the time, in milliseconds.
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }

private:
    std::function<qint64()> m_now = [] { return QDateTime::currentMSecsSinceEpoch(); };
    QString m_field;
    qint64 m_typedAt = 0;
};

}  // namespace homeward::ui
