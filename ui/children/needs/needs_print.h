#pragma once

#include <QString>

#include "app/records/children.h"
#include "domain/needs/assessment.h"
#include "domain/needs/needs_framework.h"

namespace homeward::ui {

/// What is printed of one needs assessment.
struct PrintedNeeds {
    app::ChildPage page;
    NeedsFramework framework;
    std::vector<Rating> ratings;
    Date assessedOn;
    QString state;  ///< "Completed by ... on ...", or that it is a draft
};

/// The child's own words first, then every domain with level, meaning and evidence.
QString needsHtml(const PrintedNeeds& needs);

}  // namespace homeward::ui
