#include "app/authority/key_changes.h"

#include "app/session/use_case.h"
#include "storage/keys/key_file.h"

namespace homeward::app {

Result<Done> finishKeyChanges(Session& session)
{
    using Changes = storage::KeyFile::SlotChanges;
    const auto changes = query<Changes>(
        session, "key changes",
        [](Records& records) -> Result<Changes> {
            // Only what is on record: an older page of this table must not bring an older slot
            // back.
            Changes pending = records.keyChanges.all();
            std::erase_if(pending, [&](const auto& change) {
                const auto account = records.accounts.findByName(change.first);
                return !account || records.accounts.slotCheck(account->id) !=
                                       storage::KeyFile::checkOf(change.second);
            });
            return pending;
        },
        Right::SignIn);
    if (!changes)
        return changes.error();
    if (changes->empty())
        return Done{};
    const auto applied = storage::KeyFile::apply(keyFile(session.authority().folder), *changes,
                                                 session.impl().keys->database);
    if (!applied)
        return Error{ErrorCode::KeyChangePending, "key changes: " + applied.error().detail, {}};
    const auto database = databaseOf(session);
    if (!database)
        return database.error();
    // The trail has had its row; this only forgets what is done.
    (void)(*database)->write<Done>("forget key changes",
                                   [&](storage::Transaction& transaction) -> Result<Done> {
                                       storage::KeyChangeRepository pending(transaction);
                                       for (const auto& [account, slot] : *changes)
                                           pending.remove(account, slot);
                                       return Done{};
                                   });
    return Done{};
}

}  // namespace homeward::app
