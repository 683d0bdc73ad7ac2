#include "ui/shared/history/history_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <optional>
#include <type_traits>
#include <utility>

#include "domain/child_merge.h"
#include "domain/account.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/home.h"
#include "domain/needs/rating.h"
#include "domain/statutory_codes.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HistoryWords)
};

std::string nameOr(const std::map<std::string, std::string>& names, const std::string& key)
{
    const auto found = names.find(key);
    return found == names.end() ? key : found->second;
}

/// Of records by id, with commas; empty: something else stands there.
std::optional<QString> namesOf(const std::string& ids, const HistoryNames& names)
{
    QStringList words;
    for (const std::string& id : textParts(ids)) {
        const auto found = names.ids.find(id);
        if (found == names.ids.end())
            return std::nullopt;
        words << text(found->second);
    }
    return words.join(QStringLiteral(", "));
}

/// "keeping-safe/child" of "level.keeping-safe/child".
QString domainText(const std::string& key, const HistoryNames& names)
{
    const auto slash = key.find('/');
    QString domain = text(nameOr(names.domains, key.substr(0, slash)));
    if (slash == std::string::npos)
        return domain;
    const auto who = fromKey<Perspective>(key.substr(slash + 1));
    return HistoryWords::tr("%1 (%2)").arg(domain, who ? label(*who) : text(key.substr(slash + 1)));
}

template <typename E>
std::optional<QString> labelOf(const std::string& key)
{
    const auto value = fromKey<E>(key);
    return value ? std::optional(label(*value)) : std::nullopt;
}

/// A value of a field as its type reads; empty: as it is written.
template <typename Value>
struct WordsOf {
    static std::optional<QString> of(const std::string&) { return std::nullopt; }
};
template <Keyed E>
struct WordsOf<E> {
    static std::optional<QString> of(const std::string& key) { return labelOf<E>(key); }
};
template <>
struct WordsOf<bool> {
    static std::optional<QString> of(const std::string& answer)
    {
        return answer == "yes" ? sentence("answer.yes") : sentence("answer.no");
    }
};
template <typename Value>
struct WordsOf<std::optional<Value>> : WordsOf<Value> {
};
template <typename Value>
struct WordsOf<std::set<Value>> {
    static std::optional<QString> of(const std::string& parts)
    {
        QStringList words;
        for (const std::string& part : textParts(parts))
            words << WordsOf<Value>::of(part).value_or(text(part));
        return words.join(QStringLiteral(", "));
    }
};

template <typename Record>
void findWords(const std::string& key, const std::string& value, std::optional<QString>& words)
{
    forEachField<Record>([&](const auto& field) {
        using Value = std::remove_cvref_t<decltype(field.in(std::declval<Record&>()))>;
        if (words || field.key() != key)
            return;
        if (field.traits.codes.empty())
            words = WordsOf<Value>::of(value);
        else
            words = text(StatutoryCodes::builtIn().label(field.traits.codes, value));
    });
}

/// By the lists of fields of the records that a history tells of.
template <typename... Records>
std::optional<QString> wordsIn(const std::string& key, const std::string& value)
{
    std::optional<QString> words;
    (findWords<Records>(key, value, words), ...);
    return words;
}

/// "Bell tone" for "bellTone": the name of a field is its label unless the catalogue says
/// otherwise.
QString spelledOut(const std::string& key)
{
    QString words;
    for (const QChar c : text(key))
        if (words.isEmpty())
            words += c.toUpper();
        else if (c.isUpper())
            words += u' ' + QString(c.toLower());
        else
            words += c;
    return words;
}

/// The words of a key; where there are none, the key itself is better than nothing.
QString wordsOr(const std::string& group, const std::string& key)
{
    return catalogue().has(group + key) ? sentence(group + key) : text(key);
}

QString capitalised(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString exportText(const std::string& field, const std::string& key)
{
    if (key.starts_with("my-work-"))
        return sentence("export.my-work");
    return wordsOr(field == "exportKind" ? "export-kind." : "export.", key);
}

}  // namespace

QString personOf(const app::AuditRow& row)
{
    return text(row.personName.empty() ? row.accountName : row.personName);
}

QString useCaseText(const std::string& useCase)
{
    return wordsOr("case.", useCase);
}

QString fieldText(const std::string& field, const HistoryNames& names)
{
    if (const std::string key = "field." + field; catalogue().has(key))
        return capitalised(sentence(key));
    const auto dot = field.find('.');
    const std::string part = "field." + field.substr(0, dot);
    if (dot == std::string::npos || !catalogue().has(part))
        return spelledOut(field);
    return HistoryWords::tr("%1, %2").arg(capitalised(sentence(part)),
                                          domainText(field.substr(dot + 1), names));
}

QString valueText(const std::string& field, const std::string& value, const HistoryNames& names)
{
    if (value.empty())
        return QStringLiteral("–");
    if (const auto date = Date::fromIso(value))
        return dateText(*date);
    if (field == "exportKind" || field == "exportWhat")
        return exportText(field, value);
    if (field == "program")
        return wordsOr("front-end.", value);
    if (field.starts_with("level.") && value == "unknown")
        return sentence("level.unknown");
    if (field == "onlySex")
        return sentence("only-sex." + value);
    if (field == "weeklyCostPence") {
        bool isNumber = false;
        const int pence = text(value).toInt(&isNumber);
        return isNumber ? moneyPerWeek(pence) : text(value);
    }
    if (const auto named = namesOf(value, names))
        return *named;
    if (const auto words =
            wordsIn<Child, Home, Account, CarePeriod, LegalStatus, Placement, ChildMerge>(field,
                                                                                          value))
        return *words;
    return text(value);
}

}  // namespace homeward::ui
