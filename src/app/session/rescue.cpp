#include "app/session/rescue.h"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/session/draft_rows.h"
#include "app/session/use_case.h"
#include "app/session/waiting.h"
#include "storage/keys/key_file.h"
#include "storage/keys/keyed_hash.h"
#include "support/files/durable_file.h"
#include "support/text/path_text.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view kMagic = "HOMEWARD-RESCUE 1\n";
constexpr std::size_t kNameDigits = 16;
constexpr std::size_t kMostRescueBytes = std::size_t{64} << 20;

struct KeptDraft {
    std::string kind;
    std::string record;
    std::string body;
    Timestamp at;
};

/// The same for every session of one account in one authority, and says neither.
std::string ownerPart(const Session& session)
{
    return storage::KeyedHash(session.impl().keys->chain, "homeward rescue 1")
        .add(session.account().id.value)
        .hex()
        .substr(0, kNameDigits);
}

std::string seal(const Session& session, std::string plain)
{
    const Secret key = storage::derivedKey(session.impl().keys->database, "rescue01");
    std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), '\0');
    auto* const bytes = reinterpret_cast<unsigned char*>(box.data());
    randombytes_buf(bytes, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES,
                          reinterpret_cast<const unsigned char*>(plain.data()), plain.size(), bytes,
                          key.data());
    sodium_memzero(plain.data(), plain.size());
    return std::string(kMagic) + box;
}

std::optional<std::string> openBox(const Session& session, std::string_view text)
{
    if (!text.starts_with(kMagic))
        return std::nullopt;
    text.remove_prefix(kMagic.size());
    constexpr std::size_t kOverhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (text.size() < kOverhead)
        return std::nullopt;
    const Secret key = storage::derivedKey(session.impl().keys->database, "rescue01");
    std::string plain(text.size() - kOverhead, '\0');
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    const int opened = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char*>(plain.data()), bytes + crypto_secretbox_NONCEBYTES,
        text.size() - crypto_secretbox_NONCEBYTES, bytes, key.data());
    return opened == 0 ? std::optional(plain) : std::nullopt;
}

std::string toText(const std::vector<KeptDraft>& drafts)
{
    Json json = Json::array();
    for (const KeptDraft& draft : drafts)
        json.push_back({{"kind", draft.kind},
                        {"record", draft.record},
                        {"body", draft.body},
                        {"at", draft.at.toIso()}});
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::vector<KeptDraft>> readRescue(const Session& session, const fs::path& file)
{
    const Error unreadable{
        ErrorCode::FileUnreadable, "rescue file", {{"file", pathText(file.filename())}}};
    const auto text = readSmallFile(file, kMostRescueBytes);
    if (!text || !*text)
        return unreadable;
    const auto plain = openBox(session, **text);
    if (!plain)
        return unreadable;
    try {
        std::vector<KeptDraft> drafts;
        for (const Json& one : Json::parse(*plain))
            drafts.push_back(
                {one.at("kind").get<std::string>(), one.at("record").get<std::string>(),
                 one.at("body").get<std::string>(),
                 Timestamp::fromIso(one.at("at").get<std::string>()).value_or(Timestamp{})});
        return drafts;
    } catch (const std::exception&) {
        return unreadable;
    }
}

Timestamp latestOf(const std::vector<KeptDraft>& drafts)
{
    Timestamp latest;
    for (const KeptDraft& draft : drafts)
        latest = std::max(latest, draft.at);
    return latest;
}

/// Named once per session, at its first rescue.
fs::path& ownFile(Session& session)
{
    fs::path& file = session.impl().rescueFile;
    if (file.empty()) {
        const auto& environment = session.impl().shared->environment;
        file = environment.rescueFolder /
               (ownerPart(session) + '-' + environment.ids->next() + ".rescue");
    }
    return file;
}

/// What could be saved after all is not offered again.
void forgetRescued(Session& session, const std::string& kind, const std::string& record)
{
    const fs::path& file = session.impl().rescueFile;
    if (file.empty())
        return;
    auto drafts = readRescue(session, file);
    if (!drafts)
        return;
    std::erase_if(*drafts, [&](const KeptDraft& draft) {
        return draft.kind == kind && draft.record == record;
    });
    if (drafts->empty())
        (void)discardRescue(session, file);
    else
        (void)replaceDurably(file, seal(session, toText(*drafts)));
}

}  // namespace

bool needsRescue(ErrorCode code)
{
    return code == ErrorCode::StoreReplaced || code == ErrorCode::TrailContradiction ||
           code == ErrorCode::StorageFull || code == ErrorCode::StorageFailed ||
           code == ErrorCode::StoreDamaged;
}

Result<fs::path> rescueDraft(Session& session, const std::string& kind, const std::string& record,
                             const std::string& body)
{
    const auto& environment = session.impl().shared->environment;
    if (session.isLocked())
        return Error{ErrorCode::Locked, "rescue", {}};
    if (environment.rescueFolder.empty())
        return Error{ErrorCode::StorageFailed, "rescue: no folder", {}};
    std::error_code failed;
    fs::create_directories(environment.rescueFolder, failed);
    fs::permissions(environment.rescueFolder, fs::perms::owner_all, failed);
    const fs::path file = ownFile(session);
    std::vector<KeptDraft> drafts;
    if (fs::exists(file, failed))
        if (auto kept = readRescue(session, file))
            drafts = std::move(*kept);
    std::erase_if(drafts, [&](const KeptDraft& draft) {
        return draft.kind == kind && draft.record == record;
    });
    drafts.push_back({kind, record, body, environment.clock->now()});
    if (auto written = replaceDurably(file, seal(session, toText(drafts))); !written)
        return written.error();
    return file;
}

Result<Done> orRescued(Session& session, const std::string& kind, const std::string& record,
                       const std::string& body, Result<Done> kept)
{
    if (kept)
        forgetOwedDraft(session, kind, record);
    const bool mustWait = !kept && kept.error().code == ErrorCode::StoreLocked;
    if (kept || (!mustWait && !needsRescue(kept.error().code)))
        return kept;
    const auto file = rescueDraft(session, kind, record, body);
    if (mustWait && file) {
        session.impl().owedDrafts.emplace(kind, record);
        return Done{};
    }
    Error error = kept.error();
    if (file && !mustWait)
        error.facts["rescued"] = file->string();
    return error;
}

std::optional<std::string> owedDraft(Session& session, const std::string& kind,
                                     const std::string& record)
{
    const Session::Impl& impl = session.impl();
    if (!impl.owedDrafts.contains({kind, record}))
        return std::nullopt;
    const auto drafts = readRescue(session, impl.rescueFile);
    if (drafts)
        for (const KeptDraft& draft : *drafts)
            if (draft.kind == kind && draft.record == record)
                return draft.body;
    return std::nullopt;
}

std::optional<std::string> draftIn(Records& records, Session& session, const std::string& kind,
                                   const std::string& record)
{
    auto owed = owedDraft(session, kind, record);
    if (owed)
        return owed;
    auto shown = shownDraft(records, session, kind, record);
    return shown ? std::optional(std::move(shown->body)) : std::nullopt;
}

void forgetOwedDraft(Session& session, const std::string& kind, const std::string& record)
{
    session.impl().owedDrafts.erase({kind, record});
    forgetRescued(session, kind, record);
}

void settleDrafts(Session& session)
{
    const auto owed = session.impl().owedDrafts;
    if (owed.empty())
        return;
    const auto drafts = readRescue(session, session.impl().rescueFile);
    if (!drafts)
        return;
    const NoWaiting atOnce(session);
    const auto kept = commit<Done>(
        session, "keep-draft", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<Done> {
            for (const KeptDraft& draft : *drafts) {
                const auto there = shownDraft(unit, session, draft.kind, draft.record);
                if (!owed.contains({draft.kind, draft.record}) ||
                    (there && draft.at < there->changedAt))
                    continue;
                putDraft(unit, session, draft.kind, draft.record, draft.body, draft.at);
                unit.touched(Aggregate::Draft, draft.record);
            }
            return Done{};
        });
    if (kept)
        for (const auto& [kind, record] : owed)
            forgetOwedDraft(session, kind, record);
}

Result<std::vector<Rescue>> findRescues(Session& session)
{
    std::vector<Rescue> rescues;
    const fs::path& folder = session.impl().shared->environment.rescueFolder;
    if (session.isLocked() || folder.empty())
        return rescues;
    const std::string owner = ownerPart(session) + '-';
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const fs::path& file = entry->path();
        const bool ours = pathText(file.filename()).starts_with(owner) &&
                          file.extension() == ".rescue" && file != session.impl().rescueFile;
        if (!ours)
            continue;
        if (const auto drafts = readRescue(session, file))
            rescues.push_back({file, latestOf(*drafts), static_cast<int>(drafts->size())});
    }
    std::sort(rescues.begin(), rescues.end(),
              [](const Rescue& a, const Rescue& b) { return b.at < a.at; });
    return rescues;
}

Result<int> takeRescue(Session& session, const fs::path& file)
{
    const auto drafts = readRescue(session, file);
    if (!drafts)
        return drafts.error();
    int left = 0;
    auto taken = commit<int>(
        session, "keep-draft", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<int> {
            int made = 0;
            left = 0;
            for (const KeptDraft& draft : *drafts) {
                const auto there = shownDraft(unit, session, draft.kind, draft.record);
                if (there && draft.at < there->changedAt) {
                    ++left;
                    continue;
                }
                putDraft(unit, session, draft.kind, draft.record, draft.body, draft.at);
                unit.touched(Aggregate::Draft, draft.record);
                ++made;
            }
            return made;
        });
    if (taken && left == 0)
        (void)discardRescue(session, file);
    return taken;
}

Result<Done> discardRescue(Session&, const fs::path& file)
{
    std::error_code failed;
    fs::remove(file, failed);
    if (failed)
        return fileError(failed, "remove rescue file");
    return Done{};
}

}  // namespace homeward::app
