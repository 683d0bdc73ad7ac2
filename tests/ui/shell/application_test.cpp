// The last net of the window, in a program of its own: the other tests must hear what is thrown.
#include <QEvent>
#include <QMessageBox>
#include <cstdio>
#include <stdexcept>

#include "ui/shell/program/application.h"

namespace {

class Thrower : public QObject {
public:
    bool event(QEvent*) override { throw std::runtime_error("Tyler Brook"); }
};

int faults = 0;

void check(bool holds, const char* what)
{
    if (holds)
        return;
    std::printf("FAILED: %s\n", what);
    ++faults;
}

}  // namespace

int main(int argc, char* argv[])
{
    homeward::ui::Application application(argc, argv);
    QString logged;
    static QString* const log = &logged;
    qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString& message) { *log += message; });
    Thrower thrower;
    QEvent event(QEvent::User);
    QCoreApplication::sendEvent(&thrower, &event);
    QCoreApplication::sendEvent(&thrower, &event);

    int boxes = 0;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* box = qobject_cast<QMessageBox*>(widget)) {
            ++boxes;
            check(box->isVisible(), "the message shows");
            check(!box->text().contains(QStringLiteral("Tyler")), "nothing of what was thrown");
        }
    check(boxes == 1, "one message, however often it throws");
    check(logged.contains(QStringLiteral("runtime_error")), "the kind is logged");
    check(!logged.contains(QStringLiteral("Tyler")), "its words are not");
    return faults == 0 ? 0 : 1;
}
