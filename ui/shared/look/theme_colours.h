#pragma once

#include <QMap>
#include <QPalette>
#include <QString>

#include "ui/shared/look/theme.h"

namespace homeward::ui {

const Colours& lightColours();
const Colours& darkColours();

/// The Qt palette that goes with them.
QPalette paletteOf(const Colours& colours);

/// Colours by the names the style sheet uses, e.g. "card" -> "#ffffff".
QMap<QString, QString> styleColours(const Colours& colours);

}  // namespace homeward::ui
