#include "ui/shared/history/history_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <optional>
#include <type_traits>
#include <utility>

#include "domain/account.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/home.h"
#include "domain/needs/rating.h"
#include "domain/statutory_codes.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HistoryWords)
};

using KeyWords = std::pair<const char*, const char*>;

constexpr KeyWords kUseCases[] = {
    {"view-child", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Looked at this record")},
    {"add-child", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Added the child")},
    {"save-child", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Changed the record")},
    {"save-about-me", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Changed About me")},
    {"complete-assessment",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Completed a needs assessment")},
    {"assess-from-file",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Took an assessment from a file")},
    {"start-placement", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Started a placement")},
    {"end-placement", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Ended a placement")},
    {"correct-placement",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Corrected the days of a placement")},
    {"withdraw-placement", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords",
                                             "Marked a placement as entered in error or "
                                             "cancelled")},
    {"restore-placement",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Put a withdrawn placement back")},
    {"begin-care", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Began care")},
    {"end-care", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Ended care")},
    {"correct-care", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Corrected a time in care")},
    {"withdraw-care",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Took back care entered in error")},
    {"record-legal-status",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Recorded a legal status")},
    {"open-shortlist", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Looked for a home")},
    {"choose-household",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Chose a household and started a placement")},
    {"add-home", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Added the home")},
    {"save-home", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Changed the home")},
    {"record-skills", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Recorded a skills profile")},
    {"add-provider", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Added a provider")},
    {"import-return",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Took over from a statutory return")},
    {"link-siblings",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Linked brothers and sisters")},
    {"create-demonstration",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Invented for the demonstration")},
    {"export", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Exported, copied or printed")},
};

constexpr KeyWords kExportKinds[] = {
    {"csv", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "table (CSV)")},
    {"html", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "page (HTML)")},
    {"json", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "data (JSON)")},
    {"pdf", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "document (PDF)")},
    {"png", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "picture (PNG)")},
    {"svg", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "drawing (SVG)")},
    {"text", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "text at the command line")},
    {"copy", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "copy for another program")},
    {"print", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "on paper")},
};

constexpr KeyWords kExports[] = {
    {"admin/accounts", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "accounts")},
    {"admin/audit", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "audit trail")},
    {"admin/findings",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "rows of a return to look at")},
    {"admin/frameworkDifferences",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "differences of frameworks")},
    {"admin/frameworkProblems",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "faults of a framework")},
    {"admin/frameworks", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "list of frameworks")},
    {"admin/importFiles", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "files of a return")},
    {"carers", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "list of homes")},
    {"child/change",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "change in the needs of a child")},
    {"child/history", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "history of a child")},
    {"child/history-fields",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "one change of a child's record")},
    {"child/placements", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "placements of a child")},
    {"children", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "list of children")},
    {"findings", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "rows of a return to look at")},
    {"framework", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "needs framework")},
    {"earlier-searches",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "earlier searches for a child")},
    {"home/history", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "history of a home")},
    {"home/history-fields",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "one change of a home's record")},
    {"insight/childrenBehind",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "children behind a figure")},
    {"insight/needsChange", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "change in need")},
    {"matching", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "children who need a home")},
    {"near-misses", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "near misses of a shortlist")},
    {"needs-over-time", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "needs over time")},
    {"needs-report", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "needs assessment")},
    {"not-eligible",
     QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "homes a shortlist leaves out")},
    {"return", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "statutory return")},
    {"shortlist", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "shortlist")},
    {"trend", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "change in need")},
};

constexpr KeyWords kFields[] = {
    {"caseNumber", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Case number")},
    {"givenName", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Given name")},
    {"familyName", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Family name")},
    {"preferredName", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Preferred name")},
    {"sex", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Sex")},
    {"birthDate", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Birth date")},
    {"ethnicity", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Ethnicity")},
    {"upn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Unique pupil number")},
    {"familyLocation", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Where the family lives")},
    {"schoolLocation", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "School")},
    {"language", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Language need")},
    {"likesPets", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Likes pets")},
    {"worker", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Social worker")},
    {"whatMattersToMe", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "What matters to me")},
    {"whatIAmGoodAt", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "What I am good at")},
    {"myHopes", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "My hopes")},
    {"startsOn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Starts on")},
    {"endsOn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Ends on")},
    {"needCode", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Reason for care")},
    {"endCode", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "How care ended")},
    {"code", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Legal status")},
    {"startReason", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Why it began")},
    {"changeReason", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Why it ended")},
    {"home", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Home")},
    {"placeCode", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Kind of place")},
    {"providerCode", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Provider")},
    {"providerNumber", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Registration number")},
    {"placePostcode", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Postcode of the place")},
    {"homePostcode", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Postcode of the family")},
    {"withdrawn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Counts for nothing")},
    {"withdrawnNote", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "What was wrong")},
    {"weeklyCostPence", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Cost")},
    {"neededOn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Needed from")},
    {"maxMiles", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Within (miles)")},
    {"policy", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Matching policy")},
    {"assessment", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Assessment")},
    {"lookedAt", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Households looked at")},
    {"candidates", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Eligible")},
    {"nearMisses", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Near misses")},
    {"search", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Search")},
    {"rank", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Place in the list")},
    {"assessedOn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Assessed on")},
    {"framework", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Needs framework")},
    {"name", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Household")},
    {"reference", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Reference")},
    {"kind", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Kind of home")},
    {"provider", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Provider")},
    {"carers", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Carers")},
    {"status", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Status")},
    {"places", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Places")},
    {"youngestYears", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Youngest age")},
    {"oldestYears", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Oldest age")},
    {"onlySex", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Sex")},
    {"types", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Kinds of placement")},
    {"reviewDueOn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Review due")},
    {"location", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Location")},
    {"postcode", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Postcode")},
    {"languages", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Languages")},
    {"hasPets", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Pets")},
    {"note", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Note")},
    {"recordedOn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Recorded on")},
    {"account", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Account")},
    {"conflicts", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Contradictions")},
    {"first", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "First")},
    {"kept", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Last row audit.head knew")},
    {"keptHash", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Its check value")},
    {"latest", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Latest")},
    {"passphrase", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Passphrase")},
    {"program", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "With")},
    {"slot", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Check of the key slot")},
    {"stored", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Last row of the trail")},
    {"times", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Times")},
    {"reason", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Reason")},
    {"exportKind", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "As")},
    {"exportRows", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Lines")},
    {"exportWhat", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "What left")},
    {"weeklyCost", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Weekly cost (£)")},
    {"newProviderOwn", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Our own service")},
    {"siblings", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Brothers and sisters")},
};

constexpr KeyWords kRatingParts[] = {
    {"level", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Level")},
    {"evidence", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Evidence")},
    {"strength", QT_TRANSLATE_NOOP("homeward::ui::HistoryWords", "Strength")},
};

template <std::size_t N>
const char* find(const KeyWords (&table)[N], const std::string& key)
{
    for (const auto& [candidate, words] : table)
        if (key == candidate)
            return words;
    return nullptr;
}

std::string nameOr(const std::map<std::string, std::string>& names, const std::string& key)
{
    const auto found = names.find(key);
    return found == names.end() ? key : found->second;
}

/// "keeping-safe/child" of "level.keeping-safe/child".
QString domainText(const std::string& key, const HistoryNames& names)
{
    const auto slash = key.find('/');
    const QString domain = text(nameOr(names.domains, key.substr(0, slash)));
    if (slash == std::string::npos)
        return domain;
    const auto who = fromKey<Perspective>(key.substr(slash + 1));
    return Words::tr("%1 (%2)").arg(domain, who ? label(*who) : text(key.substr(slash + 1)));
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
        return answer == "yes" ? Words::tr("yes") : Words::tr("no");
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

/// "Bell tone" for "bellTone": the name of a field is its label unless kFields says otherwise.
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

QString exportText(const std::string& field, const std::string& key)
{
    if (key.starts_with("my-work-"))
        return Words::tr("work list");
    const char* words = field == "exportKind" ? find(kExportKinds, key) : find(kExports, key);
    return words ? Words::tr(words) : text(key);
}

}  // namespace

QString personOf(const app::AuditRow& row)
{
    return text(row.personName.empty() ? row.accountName : row.personName);
}

QString useCaseText(const std::string& useCase)
{
    const char* words = find(kUseCases, useCase);
    return words ? Words::tr(words) : text(useCase);
}

QString fieldText(const std::string& field, const HistoryNames& names)
{
    if (const char* words = find(kFields, field))
        return Words::tr(words);
    const auto dot = field.find('.');
    const char* part =
        dot == std::string::npos ? nullptr : find(kRatingParts, field.substr(0, dot));
    if (!part)
        return spelledOut(field);
    return Words::tr("%1, %2").arg(Words::tr(part), domainText(field.substr(dot + 1), names));
}

QString valueText(const std::string& field, const std::string& value, const HistoryNames& names)
{
    if (value.empty())
        return QStringLiteral("–");
    if (const auto date = Date::fromIso(value))
        return dateText(*date);
    if (field == "exportKind" || field == "exportWhat")
        return exportText(field, value);
    if (field == "onlySex")
        return value == "M" ? Words::tr("boys only") : Words::tr("girls only");
    if (field == "weeklyCostPence") {
        bool isNumber = false;
        const int pence = text(value).toInt(&isNumber);
        return isNumber ? moneyPerWeek(pence) : text(value);
    }
    if (const auto words =
            wordsIn<Child, Home, Account, CarePeriod, LegalStatus, Placement>(field, value))
        return *words;
    return text(nameOr(names.ids, value));
}

}  // namespace homeward::ui
