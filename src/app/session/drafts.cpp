#include "app/session/drafts.h"

#include <algorithm>

#include "app/session/draft_rows.h"
#include "app/session/rescue.h"

namespace homeward::app {
namespace {

/// Of what every window has alike.
const std::string kEveryWindow;

const std::string& ownWriter(const Session& session)
{
    return session.impl().shared->draftWriter;
}

bool isAdopted(const Session& session, const storage::StoredDraft& draft)
{
    const auto adopted = session.impl().shared->adoptedDraft(draft.kind, draft.record);
    // Written since by its own window: then it is another one again.
    return adopted && adopted->writer == draft.writer && adopted->changedAt == draft.changedAt;
}

/// What this window went on with is part of what it writes, as long as nobody else went on with it.
void removeAdopted(UnitOfWork& unit, const Session& session, const std::string& kind,
                   const std::string& record)
{
    for (const storage::StoredDraft& draft : unit.drafts.of(session.account().id, kind, record))
        if (isAdopted(session, draft))
            unit.drafts.remove(session.account().id, kind, record, draft.writer);
}

}  // namespace

std::optional<storage::StoredDraft> shownDraft(Records& records, const Session& session,
                                               const std::string& kind, const std::string& record)
{
    const auto drafts = records.drafts.of(session.account().id, kind, record);
    const auto own = std::ranges::find(drafts, ownWriter(session), &storage::StoredDraft::writer);
    if (own != drafts.end())
        return *own;
    const auto adopted = std::ranges::find_if(
        drafts, [&](const storage::StoredDraft& draft) { return isAdopted(session, draft); });
    if (adopted != drafts.end())
        return *adopted;
    return drafts.empty() ? std::nullopt : std::optional(drafts.front());
}

void adoptDraft(const Session& session, const storage::StoredDraft& draft)
{
    if (draft.writer != ownWriter(session))
        session.impl().shared->adoptDraft(draft.kind, draft.record,
                                          {draft.writer, draft.changedAt});
}

void putDraft(UnitOfWork& unit, const Session& session, const std::string& kind,
              const std::string& record, const std::string& body, Timestamp at)
{
    unit.drafts.put(session.account().id, {kind, record, ownWriter(session), body, at});
    removeAdopted(unit, session, kind, record);
}

void removeDraft(UnitOfWork& unit, const Session& session, const std::string& kind,
                 const std::string& record)
{
    unit.drafts.remove(session.account().id, kind, record, ownWriter(session));
    removeAdopted(unit, session, kind, record);
}

std::vector<storage::StoredDraft> draftsBeside(Records& records, const Session& session,
                                               const std::string& kind, const std::string& record)
{
    auto drafts = records.drafts.of(session.account().id, kind, record);
    std::erase_if(drafts, [&](const storage::StoredDraft& draft) {
        return draft.writer == ownWriter(session) || isAdopted(session, draft);
    });
    return drafts;
}

Result<Done> keepDraft(Session& session, const std::string& kind, const std::string& record,
                       const std::string& body)
{
    return orRescued(session, kind, record, body,
                     commit<Done>(session, "keep-draft", Right::ReadRecords,
                                  [&](UnitOfWork& unit) -> Result<Done> {
                                      putDraft(unit, session, kind, record, body, unit.stamp().at);
                                      unit.touched(Aggregate::Draft, record);
                                      return Done{};
                                  }));
}

Result<std::optional<std::string>> readDraft(Session& session, const std::string& kind,
                                             const std::string& record)
{
    return query<std::optional<std::string>>(
        session, "read draft", [&](Records& records) -> Result<std::optional<std::string>> {
            if (const auto shown = shownDraft(records, session, kind, record))
                adoptDraft(session, *shown);
            return draftIn(records, session, kind, record);
        });
}

void goOnWith(Session& session, const std::string& kind, const std::string& record,
              const DraftVersion& draft)
{
    adoptDraft(session, {kind, record, draft.writer, {}, draft.changedAt});
}

Result<Done> dropDraft(Session& session, const std::string& kind, const std::string& record)
{
    auto dropped = commit<Done>(session, "drop-draft", Right::ReadRecords,
                                [&](UnitOfWork& unit) -> Result<Done> {
                                    removeDraft(unit, session, kind, record);
                                    unit.touched(Aggregate::Draft, record);
                                    return Done{};
                                });
    if (dropped)
        forgetOwedDraft(session, kind, record);
    return dropped;
}

Result<std::vector<DraftVersion>> otherDrafts(Session& session, const std::string& kind,
                                              const std::string& record)
{
    return query<std::vector<DraftVersion>>(
        session, "other drafts", [&](Records& records) -> Result<std::vector<DraftVersion>> {
            std::vector<DraftVersion> others;
            for (const storage::StoredDraft& draft : draftsBeside(records, session, kind, record))
                others.push_back({draft.writer, draft.changedAt});
            return others;
        });
}

Result<Done> switchDraft(Session& session, const std::string& kind, const std::string& record,
                         const std::string& writer)
{
    storage::StoredDraft wanted;
    auto switched = commit<Done>(
        session, "switch-draft", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<Done> {
            const auto drafts = unit.drafts.of(session.account().id, kind, record);
            const auto found = std::ranges::find(drafts, writer, &storage::StoredDraft::writer);
            if (found == drafts.end())
                return notFound("draft", record);
            wanted = *found;
            // As of another window from now on.
            unit.drafts.rename(session.account().id, kind, record, ownWriter(session),
                               unit.newId<Id<struct DraftTag>>().value);
            unit.touched(Aggregate::Draft, record);
            return Done{};
        });
    if (switched)
        adoptDraft(session, wanted);
    return switched;
}

Result<Done> keepChoices(Session& session, const std::string& kind, const std::string& record,
                         const std::string& body)
{
    return commit<
        Done>(session, "keep-draft", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<Done> {
        unit.drafts.put(session.account().id, {kind, record, kEveryWindow, body, unit.stamp().at});
        return Done{};
    });
}

Result<std::optional<std::string>> readChoices(Session& session, const std::string& kind,
                                               const std::string& record)
{
    return query<std::optional<std::string>>(
        session, "read choices", [&](Records& records) -> Result<std::optional<std::string>> {
            const auto kept = records.drafts.of(session.account().id, kind, record);
            return kept.empty() ? std::nullopt : std::optional(kept.front().body);
        });
}

Result<Done> dropChoices(Session& session, const std::string& kind, const std::string& record)
{
    return commit<Done>(session, "drop-draft", Right::ReadRecords,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            unit.drafts.remove(session.account().id, kind, record, kEveryWindow);
                            return Done{};
                        });
}

}  // namespace homeward::app
