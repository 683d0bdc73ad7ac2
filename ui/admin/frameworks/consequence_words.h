#pragma once

#include <QString>
#include <QStringList>

#include "app/needs/frameworks.h"

namespace homeward::ui {

/// What happens when a framework is made current, in sentences with their numbers.
struct ConsequenceWords {
    QString warning;    ///< needs that would be lost from sight; empty: none would
    QStringList lines;  ///< the rest; at least one
};
ConsequenceWords consequenceWords(const app::FrameworkConsequences& found);

}  // namespace homeward::ui
