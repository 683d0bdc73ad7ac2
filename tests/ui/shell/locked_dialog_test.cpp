#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTimer>
#include <QVBoxLayout>

#include "app/authority/demonstration.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/shell_controller.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// The program with its real dialogs, signed in to a demonstration, and a form open over it.
struct Program {
    Program() : shell(options(), stageEnvironment(), registerAllPages, dialogs)
    {
        shell.start();
        auto* page = qobject_cast<SignInPage*>(shell.startWindow()->page());
        REQUIRE(page);
        page->passphrase()->setText(QLatin1String(app::kDemonstrationPassphrase));
        emit page->signInRequested();
        REQUIRE(waitUntil([&] { return shell.mainWindow() && shell.mainWindow()->isVisible(); }));
    }
    static ShellOptions options()
    {
        ShellOptions options;
        options.authority = text(demonstrationFolder().string());
        options.account = QLatin1String(app::kDemonstrationAccount);
        return options;
    }
    /// Runs a form and does `meanwhile` while it is open; what the form was answered with.
    bool runForm(const std::function<void(QDialog&, QLineEdit&)>& meanwhile)
    {
        QDialog form(shell.mainWindow());
        auto* edit = new QLineEdit;
        (new QVBoxLayout(&form))->addWidget(edit);
        QTimer::singleShot(0, &form, [&] {
            edit->setText(QStringLiteral("Tyler"));
            meanwhile(form, *edit);
        });
        return dialogs.run(form);
    }
    void unlock(const char* passphrase = app::kDemonstrationPassphrase)
    {
        LockPage* const lock = shell.mainWindow()->lockPage();
        lock->passphrase()->setText(QLatin1String(passphrase));
        emit lock->unlockRequested();
    }

    DesktopDialogs dialogs;
    ShellController shell;
};

}  // namespace

TEST_CASE("a form waits behind the lock with what is typed in it", "[ui-shell][lock]")
{
    Program program;
    MainWindow& window = *program.shell.mainWindow();
    const bool accepted = program.runForm([&](QDialog& form, const QLineEdit& edit) {
        program.shell.lock();
        CHECK_FALSE(form.isVisible());
        CHECK_FALSE(QApplication::activeModalWidget());
        CHECK(window.isLocked());
        auto* kept = window.findChild<QLabel*>(QStringLiteral("keptLabel"));
        CHECK(kept->text().contains(QStringLiteral("waits behind the lock")));
        program.unlock();
        CHECK(waitUntil([&] { return form.isVisible(); }));
        CHECK_FALSE(window.isLocked());
        CHECK(edit.text() == QStringLiteral("Tyler"));
        form.accept();
    });
    CHECK(accepted);
}

TEST_CASE("a question over a form gets its safe answer when the window is locked",
          "[ui-shell][lock]")
{
    Program program;
    bool answer = true;
    const bool accepted = program.runForm([&](QDialog& form, const QLineEdit&) {
        QTimer::singleShot(50, &form, [&] { program.shell.lock(); });
        answer = program.dialogs.confirm(
            &form, {QStringLiteral("Give it up?"), {}, QStringLiteral("Give up"), {}, true});
        CHECK_FALSE(form.isVisible());
        program.unlock();
        CHECK(waitUntil([&] { return form.isVisible(); }));
        form.accept();
    });
    CHECK_FALSE(answer);
    CHECK(accepted);
}

TEST_CASE("signing out behind the lock says that the form is lost, then gives it up",
          "[ui-shell][lock]")
{
    Program program;
    QString asked;
    bool accepted = true;
    accepted = program.runForm([&](QDialog& form, const QLineEdit&) {
        program.shell.lock();
        QTimer::singleShot(50, &form, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            REQUIRE(box);
            asked = box->text() + box->informativeText();
            CHECK(box->windowTitle() == QStringLiteral("Leave without it"));
            for (QAbstractButton* button : box->buttons())
                if (box->buttonRole(button) == QMessageBox::AcceptRole)
                    button->click();
        });
        program.shell.signOut();
        CHECK(program.shell.mainWindow());  // the form's page has yet to hear
    });
    CHECK_FALSE(accepted);
    CHECK(asked.contains(QStringLiteral("A form was open")));
    CHECK(waitUntil([&] { return !program.shell.mainWindow(); }));
    CHECK(program.shell.startWindow());
}

TEST_CASE("the lock page forgets the refusal of last time and names the passphrase alone",
          "[ui-shell][lock]")
{
    Program program;
    LockPage* const lock = program.shell.mainWindow()->lockPage();
    program.shell.lock();
    program.unlock("not the passphrase");
    auto* banner = lock->findChild<QWidget*>(QStringLiteral("banner"));
    REQUIRE(waitUntil([&] { return banner->isVisible(); }));
    CHECK_FALSE(banner->accessibleName().contains(QStringLiteral("The account")));
    CHECK(banner->accessibleName().contains(QStringLiteral("not the passphrase of")));
    program.unlock();
    REQUIRE(waitUntil([&] { return !program.shell.mainWindow()->isLocked(); }));
    program.shell.lock();
    CHECK_FALSE(banner->isVisible());
}
