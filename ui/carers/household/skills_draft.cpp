#include "ui/carers/household/skills_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "domain/needs/succession.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

QJsonObject jsonOf(const Rating& rating)
{
    QJsonObject json{{QStringLiteral("domain"), text(rating.domainKey)},
                     {QStringLiteral("evidence"), text(rating.evidence)},
                     {QStringLiteral("strength"), text(rating.strength)},
                     {QStringLiteral("confirmed"), rating.confirmed},
                     {QStringLiteral("wordsHold"), rating.wordsHold}};
    if (rating.level)
        json.insert(QStringLiteral("level"), rating.level->value());
    return json;
}

Rating ratingFrom(const QJsonObject& json)
{
    Rating rating;
    rating.domainKey = utf8(json.value(QStringLiteral("domain")).toString());
    rating.evidence = utf8(json.value(QStringLiteral("evidence")).toString());
    rating.strength = utf8(json.value(QStringLiteral("strength")).toString());
    rating.confirmed = json.value(QStringLiteral("confirmed")).toBool();
    rating.wordsHold = json.value(QStringLiteral("wordsHold")).toBool();
    if (const QJsonValue level = json.value(QStringLiteral("level")); level.isDouble())
        rating.level = Level::fromInt(level.toInt(-1));
    return rating;
}

}  // namespace

SkillsDraft skillsDraftFrom(const NeedsFramework& framework, const SkillsProfile* newest,
                            Date today)
{
    SkillsDraft draft;
    draft.framework = framework.id;
    draft.recordedOn = today;
    if (newest)
        draft.basedOn = newest->id;
    for (const NeedsFramework::Domain& domain : framework.domains) {
        Rating rating;
        rating.domainKey = domain.key;
        rating.confirmed = false;
        if (newest)
            if (auto known = ratingIn(framework, domain, newest->skills, RatingsOf::Skills)) {
                rating = *std::move(known);
                rating.confirmed = true;
            }
        draft.ratings.push_back(std::move(rating));
    }
    return draft;
}

std::string toJson(const SkillsDraft& draft)
{
    QJsonArray ratings;
    for (const Rating& rating : draft.ratings)
        ratings.append(jsonOf(rating));
    const QJsonObject json{{QStringLiteral("framework"), text(draft.framework.value)},
                           {QStringLiteral("basedOn"), text(draft.basedOn.value)},
                           {QStringLiteral("recordedOn"), text(draft.recordedOn.toIso())},
                           {QStringLiteral("ratings"), ratings}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<SkillsDraft> skillsDraftFrom(const std::string& json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    const auto recordedOn =
        Date::fromIso(utf8(object.value(QStringLiteral("recordedOn")).toString()));
    if (!recordedOn)
        return std::nullopt;
    SkillsDraft draft;
    draft.framework.value = utf8(object.value(QStringLiteral("framework")).toString());
    draft.basedOn.value = utf8(object.value(QStringLiteral("basedOn")).toString());
    draft.recordedOn = *recordedOn;
    for (const auto& rating : object.value(QStringLiteral("ratings")).toArray())
        draft.ratings.push_back(ratingFrom(rating.toObject()));
    return draft;
}

}  // namespace homeward::ui
