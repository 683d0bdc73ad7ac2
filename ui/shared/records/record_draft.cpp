#include "ui/shared/records/record_draft.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace homeward::ui {
namespace {

QJsonObject jsonOf(const FieldTexts& texts)
{
    QJsonObject json;
    for (const auto& [key, value] : texts)
        json.insert(text(key), text(value));
    return json;
}

FieldTexts textsFrom(const QJsonObject& json)
{
    FieldTexts texts;
    for (auto field = json.begin(); field != json.end(); ++field)
        texts[utf8(field.key())] = utf8(field.value().toString());
    return texts;
}

}  // namespace

std::string RecordDraft::toJson() const
{
    const QJsonObject json{{QStringLiteral("rowVersion"), base.rowVersion},
                           {QStringLiteral("base"), jsonOf(base.fields)},
                           {QStringLiteral("mine"), jsonOf(mine)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<RecordDraft> RecordDraft::fromJson(const std::string& json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    if (!object.contains(QStringLiteral("mine")))
        return std::nullopt;
    RecordDraft draft;
    draft.base.rowVersion = object.value(QStringLiteral("rowVersion")).toInt();
    draft.base.fields = textsFrom(object.value(QStringLiteral("base")).toObject());
    draft.mine = textsFrom(object.value(QStringLiteral("mine")).toObject());
    return draft;
}

}  // namespace homeward::ui
