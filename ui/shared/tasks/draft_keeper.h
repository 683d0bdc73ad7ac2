#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>
#include <string>

#include "support/result.h"

namespace homeward::ui {

class ChangeRelay;

/// Writes what is being typed to the draft, at the latest this long after the first key.
inline constexpr int kDraftDelayMs = 1500;

class DraftKeeper : public QObject {
    Q_OBJECT
public:
    using Save = std::function<Result<Done>(const std::string& record)>;

    /// `save` writes the present entries as the draft of `record`; called on this thread. When the
    /// files of the authority turn out to be others, what was kept is gone with them and is kept
    /// again: `changes` tells.
    DraftKeeper(const ChangeRelay& changes, Save save, QObject* parent = nullptr);

    /// Something was typed about `record`. Until it is saved or forgotten, `save` gets this record.
    void touch(const std::string& record);
    /// What is shown about `record` was kept before, as its draft.
    void hold(const std::string& record) { m_record = record; }
    /// True: nothing is unsaved any more. False: `failed` was emitted and it is tried again later.
    bool saveNow();
    /// What was typed is saved elsewhere or given up; before another record is shown.
    void forget();
    bool isPending() const { return m_pending; }
    /// Why the last attempt failed; empty once it is saved or forgotten.
    const std::optional<Error>& problem() const { return m_problem; }

signals:
    /// "Draft saved 14:32:07", or that it could not be saved.
    void stateChanged(const QString& text);
    void failed(const homeward::Error& error);

private:
    bool save(bool tellAgain);
    void keepAgain();

    Save m_save;
    QTimer m_timer;
    std::string m_record;  ///< typed about; empty: none, or forgotten
    bool m_pending = false;
    std::optional<Error> m_problem;
    int m_lockedTries = 0;
};

}  // namespace homeward::ui
