#include "storage/keys/key_file.h"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "storage/engine/error_mapping.h"
#include "storage/keys/keyed_hash.h"
#include "support/files/durable_file.h"
#include "support/os/file.h"
#include "support/text/json_reading.h"

namespace homeward::storage {
namespace {

using Json = nlohmann::json;
using Bytes = std::vector<unsigned char>;

constexpr int kForm = 1;
constexpr const char* kKdf = "argon2id13";
// A file that asks for more than this is not ours; it must not make the program hang or exhaust
// memory.
constexpr unsigned long long kMostOperations = 64;
constexpr std::size_t kMostMemoryBytes = std::size_t{4} << 30;
/// Some 2,000 accounts.
constexpr JsonLimits kLimits{1u << 20, 20'000, 2'500, 1024, 8};
constexpr std::size_t kBoxBytes = crypto_secretbox_MACBYTES + kDatabaseKeyBytes;

struct Slot {
    std::string account;
    KdfLimits limits;
    Bytes salt;
    Bytes nonce;
    Bytes box;  ///< The database key, sealed.
    std::string check;
};

struct Content {
    std::string authorityName;
    bool demonstration = false;
    std::vector<Slot> slots;
};

Error damaged(const std::string& what)
{
    return {ErrorCode::KeyFileDamaged, "key file: " + what, {}};
}

Bytes randomBytes(std::size_t size)
{
    startSodium();
    Bytes bytes(size);
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string toBase64(const Bytes& bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

/// Exactly `size` bytes, or an exception that readContent turns into KeyFileDamaged.
Bytes fromBase64(const std::string& text, std::size_t size)
{
    Bytes bytes(size);
    std::size_t got = 0;
    const int result = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(),
                                         nullptr, &got, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (result != 0 || got != size)
        throw std::invalid_argument("base64");
    return bytes;
}

/// A whole number within the bounds, or an exception as above: never one that was cut to fit.
std::uint64_t numberFrom(const Json& json, std::uint64_t least, std::uint64_t most)
{
    const auto number =
        wholeNumber(json, static_cast<std::int64_t>(least), static_cast<std::int64_t>(most));
    if (!number)
        throw std::invalid_argument("number");
    return static_cast<std::uint64_t>(*number);
}

Slot slotFrom(const Json& json)
{
    Slot slot;
    slot.account = json.at("account").get<std::string>();
    slot.limits.operations =
        numberFrom(json.at("operations"), crypto_pwhash_OPSLIMIT_MIN, kMostOperations);
    slot.limits.memoryBytes =
        numberFrom(json.at("memory_bytes"), crypto_pwhash_MEMLIMIT_MIN, kMostMemoryBytes);
    slot.salt = fromBase64(json.at("salt").get<std::string>(), crypto_pwhash_SALTBYTES);
    slot.nonce = fromBase64(json.at("nonce").get<std::string>(), crypto_secretbox_NONCEBYTES);
    slot.box = fromBase64(json.at("box").get<std::string>(), kBoxBytes);
    slot.check = json.at("check").get<std::string>();
    if (json.at("kdf") != kKdf)
        throw std::invalid_argument("kdf");
    return slot;
}

Json toJson(const Slot& slot)
{
    return {{"account", slot.account},
            {"kdf", kKdf},
            {"operations", slot.limits.operations},
            {"memory_bytes", slot.limits.memoryBytes},
            {"salt", toBase64(slot.salt)},
            {"nonce", toBase64(slot.nonce)},
            {"box", toBase64(slot.box)},
            {"check", slot.check}};
}

Result<Content> parseContent(std::string_view text)
{
    const auto read = readJson(text, kLimits);
    if (!read) {
        Error error = damaged("not of the documented form");
        error.facts = read.error().facts;
        return error;
    }
    try {
        const Json& json = *read;
        if (numberFrom(json.at("min_reader"), 0, 1'000'000) > kForm)
            return Error{ErrorCode::StoreTooNew, "key file: newer form", {}};
        Content content;
        content.authorityName = json.at("authority").get<std::string>();
        content.demonstration = json.at("demonstration").get<bool>();
        for (const Json& slot : json.at("slots"))
            content.slots.push_back(slotFrom(slot));
        return content;
    } catch (const std::exception&) {
        return damaged("not of the documented form");
    }
}

Result<Content> readContent(const std::filesystem::path& file)
{
    const Result<std::optional<std::string>> text = readSmallFile(file);
    if (!text && text.error().code == ErrorCode::InvalidInput)
        return damaged("too large");
    if (!text)
        return text.error();
    if (!text->has_value())
        return Error{ErrorCode::KeyFileMissing, "key file: missing", {}};
    return parseContent(**text);
}

std::string toText(const Content& content)
{
    Json json = {{"form", kForm},
                 {"min_reader", kForm},
                 {"authority", content.authorityName},
                 {"demonstration", content.demonstration},
                 {"slots", Json::array()}};
    for (const Slot& slot : content.slots)
        json["slots"].push_back(toJson(slot));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// Ties a slot to its account and authority: without the database key no slot can be given another
/// name.
std::string slotCheck(const Content& content, const Slot& slot, const Secret& databaseKey)
{
    const auto view = [](const Bytes& bytes) {
        return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    return KeyedHash(derivedKey(databaseKey, "keyslots"), "homeward key slot 1")
        .add(content.authorityName)
        .add(content.demonstration ? 1LL : 0LL)
        .add(slot.account)
        .add(kKdf)
        .add(std::to_string(slot.limits.operations))
        .add(std::to_string(slot.limits.memoryBytes))
        .add(view(slot.salt))
        .add(view(slot.nonce))
        .add(view(slot.box))
        .hex();
}

/// Empty: not enough memory for this cost.
std::optional<Secret> wrappingKey(const Slot& slot, const Secret& passphrase)
{
    startSodium();
    Secret key(static_cast<std::size_t>(crypto_secretbox_KEYBYTES));
    const int result =
        crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(passphrase.data()),
                      passphrase.size(), slot.salt.data(), slot.limits.operations,
                      slot.limits.memoryBytes, crypto_pwhash_ALG_ARGON2ID13);
    if (result != 0)
        return std::nullopt;
    return key;
}

std::vector<Slot>::iterator findSlot(Content& content, const std::string& account)
{
    return std::find_if(content.slots.begin(), content.slots.end(),
                        [&](const Slot& slot) { return slot.account == account; });
}

bool belongs(const Content& content, const Slot& slot, const Secret& databaseKey)
{
    return sameHash(slot.check, slotCheck(content, slot, databaseKey));
}

/// The file, if it is that of this key: another authority's, put into the folder, must never be
/// given the key of this one.
Result<Content> readContentFor(const std::filesystem::path& file, const Secret& databaseKey)
{
    Result<Content> content = readContent(file);
    if (!content || content->slots.empty())
        return content;
    const bool isOurs =
        std::any_of(content->slots.begin(), content->slots.end(),
                    [&](const Slot& slot) { return belongs(*content, slot, databaseKey); });
    if (!isOurs)
        return damaged("no slot passes its check");
    return content;
}

std::optional<Slot> slotFromText(const std::string& text)
{
    try {
        const auto json = readJson(text, kLimits);
        return json ? std::optional(slotFrom(*json)) : std::nullopt;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

/// The key in the account's slot.
Result<KeyFile::Opened> openSlot(Content& content, const std::string& account,
                                 const Secret& passphrase)
{
    const auto slot = findSlot(content, account);
    if (slot == content.slots.end())
        return Error{ErrorCode::WrongPassphrase, "key file: no slot opens", {}};
    const std::optional<Secret> wrapping = wrappingKey(*slot, passphrase);
    if (!wrapping)
        return damaged("cost of a slot is beyond this machine");
    Secret databaseKey(kDatabaseKeyBytes);
    if (crypto_secretbox_open_easy(databaseKey.data(), slot->box.data(), slot->box.size(),
                                   slot->nonce.data(), wrapping->data()) != 0)
        return Error{ErrorCode::WrongPassphrase, "key file: no slot opens", {}};
    if (!belongs(content, *slot, databaseKey))
        return damaged("a slot fails its check");
    return KeyFile::Opened{std::move(databaseKey), slot->check};
}

Result<KeyFile::Description> described(const Result<Content>& content)
{
    if (!content)
        return content.error();
    KeyFile::Description description{content->authorityName, content->demonstration, {}};
    for (const Slot& slot : content->slots)
        description.accountNames.push_back(slot.account);
    std::sort(description.accountNames.begin(), description.accountNames.end());
    return description;
}

Error lockError(const os::FolderLock& lock, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file.parent_path(), ignored))
        return {ErrorCode::KeyFileMissing, "key file: no folder", {}};
    return fileError(lock.problem(), "lock key file");
}

}  // namespace

KdfLimits KdfLimits::moderate()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

KdfLimits KdfLimits::least()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

Secret KeyFile::newDatabaseKey()
{
    startSodium();
    Secret key(kDatabaseKeyBytes);
    randombytes_buf(key.data(), key.size());
    return key;
}

Result<Done> KeyFile::create(const std::filesystem::path& file, const std::string& authorityName,
                             bool demonstration)
{
    const os::FolderLock lock(file.parent_path());
    if (!lock.isHeld())
        return fileError(lock.problem(), "lock key file");
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return invalidInput("file", "already-exists");
    return replaceDurably(file, toText({authorityName, demonstration, {}}));
}

Result<KeyFile::Description> KeyFile::describe(const std::filesystem::path& file)
{
    return described(readContent(file));
}

Result<KeyFile::Description> KeyFile::describeText(std::string_view text)
{
    return described(parseContent(text));
}

Result<KeyFile::Opened> KeyFile::open(const std::filesystem::path& file, const std::string& account,
                                      const Secret& passphrase)
{
    Result<Content> content = readContent(file);
    if (!content)
        return content.error();
    return openSlot(*content, account, passphrase);
}

Result<Secret> KeyFile::unlock(const std::filesystem::path& file, const std::string& account,
                               const Secret& passphrase)
{
    Result<Opened> opened = open(file, account, passphrase);
    if (!opened)
        return opened.error();
    return std::move(opened->databaseKey);
}

Result<KeyFile::SealedSlot> KeyFile::sealSlot(const std::filesystem::path& file,
                                              const std::string& account, const Secret& passphrase,
                                              const Secret& databaseKey, const KdfLimits& limits)
{
    const Result<Content> content = readContentFor(file, databaseKey);
    if (!content)
        return content.error();
    Slot slot{account,
              limits,
              randomBytes(crypto_pwhash_SALTBYTES),
              randomBytes(crypto_secretbox_NONCEBYTES),
              Bytes(kBoxBytes),
              {}};
    const std::optional<Secret> wrapping = wrappingKey(slot, passphrase);
    if (!wrapping)
        return Error{ErrorCode::StorageFailed, "key file: no memory for the passphrase", {}};
    crypto_secretbox_easy(slot.box.data(), databaseKey.data(), databaseKey.size(),
                          slot.nonce.data(), wrapping->data());
    slot.check = slotCheck(*content, slot, databaseKey);
    return SealedSlot{toJson(slot).dump(), slot.check};
}

std::string KeyFile::checkOf(const std::string& slotText)
{
    const std::optional<Slot> slot = slotFromText(slotText);
    return slot ? slot->check : std::string();
}

Result<Done> KeyFile::apply(const std::filesystem::path& file, const SlotChanges& changes,
                            const Secret& databaseKey)
{
    const os::FolderLock lock(file.parent_path());
    if (!lock.isHeld())
        return lockError(lock, file);
    Result<Content> content = readContentFor(file, databaseKey);
    if (!content)
        return content.error();
    const std::string before = toText(*content);
    for (const auto& [account, text] : changes) {
        const auto old = findSlot(*content, account);
        if (old != content->slots.end())
            content->slots.erase(old);
        if (text.empty())
            continue;
        const std::optional<Slot> slot = slotFromText(text);
        if (!slot || slot->account != account || !belongs(*content, *slot, databaseKey))
            return damaged("a new slot fails its check");
        content->slots.push_back(*slot);
    }
    const std::string after = toText(*content);
    return after == before ? Result<Done>(Done{}) : replaceDurably(file, after);
}

Result<KeyFile::SealedSlot> KeyFile::putSlot(const std::filesystem::path& file,
                                             const std::string& account, const Secret& passphrase,
                                             const Secret& databaseKey, const KdfLimits& limits)
{
    Result<SealedSlot> slot = sealSlot(file, account, passphrase, databaseKey, limits);
    if (!slot)
        return slot;
    if (Result<Done> applied = apply(file, {{account, slot->text}}, databaseKey); !applied)
        return applied.error();
    return slot;
}

Result<Done> KeyFile::removeSlot(const std::filesystem::path& file, const std::string& account,
                                 const Secret& databaseKey)
{
    Result<Content> content = readContentFor(file, databaseKey);
    if (!content)
        return content.error();
    if (findSlot(*content, account) == content->slots.end())
        return Error{ErrorCode::NotFound, "key file: no such slot", {}};
    return apply(file, {{account, {}}}, databaseKey);
}

Result<std::map<std::string, std::string>> KeyFile::slotChecks(const std::filesystem::path& file,
                                                               const Secret& databaseKey)
{
    const Result<Content> content = readContent(file);
    if (!content)
        return content.error();
    std::map<std::string, std::string> checks;
    for (const Slot& slot : content->slots)
        checks[slot.account] = belongs(*content, slot, databaseKey) ? slot.check : std::string();
    return checks;
}

Result<Secret> KeyFile::unlockText(const std::string& text, const std::string& account,
                                   const Secret& passphrase)
{
    Result<Content> content = parseContent(text);
    if (!content)
        return content.error();
    Result<Opened> opened = openSlot(*content, account, passphrase);
    if (!opened)
        return opened.error();
    return std::move(opened->databaseKey);
}

Result<Done> KeyFile::checkText(const std::string& text, const Secret& databaseKey)
{
    const Result<Content> content = parseContent(text);
    if (!content)
        return content.error();
    for (const Slot& slot : content->slots)
        if (!belongs(*content, slot, databaseKey))
            return damaged("a slot fails its check");
    return content->slots.empty() ? Result<Done>(damaged("no slot")) : Result<Done>(Done{});
}

Secret derivedKey(const Secret& databaseKey, const char (&purpose)[9])
{
    static_assert(kDatabaseKeyBytes == crypto_kdf_KEYBYTES);
    static_assert(sizeof(purpose) == crypto_kdf_CONTEXTBYTES + 1);
    startSodium();
    Secret key(kDatabaseKeyBytes);
    crypto_kdf_derive_from_key(key.data(), key.size(), 1, purpose, databaseKey.data());
    return key;
}

}  // namespace homeward::storage
