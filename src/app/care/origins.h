#pragma once

#include <string>

#include "app/session/use_case.h"
#include "app/care/placements.h"
#include "domain/child.h"
#include "domain/reported.h"

namespace homeward::app {

/// Says of a child's placements where their dates come from: from the rows of returns that stand,
/// and from what was put right here.
class Origins {
public:
    Origins(Records& records, const Child& child);

    DateOrigin ofBeginning(const Placement& placement) const;
    /// `history` is all of the child's. Of a placement that ended.
    DateOrigin ofEnd(const Placement& placement, const CareHistory& history) const;

private:
    struct Told {
        Episode episode;
        DateOrigin origin;
    };
    bool isDecided(Date day) const;
    const Told* toldBeginning(const Placement& placement) const;

    std::vector<Told> m_told;  ///< by year, file and line
    std::vector<DecidedDays> m_decided;
};

}  // namespace homeward::app
