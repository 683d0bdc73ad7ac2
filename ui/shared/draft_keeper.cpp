#include "ui/shared/draft_keeper.h"

#include <QLocale>
#include <QTime>

namespace homeward::ui {

DraftKeeper::DraftKeeper(std::function<Result<Done>()> save, QObject* parent)
    : QObject(parent), m_save(std::move(save))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDraftDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
}

void DraftKeeper::touch()
{
    m_pending = true;
    // Not started again by every key: the first one sets how long it may take.
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    if (!m_pending)
        return;
    const Result<Done> saved = m_save();
    if (saved) {
        m_pending = false;
        m_failing = false;
        emit stateChanged(
            tr("Draft saved %1")
                .arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"))));
        return;
    }
    emit stateChanged(tr("Draft not saved yet"));
    if (!m_failing)
        emit failed(saved.error());
    m_failing = true;
    m_timer.start();
}

void DraftKeeper::forget()
{
    m_timer.stop();
    m_pending = false;
    m_failing = false;
}

}  // namespace homeward::ui
