#include "app/records/merge_text.h"

#include <nlohmann/json.hpp>

namespace homeward::app {
namespace {

using Json = nlohmann::json;

template <typename Tag>
Json idsOf(const std::vector<Id<Tag>>& ids)
{
    Json json = Json::array();
    for (const auto& id : ids)
        json.push_back(id.value);
    return json;
}

template <typename Tag>
void readIds(const Json& json, std::vector<Id<Tag>>& ids)
{
    for (const Json& id : json)
        ids.push_back({id.get<std::string>()});
}

template <typename Record>
Json recordsOf(const std::vector<Record>& records)
{
    Json json = Json::array();
    for (const Record& record : records)
        json.push_back({{"id", record.id.value},
                        {"child", record.child.value},
                        {"fields", fieldTexts(record)}});
    return json;
}

template <typename Record>
bool readRecords(const Json& json, std::vector<Record>& records)
{
    for (const Json& one : json) {
        auto record = withTexts(Record{}, one.at("fields").get<FieldTexts>());
        if (!record)
            return false;
        record->id.value = one.at("id").get<std::string>();
        record->child.value = one.at("child").get<std::string>();
        records.push_back(std::move(*record));
    }
    return true;
}

}  // namespace

std::string wayBackText(const WayBack& wayBack)
{
    return Json{{"gone", wayBack.gone},
                {"filled", wayBack.filled},
                {"moved", wayBack.moved},
                {"withdrawn", idsOf(wayBack.withdrawn)},
                {"decided", idsOf(wayBack.decided)},
                {"periods", recordsOf(wayBack.periods)},
                {"legalStatuses", recordsOf(wayBack.legalStatuses)},
                {"siblings", idsOf(wayBack.siblings)},
                {"newSiblings", idsOf(wayBack.newSiblings)},
                {"homes", idsOf(wayBack.homes)},
                {"placements", wayBack.placements}}
        .dump();
}

std::optional<WayBack> wayBackFrom(const std::string& text)
{
    try {
        const Json json = Json::parse(text);
        WayBack wayBack;
        json.at("gone").get_to(wayBack.gone);
        json.at("filled").get_to(wayBack.filled);
        json.at("moved").get_to(wayBack.moved);
        json.at("placements").get_to(wayBack.placements);
        readIds(json.at("withdrawn"), wayBack.withdrawn);
        readIds(json.at("decided"), wayBack.decided);
        readIds(json.at("siblings"), wayBack.siblings);
        readIds(json.at("newSiblings"), wayBack.newSiblings);
        readIds(json.at("homes"), wayBack.homes);
        if (!readRecords(json.at("periods"), wayBack.periods) ||
            !readRecords(json.at("legalStatuses"), wayBack.legalStatuses))
            return std::nullopt;
        return wayBack;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace homeward::app
