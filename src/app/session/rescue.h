#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "support/date.h"
#include "support/result.h"

namespace homeward::app {

struct Records;

// Words that an authority could not take any more (its files were replaced, its disk is full, an
// administrator has to decide first) are kept in an encrypted file in the person's own profile
// (Environment::rescueFolder), and the next sign-in of the same account offers them as drafts. The
// key is derived from the authority's, so nobody else reads them and no other authority is offered
// them.

/// Whether a draft that failed with `code` is worth keeping elsewhere.
bool needsRescue(ErrorCode code);

/// Keeps one draft, in place of an earlier one of the same editor and record. Gives the file. Fails
/// with: StorageFailed (also: no rescue folder), StorageFull, Locked.
Result<std::filesystem::path> rescueDraft(Session& session, const std::string& kind,
                                          const std::string& record, const std::string& body);

/// `kept` as it is; where it failed and needsRescue, with the fact "rescued" once the words are in
/// the rescue file. While another program is writing (StoreLocked) the words that reached the
/// rescue file are kept: on disk, found by owedDraft, and brought in by settleDrafts.
Result<Done> orRescued(Session& session, const std::string& kind, const std::string& record,
                       const std::string& body, Result<Done> kept);

/// Words of this session that wait in the rescue file for another program to finish writing;
/// empty: none of this record.
std::optional<std::string> owedDraft(Session& session, const std::string& kind,
                                     const std::string& record);
/// The draft of the signed-in person as it was kept last, on record or waiting to be; empty: none.
std::optional<std::string> draftIn(Records& records, Session& session, const std::string& kind,
                                   const std::string& record);
/// The record has no draft any more; call once that is on record.
void forgetOwedDraft(Session& session, const std::string& kind, const std::string& record);
/// Makes drafts of what waits, as far as that goes without waiting.
void settleDrafts(Session& session);

struct Rescue {
    std::filesystem::path file;
    Timestamp at;  ///< Of the latest words in it.
    int drafts = 0;
};
/// Those of the signed-in account for this authority, newest first; not this session's own.
Result<std::vector<Rescue>> findRescues(Session& session);

/// Makes drafts of them and removes the file. A newer draft of the same record stays, and then the
/// file stays too, so that nothing is lost. Gives the number of drafts made. Fails with:
/// FileUnreadable, and the errors of a use case.
Result<int> takeRescue(Session& session, const std::filesystem::path& file);

/// Removes the file. Fails with: StorageFailed.
Result<Done> discardRescue(Session& session, const std::filesystem::path& file);

}  // namespace homeward::app
