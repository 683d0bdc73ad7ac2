#pragma once

#include <QObject>
#include <QPointer>
#include <QTime>
#include <functional>
#include <memory>
#include <optional>
#include <set>

#include "app/session/change_bus.h"
#include "support/result.h"
#include "ui/shared/pages/change_relay.h"
#include "ui/shared/pages/kept_place.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/tasks/jobs.h"

namespace homeward::ui {

using Touches = std::set<app::Aggregate>;

/// What LiveQuery is whatever it reads: when that is read again.
class LiveReading : public QObject {
    Q_OBJECT
public:
    /// Which of the changes that touch it matter; all of them until it is said.
    void setConcerns(std::function<bool(const app::ChangeSet&)> concerns)
    {
        m_concerns = std::move(concerns);
    }
    /// What is shown stays as it is when it is touched: it is not read again, and `older` is told.
    void setOlder(std::function<void()> older) { m_older = std::move(older); }
    /// Another record or list is to be shown: reads at once where its widget is in sight, else as
    /// soon as it is.
    void read();
    /// The same, at once in any case.
    void readNow();
    /// The same record or list again, at once or as soon as it is shown; keeps its place.
    void readAgain();
    /// Reads now where what is in sight is not what is on record.
    void readIfStale();
    /// There is nothing to be shown: nothing is read until read().
    void forget();

    /// What is shown is not what is on record, or nothing was read yet.
    bool isStale() const { return m_stale; }
    bool isWanted() const { return m_wanted; }
    bool isInSight() const;
    bool isReading() const { return m_reading; }
    /// Something else was asked for while it was being read.
    bool isWantedAgain() const { return m_again; }
    /// When what is shown was read; empty: nothing is shown.
    const std::optional<QTime>& readAt() const { return m_readAt; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    LiveReading(QWidget* shownOn, ChangeRelay& relay, Touches touches);
    virtual void start() = 0;
    bool showsAnother() const { return m_another; }
    void ended(bool read);
    QWidget* widget() const { return m_widget; }

private:
    void begin();
    void changed(const app::ChangeSet& changes);

    QWidget* m_widget;
    ChangeRelay& m_relay;
    Touches m_touches;
    std::function<bool(const app::ChangeSet&)> m_concerns;
    std::function<void()> m_older;
    std::optional<QTime> m_readAt;
    bool m_another = false;  ///< what comes is not what is shown now
    bool m_wanted = false;   ///< somebody asked for it
    bool m_stale = false;
    bool m_reading = false;
    bool m_again = false;  ///< changed while it was being read
};

/// What a page, tab or section shows, and when it was read. A commit that touches it, here or in
/// another program, makes it stale; then it is read again, at once in sight and else when shown,
/// and shown with the same rows selected, the same place scrolled to and the keyboard where it was.
template <typename T>
class LiveQuery final : public LiveReading {
public:
    using Show = std::function<void(const Result<T>&)>;
    using Work = std::function<Result<T>(app::Session&, const RunControl&)>;

    /// A short reading, on the user interface thread. `show` gets it, or why it failed.
    LiveQuery(QWidget* shownOn, const PageContext& context, Touches touches,
              std::function<Result<T>(app::Session&)> read, Show show)
        : LiveReading(shownOn, context.changes, std::move(touches)),
          m_context(context),
          m_read(std::move(read)),
          m_show(std::move(show))
    {
    }
    /// A job: `prepare` copies what the work needs. Stopped by the person: Cancelled. An empty
    /// label is not shown in the status bar.
    LiveQuery(QWidget* shownOn, const PageContext& context, Touches touches, Lane lane,
              QString label, std::function<Work()> prepare, Show show)
        : LiveReading(shownOn, context.changes, std::move(touches)),
          m_context(context),
          m_lane(lane),
          m_label(std::move(label)),
          m_prepare(std::move(prepare)),
          m_show(std::move(show))
    {
    }

private:
    void start() override
    {
        if (m_read)
            return take(m_read(m_context.session));
        auto answer = std::make_shared<Result<T>>(Error{ErrorCode::Cancelled, "reading", {}});
        const QPointer<Job> job = m_context.jobs.template run<T>(
            this, m_label, m_prepare(), [answer](const Result<T>& read) { *answer = read; },
            Stopping::WhenAsked, m_lane);
        connect(job, &Job::ended, this, [this, answer] { take(*answer); });
    }
    void take(const Result<T>& answer)
    {
        {
            std::optional<KeptPlace> kept;
            if (!showsAnother())
                kept.emplace(*widget());
            m_show(answer);
        }
        ended(answer.ok());
    }

    const PageContext m_context;
    Lane m_lane = Lane::Quick;
    QString m_label;
    std::function<Result<T>(app::Session&)> m_read;
    std::function<Work()> m_prepare;
    Show m_show;
};

}  // namespace homeward::ui
