#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {
class Session;
}

namespace homeward::ui {

/// A running piece of work that the user can watch and, mostly, stop. Deletes itself when it has
/// ended.
class Job : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// The result is dropped, `done` is not called; nothing where it cannot be cancelled.
    virtual void cancel() = 0;
    virtual bool canBeCancelled() const = 0;
    virtual QString label() const = 0;

signals:
    void progressed(int done, int total);  ///< total 0: unknown
    void worked();                         ///< nothing runs any more; before `done`, which may ask
    void ended();                          ///< done, failed or cancelled; after `done`
};

/// Whether work looks at its RunControl. Work that cannot stop is never offered to be cancelled: it
/// would be done and nobody told.
enum class Stopping { WhenAsked, Never };

/// Where work runs. What may take longer than a second has a lane of its own, so that an import, a
/// backup or a verification never keeps anybody from opening a record.
enum class Lane { Quick, Long };

/// Runs work off the user interface thread, in two lanes: one after another in each, on a session
/// of its own (one database connection per thread). The status bar shows progress and a cancel
/// button for the job begun last.
class Jobs : public QObject {
    Q_OBJECT
public:
    explicit Jobs(app::Session& session, QObject* parent = nullptr);
    ~Jobs() override;

    /// `work` runs on the worker thread, `done` on the caller's thread while `context` lives.
    /// Copies all it reads. An empty label is not shown in the status bar.
    template <typename T>
    QPointer<Job> run(QObject* context, const QString& label,
                      std::function<Result<T>(app::Session&, const RunControl&)> work,
                      std::function<void(const Result<T>&)> done,
                      Stopping stopping = Stopping::WhenAsked, Lane lane = Lane::Quick)
    {
        auto result = std::make_shared<std::optional<Result<T>>>();
        return start(
            context, label,
            [result, work = std::move(work)](app::Session& session, const RunControl& control) {
                result->emplace(work(session, control));
            },
            [result](const Error& error) { result->emplace(error); },
            [result, done = std::move(done)] { done(**result); }, stopping, lane);
    }

    bool isIdle() const;
    /// Closes the workers' sessions, which the next job opens again: before the session it came
    /// from is locked. False: a job runs or waits; ask again at `idle`.
    bool rest();

signals:
    void started(homeward::ui::Job* job);
    void idle();

private:
    QPointer<Job> start(QObject* context, const QString& label,
                        std::function<void(app::Session&, const RunControl&)> work,
                        std::function<void(const Error&)> couldNotStart, std::function<void()> done,
                        Stopping stopping, Lane lane);
    struct Private;
    std::unique_ptr<Private> m_d;
};

}  // namespace homeward::ui
