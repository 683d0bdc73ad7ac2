#include "ui/shell/program/application.h"

#include <QMessageBox>
#include <QThread>
#include <exception>
#include <typeinfo>

#include "ui/shared/words/error_presenter.h"

namespace homeward::ui {

bool Application::notify(QObject* receiver, QEvent* event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception& thrown) {
        // Never its own words, which may quote a record.
        tell(typeid(thrown).name());
    } catch (...) {
        tell("unknown");
    }
    return false;
}

void Application::tell(const char* kind)
{
    qCritical("exception in an event handler: %s", kind);
    // Once: a handler of painting would throw again under the message.
    if (m_told || QThread::currentThread() != thread())
        return;
    m_told = true;
    const UserMessage message = messageFor({ErrorCode::Internal, "event handler", {}});
    auto* box =
        new QMessageBox(QMessageBox::Warning, message.title, message.text + u' ' + message.nextStep,
                        QMessageBox::Ok, activeWindow());
    box->setObjectName(QStringLiteral("exceptionBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace homeward::ui
