#include "storage/records/postcode_repository.h"

#include "storage/engine/query.h"

namespace homeward::storage {

std::optional<GridReference> PostcodeRepository::find(const std::string& key)
{
    int easting = 0;
    int northing = 0;
    const bool found =
        Query(m_transaction.session(), "select easting, northing from postcode where key = :key")
            .into(easting)
            .into(northing)
            .with(key)
            .first();
    if (!found)
        return std::nullopt;
    return GridReference{static_cast<double>(easting), static_cast<double>(northing)};
}

int PostcodeRepository::count()
{
    int rows = 0;
    Query(m_transaction.session(), "select count(*) from postcode").into(rows).first();
    return rows;
}

void PostcodeRepository::put(const std::vector<PostcodePlace>& places)
{
    std::string key;
    int easting = 0;
    int northing = 0;
    Query remove(m_transaction.session(), "delete from postcode where key = :key");
    remove.with(key);
    Query insert(m_transaction.session(),
                 "insert into postcode (key, easting, northing) values (:key, :easting, "
                 ":northing)");
    insert.with(key).with(easting).with(northing);
    for (const PostcodePlace& place : places) {
        key = place.key;
        easting = static_cast<int>(place.place.eastingM);
        northing = static_cast<int>(place.place.northingM);
        remove.run();
        insert.run();
    }
}

void PostcodeRepository::clear()
{
    Query(m_transaction.session(), "delete from postcode").run();
}

}  // namespace homeward::storage
