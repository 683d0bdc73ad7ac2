#pragma once

class QWidget;

namespace homeward::ui {

class ActionCatalogue;
class Dialogs;

void showAbout(Dialogs& dialogs, QWidget* parent);
/// All keys of the program, from the catalogue, and those of the grids.
void showKeys(Dialogs& dialogs, const ActionCatalogue& actions, QWidget* parent);

}  // namespace homeward::ui
