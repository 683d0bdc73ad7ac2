#include "ui/shared/tasks/jobs.h"

#include <QElapsedTimer>
#include <QThread>
#include <atomic>
#include <deque>

#include "app/session/session.h"
#include "app/session/waiting.h"
#include "support/secrets/stack_wipe.h"
#include "ui/shared/tasks/waits.h"

namespace homeward::ui {

namespace {

constexpr qint64 kProgressEveryMs = 40;
/// A wait this young is a new one.
constexpr std::chrono::milliseconds kBeginning{20};
/// Shorter waiting is not worth a notice.
constexpr std::chrono::milliseconds kUnnoticed{300};

using Work = std::function<void(app::Session&, const RunControl&)>;

/// What the worker thread is handed; shared, so that it outlives a Jobs that goes away.
struct Order {
    Work work;
    std::function<void(const Error&)> couldNotStart;
    std::atomic<bool> stop = false;
};

class RunningJob final : public Job {
public:
    RunningJob(QString label, std::shared_ptr<Order> order, QObject* context,
               std::function<void()> done, Stopping stopping)
        : m_label(std::move(label)),
          m_order(std::move(order)),
          m_context(context),
          m_hasContext(context != nullptr),
          m_done(std::move(done)),
          m_stopping(stopping)
    {
    }

    void cancel() override
    {
        if (canBeCancelled())
            m_order->stop = true;
    }
    bool canBeCancelled() const override { return m_stopping == Stopping::WhenAsked; }
    QString label() const override { return m_label; }

    const std::shared_ptr<Order>& order() const { return m_order; }
    bool isCancelled() const { return m_order->stop; }

    /// May delete everything, this job included.
    void deliver()
    {
        if (!isCancelled() && (!m_hasContext || m_context))
            m_done();
    }

private:
    QString m_label;
    std::shared_ptr<Order> m_order;
    QPointer<QObject> m_context;
    bool m_hasContext;
    std::function<void()> m_done;
    Stopping m_stopping;
};

/// Lives on the worker thread and owns the session used there.
class Worker final : public QObject {
public:
    explicit Worker(app::Session& origin) : m_origin(origin) {}

    void run(Order& order, const std::function<void(int, int)>& report)
    {
        if (order.stop)
            return;
        try {
            if (!m_session) {
                auto opened = m_origin.forWorker();
                if (!opened)
                    return order.couldNotStart(opened.error());
                m_session = std::move(opened).value();
                app::setWaiting(*m_session, [this](auto waited) { return goesOnWaiting(waited); });
            }
            order.work(*m_session, {[&order] { return order.stop.load(); }, report});
        } catch (...) {
            // The text may hold personal data, so it goes nowhere.
            order.couldNotStart({ErrorCode::Internal, "exception in a job", {}});
        }
    }

    void rest()
    {
        m_session.reset();
        wipeDeadStack();
    }

    void leave() { m_leaving = true; }

private:
    /// For as long as it takes, or until somebody stops it.
    bool goesOnWaiting(std::chrono::milliseconds waited)
    {
        if (waited <= m_waited || waited < kBeginning)
            m_stopsBefore = Waits::stops();
        m_waited = waited;
        if (waited > kUnnoticed)
            Waits::report();
        return !m_leaving && Waits::stops() == m_stopsBefore;
    }

    app::Session& m_origin;
    std::unique_ptr<app::Session> m_session;
    std::chrono::milliseconds m_waited{0};
    int m_stopsBefore = 0;
    std::atomic<bool> m_leaving = false;
};

/// One worker thread and what is to be done on it.
struct WorkLane {
    explicit WorkLane(app::Session& origin, const QString& name) : worker(new Worker(origin))
    {
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.setObjectName(name);
        thread.start();
    }
    bool isIdle() const { return !running && waiting.empty(); }

    void startNext(Jobs* jobs);
    void finish(Jobs* jobs);

    QThread thread;
    Worker* worker;
    std::deque<RunningJob*> waiting;
    RunningJob* running = nullptr;
};

}  // namespace

struct Jobs::Private {
    explicit Private(app::Session& origin)
        : quick(origin, QStringLiteral("homeward-jobs")),
          longer(origin, QStringLiteral("homeward-long-jobs"))
    {
    }
    WorkLane& lane(Lane which) { return which == Lane::Quick ? quick : longer; }

    WorkLane quick;
    WorkLane longer;
};

namespace {

void WorkLane::startNext(Jobs* jobs)
{
    if (running || waiting.empty())
        return;
    running = waiting.front();
    waiting.pop_front();
    emit jobs->started(running);

    const std::shared_ptr<Order> order = running->order();
    const QPointer<RunningJob> job = running;
    Worker* const executor = worker;
    // Jobs joins the thread before it goes, so `jobs` and `executor` outlive this call.
    QMetaObject::invokeMethod(executor, [executor, order, job, jobs, this] {
        QElapsedTimer sinceReport;
        executor->run(*order, [&](int done, int total) {
            if (sinceReport.isValid() && sinceReport.elapsed() < kProgressEveryMs && done < total)
                return;
            sinceReport.start();
            QMetaObject::invokeMethod(jobs, [job, done, total] {
                if (job)
                    emit job->progressed(done, total);
            });
        });
        QMetaObject::invokeMethod(jobs, [this, jobs] { finish(jobs); });
    });
}

void WorkLane::finish(Jobs* jobs)
{
    RunningJob* const job = running;
    running = nullptr;
    const QPointer<Jobs> alive = jobs;
    const QPointer<RunningJob> stillThere = job;
    emit job->worked();
    job->deliver();
    if (!alive)
        return;
    if (stillThere) {
        emit job->ended();
        job->deleteLater();
    }
    startNext(jobs);
    if (jobs->isIdle())
        emit jobs->idle();
}

}  // namespace

Jobs::Jobs(app::Session& session, QObject* parent)
    : QObject(parent), m_d(std::make_unique<Private>(session))
{
    Waits::instance();  // belongs to this thread
    app::setWaiting(session, [](auto waited) { return waited < Waits::patience(); });
}

Jobs::~Jobs()
{
    for (WorkLane* lane : {&m_d->quick, &m_d->longer}) {
        // What cannot stop is waited for below.
        if (lane->running)
            lane->running->cancel();
        lane->waiting.clear();
        lane->worker->leave();
        lane->thread.quit();
    }
    for (WorkLane* lane : {&m_d->quick, &m_d->longer})
        lane->thread.wait();
}

bool Jobs::isIdle() const
{
    return m_d->quick.isIdle() && m_d->longer.isIdle();
}

bool Jobs::rest()
{
    if (!isIdle())
        return false;
    for (WorkLane* lane : {&m_d->quick, &m_d->longer})
        QMetaObject::invokeMethod(
            lane->worker, [worker = lane->worker] { worker->rest(); },
            Qt::BlockingQueuedConnection);
    return true;
}

QPointer<Job> Jobs::start(QObject* context, const QString& label, Work work,
                          std::function<void(const Error&)> couldNotStart,
                          std::function<void()> done, Stopping stopping, Lane lane)
{
    auto order = std::make_shared<Order>();
    order->work = std::move(work);
    order->couldNotStart = std::move(couldNotStart);
    auto* job = new RunningJob(label, std::move(order), context, std::move(done), stopping);
    job->setParent(this);
    m_d->lane(lane).waiting.push_back(job);
    m_d->lane(lane).startNext(this);
    return job;
}

}  // namespace homeward::ui
