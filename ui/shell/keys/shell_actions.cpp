#include "ui/shell/keys/shell_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>

#include "app/session/session.h"
#include "ui/shared/tasks/action_catalogue.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/languages.h"
#include "ui/shared/words/plain_words.h"
#include "ui/shell/frame/help_dialogs.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ShellActionWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ShellActions)
};

void addThemeActions(ActionCatalogue& actions)
{
    auto* group = new QActionGroup(&actions);
    const std::tuple<Theme::Mode, QString, QString> choices[] = {
        {Theme::Mode::System, u"theme.system"_s, ShellActionWords::tr("As the system")},
        {Theme::Mode::Light, u"theme.light"_s, ShellActionWords::tr("Light")},
        {Theme::Mode::Dark, u"theme.dark"_s, ShellActionWords::tr("Dark")}};
    for (const auto& [mode, id, words] : choices) {
        QAction* const action = actions.add(id, words);
        action->setCheckable(true);
        action->setChecked(Theme::instance().mode() == mode);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &actions, [chosen = mode] {
            Settings::setTheme(chosen);
            Theme::instance().setMode(chosen);
        });
    }
}

void addIdleMenu(QMenu& menu)
{
    QMenu* const idle = menu.addMenu(ShellActionWords::tr("Lock when idle"));
    auto* group = new QActionGroup(idle);
    for (const int minutes : Settings::idleChoices()) {
        QAction* const action =
            idle->addAction(ShellActionWords::tr("After %n minute(s)", nullptr, minutes));
        action->setCheckable(true);
        action->setChecked(Settings::idleMinutes() == minutes);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, idle,
                         [minutes] { Settings::setIdleMinutes(minutes); });
        QObject::connect(&Settings::events(), &Settings::Events::idleMinutesChanged, action,
                         [action, minutes](int now) { action->setChecked(now == minutes); });
    }
}

/// Only where there is a choice.
void addLanguageMenu(QMenu& menu)
{
    const QList<Language> languages = Languages::instance().all();
    if (languages.size() < 2)
        return;
    QMenu* const choice = menu.addMenu(ShellActionWords::tr("Language"));
    choice->setObjectName(u"languageMenu"_s);
    auto* group = new QActionGroup(choice);
    for (const Language& language : languages) {
        QAction* const action = choice->addAction(buttonWords(language.name));
        action->setObjectName(u"language."_s + language.key);
        action->setCheckable(true);
        action->setChecked(language.key == Languages::instance().current());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, choice,
                         [key = language.key] { Settings::setLanguage(key); });
        QObject::connect(
            &Settings::events(), &Settings::Events::languageChanged, action,
            [action, key = language.key](const QString& now) { action->setChecked(now == key); });
    }
}

}  // namespace

void addShellActions(ActionCatalogue& actions, Dialogs& dialogs, const ShellCommands& commands)
{
    const auto add = [&](const QString& id, const QString& words, const QString& icon,
                         const QList<QKeySequence>& keys, const std::function<void()>& act) {
        QObject::connect(actions.add(id, words, icon, keys), &QAction::triggered, &actions,
                         [act] { act(); });
    };
    add(u"authority.lock"_s, ShellActionWords::tr("Lock now"), u"lock"_s,
        {QKeySequence(u"Ctrl+L"_s)}, commands.lock);
    add(u"authority.sign-out"_s, ShellActionWords::tr("Sign out"), u"sign-out"_s, {},
        commands.signOut);
    add(u"authority.open"_s, ShellActionWords::tr("Open another authority…"), u"drop-file"_s, {},
        commands.openAuthority);
    add(u"authority.create"_s, ShellActionWords::tr("Create an authority…"), u"plus"_s, {},
        commands.createAuthority);
    addThemeActions(actions);
    add(u"program.quit"_s, ShellActionWords::tr("Quit"), u"close"_s, {QKeySequence(u"Ctrl+Q"_s)},
        commands.quit);
    add(u"help.keys"_s, ShellActionWords::tr("Keys"), u"question"_s,
        {QKeySequence(QKeySequence::HelpContents)},
        [&actions, &dialogs] { showKeys(dialogs, actions, QApplication::activeWindow()); });
    add(u"help.about"_s, ShellActionWords::tr("About Homeward"), u"info"_s, {},
        [&dialogs] { showAbout(dialogs, QApplication::activeWindow()); });
}

QMenu* makeAccountMenu(ActionCatalogue& actions, const app::Session& session)
{
    auto* menu = new QMenu;
    QAction* const who = menu->addAction(buttonWords(ShellActionWords::tr("%1, %2").arg(
        text(session.account().personName), label(session.account().role))));
    who->setEnabled(false);
    menu->addSeparator();
    menu->addAction(actions.find(u"authority.lock"_s));
    addIdleMenu(*menu);
    menu->addAction(actions.find(u"authority.sign-out"_s));
    menu->addSeparator();
    QMenu* const theme = menu->addMenu(ShellActionWords::tr("Look"));
    for (const QString& id : {u"theme.system"_s, u"theme.light"_s, u"theme.dark"_s})
        theme->addAction(actions.find(id));
    addLanguageMenu(*menu);
    menu->addSeparator();
    menu->addAction(actions.find(u"authority.open"_s));
    menu->addAction(actions.find(u"authority.create"_s));
    menu->addSeparator();
    menu->addAction(actions.find(u"help.keys"_s));
    menu->addAction(actions.find(u"help.about"_s));
    menu->addSeparator();
    menu->addAction(actions.find(u"program.quit"_s));
    return menu;
}

}  // namespace homeward::ui
