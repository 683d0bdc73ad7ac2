#include "tests/ui/support/all_places.h"

namespace homeward::ui::test {

std::vector<NamedPlace> allPlaces(const QString& child, const QString& home)
{
    std::vector<NamedPlace> places;
    const auto add = [&](const char* page, const QString& record,
                         std::initializer_list<const char*> parts) {
        for (const char* part : parts) {
            const QString suffix = QString::fromLatin1(part);
            const QString pageId = QString::fromLatin1(page);
            places.push_back(
                {suffix.isEmpty() ? pageId : pageId + u'-' + suffix, {pageId, record, suffix}});
        }
    };
    add("my-work", {}, {""});
    add("children", {}, {""});
    add("child", child, {"about-me", "needs", "over-time", "placements", "history"});
    add("carers", {}, {""});
    add("providers", {}, {""});
    add("home", home, {"household", "approval", "skills", "history"});
    add("matching", {}, {""});
    add("shortlist", child, {""});
    add("insight", {}, {"chart", "table"});
    add("admin", {},
        {"passphrase", "accounts", "framework", "import", "audit", "backups", "authority"});
    return places;
}

}  // namespace homeward::ui::test
