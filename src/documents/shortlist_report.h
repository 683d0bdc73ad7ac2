#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "documents/message_catalogue.h"
#include "domain/needs/needs_framework.h"
#include "matching/shortlist.h"
#include "support/date.h"

namespace homeward::documents {

struct ReportedHousehold {
    std::string name;
    std::string reference;
    std::string provider;  ///< may be empty
    std::optional<int> weeklyCostPence;
};

/// A brother or sister in care.
struct ReportedSibling {
    std::string name;
    int ageYears = 0;
    std::string homeName;  ///< empty: in no home of the register
};

/// A shortlist with the names a reader needs.
struct ShortlistReport {
    std::string authority;
    bool demonstration = false;  ///< the report says that everything in it is invented
    std::string childName;
    std::string caseNumber;
    std::string search;  ///< under which the list is on record; empty: it is not
    matching::Request request;
    std::optional<Date> assessedOn;                  ///< of the assessment that was used
    int lookedAt = 0;                                ///< households of the kind asked for
    std::vector<ReportedSibling> siblings;           ///< of the child, in care on the day
    std::map<HomeId, ReportedHousehold> households;  ///< every one in the list
    NeedsFramework framework;
    matching::Shortlist list;
};

/// Plain text for a terminal: the first `limit` candidates, the first three with every point of
/// their score, all near misses, and how often each limit stands in the way of the rest.
std::string shortlistText(const ShortlistReport& report, std::size_t limit,
                          const MessageCatalogue& words);

/// One HTML page that needs nothing else and prints on A4: everything the list knows, all reasons
/// included. All text is escaped.
std::string shortlistHtml(const ShortlistReport& report, std::size_t limit,
                          const MessageCatalogue& words);

}  // namespace homeward::documents
