#include "app/exchange/postcodes.h"

#include "app/session/use_case.h"
#include "exchange/postcode_directory.h"
#include "storage/records/postcode_repository.h"
#include "support/text/path_text.h"

namespace homeward::app {
namespace {

constexpr const char* kUseCase = "load-postcodes";
constexpr const char* kSource = "postcode-directory";
constexpr const char* kLoadedOn = "postcode-directory-loaded";
constexpr std::size_t kStretch = 20'000;

Result<Done> writeStretch(Session& session, const std::vector<PostcodePlace>& places)
{
    return commit<Done>(session, kUseCase, Right::ImportReturns,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            storage::PostcodeRepository(unit.transaction).put(places);
                            return Done{};
                        });
}

Result<Done> recordFile(Session& session, const std::string& name, std::size_t taken)
{
    return commit<Done>(
        session, kUseCase, Right::ImportReturns, [&](UnitOfWork& unit) -> Result<Done> {
            unit.info.set(kSource, name);
            unit.info.set(kLoadedOn, unit.today().toIso());
            unit.audit("postcodes", name, {}, {}, {{"rows", std::to_string(taken)}});
            unit.touched(Aggregate::Home);
            return Done{};
        });
}

Result<exchange::DirectoryRead> loadFile(Session& session, const std::filesystem::path& file,
                                         const RunControl& control)
{
    std::vector<PostcodePlace> places;
    std::optional<Error> failure;
    const auto write = [&] {
        if (!failure && !places.empty())
            if (const auto written = writeStretch(session, places); !written)
                failure = written.error();
        places.clear();
    };
    RunControl stopping = control;
    stopping.stop = [&] { return failure || control.stopRequested(); };
    const auto read = exchange::readPostcodes(
        file,
        [&](PostcodePlace place) {
            places.push_back(std::move(place));
            if (places.size() == kStretch)
                write();
        },
        stopping);
    write();
    if (failure)
        return *failure;
    if (read)
        if (const auto recorded = recordFile(session, pathText(file.filename()), read->taken);
            !recorded)
            return recorded.error();
    return read;
}

}  // namespace

Result<PostcodeDirectory> postcodeDirectory(Session& session)
{
    return query<PostcodeDirectory>(
        session, "postcode directory", [](Records& records) -> Result<PostcodeDirectory> {
            PostcodeDirectory directory;
            directory.postcodes = storage::PostcodeRepository(records.transaction).count();
            directory.source = records.info.value(kSource).value_or("");
            directory.loadedOn = Date::fromIso(records.info.value(kLoadedOn).value_or(""));
            return directory;
        });
}

Result<PostcodesLoaded> loadPostcodes(Session& session,
                                      const std::vector<std::filesystem::path>& files,
                                      const RunControl& control)
{
    PostcodesLoaded loaded;
    for (const std::filesystem::path& file : files) {
        const auto read = loadFile(session, file, control);
        if (!read)
            return read.error();
        loaded.taken += read->taken;
        loaded.withoutPlace += read->withoutPlace;
    }
    return loaded;
}

Result<std::optional<GridReference>> placeOfPostcode(Session& session, const std::string& written)
{
    const std::string key = postcodeKey(written);
    if (!isPostcodeKey(key))
        return std::optional<GridReference>();
    return query<std::optional<GridReference>>(
        session, "place of postcode",
        [&](Records& records) -> Result<std::optional<GridReference>> {
            return storage::PostcodeRepository(records.transaction).find(key);
        });
}

std::optional<Location> placeOf(storage::Transaction& transaction,
                                const std::optional<Location>& written, const std::string& postcode)
{
    if (written)
        return written;
    const std::string key = postcodeKey(postcode);
    if (!isPostcodeKey(key))
        return std::nullopt;
    if (const auto place = storage::PostcodeRepository(transaction).find(key))
        return Location(*place);
    return std::nullopt;
}

}  // namespace homeward::app
