#include "ui/shared/tasks/draft_keeper.h"

#include <QLocale>
#include <QTime>

#include "ui/shared/pages/change_relay.h"
#include "ui/shared/tasks/waits.h"

namespace homeward::ui {
namespace {

/// Attempts that meet another program at work before it is told: about 6 s.
constexpr int kQuietTries = 4;

}  // namespace

DraftKeeper::DraftKeeper(const ChangeRelay& changes, Save save, QObject* parent)
    : QObject(parent), m_save(std::move(save))
{
    connect(&changes, &ChangeRelay::changed, this, [this](const app::ChangeSet& change) {
        if (change.touches(app::Aggregate::Standing))
            keepAgain();
    });
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDraftDelayMs);
    // Told once: a message that comes back every two seconds cannot be closed.
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const NoPatience none;  // somebody is typing
        this->save(false);
    });
}

void DraftKeeper::touch(const std::string& record)
{
    m_record = record;
    m_pending = true;
    // Not started again by every key: the first one sets how long it may take.
    if (!m_timer.isActive())
        m_timer.start();
}

bool DraftKeeper::saveNow()
{
    return save(true);
}

bool DraftKeeper::save(bool tellAgain)
{
    m_timer.stop();
    if (!m_pending)
        return true;
    const Result<Done> saved = m_save(m_record);
    if (saved) {
        m_pending = false;
        m_problem.reset();
        m_lockedTries = 0;
        emit stateChanged(
            tr("Draft saved %1")
                .arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"))));
        return true;
    }
    // Nothing is wrong: it is tried again once the window is unlocked.
    if (saved.error().code == ErrorCode::Locked) {
        if (!m_problem)
            m_problem = saved.error();
        m_timer.start();
        return false;
    }
    const bool isNew = !m_problem || m_problem->code == ErrorCode::StoreLocked;
    m_problem = saved.error();
    m_timer.start();
    // Another program that is saving is done with it in a moment, and the next attempt comes.
    const bool locked = m_problem->code == ErrorCode::StoreLocked;
    m_lockedTries = locked ? m_lockedTries + 1 : 0;
    emit stateChanged(locked ? tr("Draft waits for another program") : tr("Draft not saved yet"));
    if (tellAgain || (locked ? m_lockedTries == kQuietTries : isNew))
        emit failed(*m_problem);
    return false;
}

void DraftKeeper::keepAgain()
{
    if (m_record.empty())
        return;
    m_pending = true;
    const NoPatience none;  // nobody asked for it
    save(false);
}

void DraftKeeper::forget()
{
    m_timer.stop();
    m_record.clear();
    m_pending = false;
    m_problem.reset();
    m_lockedTries = 0;
}

}  // namespace homeward::ui
