#include "ui/shell/session/background.h"

#include <QCoreApplication>
#include <QPointer>
#include <QtConcurrent>
#include <atomic>

#include "support/secrets/stack_wipe.h"

namespace homeward::ui {

Background::Background(QObject* context)
    : QObject(context), m_stop(std::make_shared<std::atomic<bool>>(false))
{
}

Background::~Background()
{
    *m_stop = true;
}

Background* Background::start(QObject* context, std::function<void(const RunControl&)> work,
                              std::function<void(const Error&)> threw, std::function<void()> done)
{
    auto* task = new Background(context);
    auto* watcher = new QFutureWatcher<void>(task);
    connect(watcher, &QFutureWatcherBase::finished, task, [task, done = std::move(done)] {
        task->deleteLater();
        done();
    });
    // The application outlives every thread of the pool; the task may not.
    const QPointer<Background> alive = task;
    auto report = [alive](int count, int total) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [alive, count, total] {
                if (alive)
                    emit alive->progressed(count, total);
            },
            Qt::QueuedConnection);
    };
    watcher->setFuture(QtConcurrent::run(
        [work = std::move(work), threw = std::move(threw), stop = task->m_stop, report] {
            try {
                work({[stop] { return stop->load(); }, report});
            } catch (...) {
                // The text may hold personal data, so it goes nowhere.
                threw({ErrorCode::Internal, "exception in the background", {}});
            }
            wipeDeadStack();  // signing in leaves keys there, and the thread goes on to live
        }));
    return task;
}

}  // namespace homeward::ui
