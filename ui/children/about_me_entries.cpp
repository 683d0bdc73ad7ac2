#include "ui/children/about_me_entries.h"

#include <QJsonDocument>

namespace homeward::ui {
namespace {

constexpr QLatin1String kEntries("entries");
constexpr QLatin1String kSeenVersion("seenVersion");

}  // namespace

std::string AboutMeDraft::toJson() const
{
    const QJsonObject object{{kSeenVersion, seenVersion}, {kEntries, entries.toJson()}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<AboutMeDraft> AboutMeDraft::fromJson(const std::string& json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    if (!object.contains(kSeenVersion))
        return std::nullopt;
    return AboutMeDraft{Entries::fromJson(object.value(kEntries).toObject()),
                        object.value(kSeenVersion).toInt()};
}

}  // namespace homeward::ui
