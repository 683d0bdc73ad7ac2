#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

#include "support/result.h"

namespace homeward::ui {

/// Writes what is being typed to the draft, at the latest this long after the first key.
inline constexpr int kDraftDelayMs = 1500;

class DraftKeeper : public QObject {
    Q_OBJECT
public:
    /// `save` writes the present entries; called on this thread.
    explicit DraftKeeper(std::function<Result<Done>()> save, QObject* parent = nullptr);

    void touch();    ///< something was typed
    void saveNow();  ///< nothing when nothing was typed since
    void forget();   ///< what was typed is saved elsewhere or given up
    bool isPending() const { return m_pending; }

signals:
    /// "Draft saved 14:32:07", or that it could not be saved.
    void stateChanged(const QString& text);
    void failed(const homeward::Error& error);

private:
    std::function<Result<Done>()> m_save;
    QTimer m_timer;
    bool m_pending = false;
    bool m_failing = false;
};

}  // namespace homeward::ui
