#include "ui/shell/frame/help_dialogs.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/tasks/action_catalogue.h"

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HelpDialogs)
};

void addClose(QDialog& dialog, QVBoxLayout& column)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column.addWidget(buttons);
}

void addKey(QGridLayout& grid, const QString& keys, const QString& what)
{
    const int row = grid.rowCount();
    auto* key = new QLabel(keys);
    setRole(key, "key");
    grid.addWidget(key, row, 0, Qt::AlignLeft);
    grid.addWidget(new QLabel(what), row, 1);
}

QGridLayout* addHalf(QHBoxLayout& halves)
{
    auto* half = new QVBoxLayout;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    half->addLayout(grid);
    half->addStretch(1);
    halves.addLayout(half);
    return grid;
}

void addEverywhere(QGridLayout& grid, const ActionCatalogue& actions)
{
    for (const QAction* action : actions.all())
        if (!action->shortcut().isEmpty())
            addKey(grid, action->shortcut().toString(QKeySequence::NativeText), action->text());
}

void addOnPages(QGridLayout& grid)
{
    const auto native = [](const QKeySequence& keys) {
        return keys.toString(QKeySequence::NativeText);
    };
    addKey(grid, Words::tr("Ctrl+Tab"), Words::tr("Next tab of the page"));
    addKey(grid, native(QKeySequence::Find), Words::tr("Find in the list on screen"));
    addKey(grid, native(QKeySequence::Copy), Words::tr("Copy the selected rows of a table"));
    addKey(grid, native(Qt::CTRL | Qt::Key_Z),
           Words::tr("Undo the last phrase, in whichever field"));
    addKey(grid, native(Qt::CTRL | Qt::Key_Y), Words::tr("Redo"));
    for (const GridKey& key : gridKeys())
        addKey(grid, key.keys, key.words);
}

}  // namespace

void showAbout(Dialogs& dialogs, QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(Words::tr("About Homeward"));
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    auto* mark = new QLabel;
    mark->setPixmap(QIcon(QStringLiteral(":/icons/homeward.svg")).pixmap(56, 56));
    auto* name = new QLabel(Words::tr("Homeward %1").arg(QCoreApplication::applicationVersion()));
    setRole(name, "title");
    auto* words = new QLabel(Words::tr(
        "Needs, homes and what changes, for children's services.\n\n"
        "Free software under the GNU General Public License, version 3 or later. It comes with no "
        "warranty. Records stay in the folder you chose, encrypted; nothing is sent anywhere."));
    words->setWordWrap(true);
    words->setMinimumWidth(360);
    column->addWidget(mark);
    column->addWidget(name);
    column->addWidget(words);
    addClose(dialog, *column);
    dialogs.run(dialog);
}

void showKeys(Dialogs& dialogs, const ActionCatalogue& actions, QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(Words::tr("Keys"));
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 24, 24, 16);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(32);
    addEverywhere(*addHalf(*halves), actions);
    addOnPages(*addHalf(*halves));
    column->addLayout(halves);
    column->addSpacing(8);
    addClose(dialog, *column);
    dialogs.run(dialog);
}

}  // namespace homeward::ui
