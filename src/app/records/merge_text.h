#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/care_history.h"
#include "domain/fields.h"
#include "domain/home.h"

namespace homeward::app {

/// What was done when two records became one: all that the way back needs.
struct WayBack {
    FieldTexts gone;    ///< of the record that went
    FieldTexts filled;  ///< fields of the kept record that it filled, as they were before
    std::map<std::string, std::vector<std::string>> moved;  ///< ids of rows, by table
    std::vector<PlacementId> withdrawn;  ///< because the other record's placements stand
    std::vector<DecidedDaysId> decided;  ///< noted for those
    std::vector<CarePeriod> periods;     ///< taken out, likewise
    std::vector<LegalStatus> legalStatuses;
    std::vector<ChildId> siblings;        ///< of the record that went
    std::vector<ChildId> newSiblings;     ///< that the kept record got from it
    std::vector<HomeId> homes;            ///< whose approval named the record that went
    std::vector<std::string> placements;  ///< of both, when they were merged
};

/// JSON of one line.
std::string wayBackText(const WayBack& wayBack);
/// Empty: the text is not one that wayBackText wrote.
std::optional<WayBack> wayBackFrom(const std::string& text);

}  // namespace homeward::app
