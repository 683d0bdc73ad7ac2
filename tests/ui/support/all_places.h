#pragma once

#include <QString>
#include <vector>

#include "tests/ui/support/ui_stage.h"

namespace homeward::ui::test {

struct NamedPlace {
    QString name;  ///< for file names, e.g. "child-needs"
    Place place;
};

/// Every page of the program in every part of it, with a child and a home that have something to
/// show.
std::vector<NamedPlace> allPlaces(const QString& child, const QString& home);

}  // namespace homeward::ui::test
