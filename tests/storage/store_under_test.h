#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/engine/database.h"
#include "tests/support/temporary_folder.h"

namespace homeward::test {

inline Secret fixedKey(unsigned char seed = 7)
{
    Secret key(std::size_t{32});
    for (std::size_t i = 0; i < key.size(); ++i)
        key.data()[i] = static_cast<unsigned char>(seed + 11 * i);
    return key;
}

/// A way to get an empty store. The contract suite runs against every one of engines(); a new
/// engine is one more entry there.
struct Engine {
    std::string name;
    std::function<std::unique_ptr<storage::Database>(const std::filesystem::path& folder)>
        makeStore;
};

inline std::vector<Engine> engines()
{
    return {{"sqlcipher", [](const std::filesystem::path& folder) {
                 auto made = storage::Database::create(folder / "authority.db", fixedKey());
                 REQUIRE(made.ok());
                 return std::move(*made);
             }}};
}

/// A fresh store of one engine.
class StoreUnderTest {
public:
    explicit StoreUnderTest(const Engine& engine) : m_database(engine.makeStore(m_folder.path())) {}

    storage::Database& database() { return *m_database; }

    /// Runs `work` in one write transaction that must succeed.
    template <typename Work>
    void write(Work work)
    {
        const Result<Done> result =
            m_database->write<Done>("test", [&](storage::Transaction& transaction) -> Result<Done> {
                work(transaction);
                return Done{};
            });
        INFO((result.ok() ? std::string() : result.error().detail));
        REQUIRE(result.ok());
    }

    /// What `work` gives inside one read transaction that must succeed.
    template <typename Work>
    auto read(Work work)
    {
        using Answer = decltype(work(std::declval<storage::Transaction&>()));
        Result<Answer> result = m_database->read<Answer>(
            "test",
            [&](storage::Transaction& transaction) -> Result<Answer> { return work(transaction); });
        INFO((result.ok() ? std::string() : result.error().detail));
        REQUIRE(result.ok());
        return std::move(*result);
    }

private:
    TemporaryFolder m_folder;
    std::unique_ptr<storage::Database> m_database;
};

}  // namespace homeward::test

namespace Catch {
template <>
struct StringMaker<homeward::test::Engine> {
    static std::string convert(const homeward::test::Engine& engine) { return engine.name; }
};
}  // namespace Catch
