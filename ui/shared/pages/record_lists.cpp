#include "ui/shared/pages/record_lists.h"

#include "ui/shared/pages/change_relay.h"
#include "ui/shared/work/jobs.h"

namespace homeward::ui {

namespace {

/// Typing keeps a draft every two seconds; the lists need not follow each time.
constexpr int kDraftPauseMs = 1500;

}  // namespace

RecordLists::RecordLists(ChangeRelay& relay, Jobs& jobs, QObject* parent)
    : QObject(parent), m_relay(relay), m_jobs(jobs)
{
    connect(&relay, &ChangeRelay::changed, this, &RecordLists::changed);
    m_draftPause.setSingleShot(true);
    m_draftPause.setInterval(kDraftPauseMs);
    connect(&m_draftPause, &QTimer::timeout, this, &RecordLists::loadChildren);
}

void RecordLists::reload()
{
    m_resting = false;
    loadChildren();
    loadHomes();
}

void RecordLists::forget()
{
    m_resting = true;
    m_draftPause.stop();
    // Not `= {}`, which keeps the room, and in it every short name as it was.
    m_children = std::vector<app::ChildRow>();
    m_homes = std::vector<app::HomeRow>();
    m_childrenLoaded = false;
    m_homesLoaded = false;
    m_childrenReadAt.reset();
    m_homesReadAt.reset();
    emit childrenReplaced();
    emit homesReplaced();
}

void RecordLists::changed(const app::ChangeSet& changes)
{
    using app::Aggregate;
    const bool childrenTouched =
        changes.touches(Aggregate::Child) || changes.touches(Aggregate::CareHistory) ||
        changes.touches(Aggregate::Assessment) || changes.touches(Aggregate::Placement) ||
        changes.touches(Aggregate::Home) || changes.touches(Aggregate::Account);
    const bool homesTouched =
        changes.touches(Aggregate::Home) || changes.touches(Aggregate::Placement) ||
        changes.touches(Aggregate::CareHistory) || changes.touches(Aggregate::Framework);
    if (childrenTouched)
        loadChildren();
    else if (changes.touches(Aggregate::Draft))
        m_draftPause.start();
    if (homesTouched)
        loadHomes();
}

void RecordLists::loadChildren()
{
    m_draftPause.stop();
    if (m_resting)
        return;
    if (m_childrenJob) {
        m_childrenStale = true;
        return;
    }
    using Rows = std::vector<app::ChildRow>;
    m_childrenJob = m_jobs.run<Rows>(
        this, {},
        [](app::Session& session, const RunControl&) { return app::listChildren(session); },
        [this](const Result<Rows>& rows) {
            m_childrenJob = nullptr;
            if (m_resting)
                return;
            if (rows) {
                m_children = *rows;
                m_childrenLoaded = true;
                m_childrenReadAt = QTime::currentTime();
                emit childrenReplaced();
                emit m_relay.readingChanged();
            } else {
                emit failed(rows.error());
            }
            if (std::exchange(m_childrenStale, false))
                loadChildren();
        });
}

void RecordLists::loadHomes()
{
    if (m_resting)
        return;
    if (m_homesJob) {
        m_homesStale = true;
        return;
    }
    using Rows = std::vector<app::HomeRow>;
    m_homesJob = m_jobs.run<Rows>(
        this, {}, [](app::Session& session, const RunControl&) { return app::listHomes(session); },
        [this](const Result<Rows>& rows) {
            m_homesJob = nullptr;
            if (m_resting)
                return;
            if (rows) {
                m_homes = *rows;
                m_homesLoaded = true;
                m_homesReadAt = QTime::currentTime();
                emit homesReplaced();
                emit m_relay.readingChanged();
            } else {
                emit failed(rows.error());
            }
            if (std::exchange(m_homesStale, false))
                loadHomes();
        });
}

}  // namespace homeward::ui
