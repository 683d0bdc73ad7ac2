#include "ui/shared/draft_keeper.h"

#include <QLocale>
#include <QTime>

namespace homeward::ui {

DraftKeeper::DraftKeeper(Save save, QObject* parent) : QObject(parent), m_save(std::move(save))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDraftDelayMs);
    // Told once: a message that comes back every two seconds cannot be closed.
    connect(&m_timer, &QTimer::timeout, this, [this] { this->save(false); });
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
        emit stateChanged(
            tr("Draft saved %1")
                .arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"))));
        return true;
    }
    const bool isNew = !m_problem;
    m_problem = saved.error();
    m_timer.start();
    emit stateChanged(tr("Draft not saved yet"));
    if (isNew || tellAgain)
        emit failed(*m_problem);
    return false;
}

void DraftKeeper::forget()
{
    m_timer.stop();
    m_pending = false;
    m_problem.reset();
}

}  // namespace homeward::ui
