#pragma once

#include <QColor>

#include "domain/statutory_codes.h"

namespace homeward::ui {

/// Colours of a kind of place in timelines; its name always stands with it.
struct PlaceGroupLook {
    QColor fill;
    QColor line;
    QColor text;
};
PlaceGroupLook lookOf(PlaceGroup group);

}  // namespace homeward::ui
