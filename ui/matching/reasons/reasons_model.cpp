#include "ui/matching/reasons/reasons_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <map>

#include "support/text/text.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/matching/shortlist/candidate_table_model.h"

namespace homeward::ui {
namespace {

struct ReasonsWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Reasons)
};

ReasonRow rowFor(const app::ShortlistAnswer& answer, const std::set<std::string>& shared,
                 const HomeId& home)
{
    ReasonRow row;
    row.home = home;
    const auto facts = answer.households.find(home);
    if (facts == answer.households.end())
        return row;
    row.household = text(facts->second.name);
    row.reference = text(facts->second.reference);
    row.nameShared = shared.contains(facts->second.name);
    row.provider = text(facts->second.providerName);
    row.free = facts->second.free;
    row.pence = facts->second.weeklyCostPence;
    row.searchText = foldedForSearch(facts->second.name + " " + facts->second.reference + " " +
                                     facts->second.providerName);
    return row;
}

void addReason(ReasonRow& row, const matching::LimitFinding& finding)
{
    row.sentences.append(sentence(finding));
    row.limits.push_back(finding.limit);
}

QString sentencesOf(const ReasonRow& row)
{
    return row.sentences.join(QStringLiteral(" "));
}

QStringList waiverNames()
{
    QStringList names;
    for (const auto& [limit, key] : EnumKeys<matching::Limit>::table)
        for (const bool emergency : {false, true})
            names << waiverText(limit, emergency);
    return names;
}

}  // namespace

QString ReasonRow::shown() const
{
    return householdText(household, reference, nameShared);
}

bool ReasonRow::has(matching::Limit limit) const
{
    return std::find(limits.begin(), limits.end(), limit) != limits.end();
}

std::vector<ReasonRow> nearMissRows(const app::ShortlistAnswer& answer)
{
    const std::set<std::string> shared = sharedNames(answer);
    std::vector<ReasonRow> rows;
    rows.reserve(answer.list.nearMisses.size());
    for (const matching::Candidate& candidate : answer.list.nearMisses) {
        ReasonRow row = rowFor(answer, shared, candidate.home);
        for (const matching::LimitFinding& finding : candidate.limits) {
            if (finding.verdict != matching::Verdict::NotMet)
                continue;
            addReason(row, finding);
            row.waiver = waiverText(finding.limit, answer.request.isEmergency());
        }
        row.score = candidate.score;
        row.upTo = upToText(candidate);
        row.band = candidate.band;
        row.free = candidate.freePlaces;
        row.miles = candidate.miles;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ReasonRow> notEligibleRows(const app::ShortlistAnswer& answer)
{
    const std::set<std::string> shared = sharedNames(answer);
    std::vector<ReasonRow> rows;
    rows.reserve(answer.list.notEligible.size());
    for (const matching::NotEligible& household : answer.list.notEligible) {
        ReasonRow row = rowFor(answer, shared, household.home);
        for (const matching::LimitFinding& finding : household.reasons)
            addReason(row, finding);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ReasonCount> countReasons(const std::vector<ReasonRow>& rows)
{
    std::map<matching::Limit, int> single;
    int several = 0;
    for (const ReasonRow& row : rows) {
        if (row.limits.size() == 1)
            ++single[row.limits.front()];
        else
            ++several;
    }
    std::vector<ReasonCount> counts;
    counts.reserve(single.size() + 1);
    for (const auto& [limit, households] : single)
        counts.push_back({limit, households});
    std::stable_sort(counts.begin(), counts.end(), [](const ReasonCount& a, const ReasonCount& b) {
        return a.households > b.households;
    });
    if (several > 0)
        counts.push_back({std::nullopt, several});
    return counts;
}

QString countsText(const std::vector<ReasonCount>& counts)
{
    QStringList parts;
    for (const ReasonCount& count : counts)
        parts << QStringLiteral("%1 %2").arg(
            QLocale().toString(count.households),
            count.limit ? label(*count.limit) : ReasonsWords::tr("more than one reason"));
    return parts.join(QStringLiteral(" · "));
}

NearMissTableModel::NearMissTableModel(QObject* parent) : RowTable(parent)
{
    using Row = ReasonRow;
    setColumns({
        householdColumn<Row>(tr("Household")).ems(8).share(130),
        column("limit", tr("In the way"), sentencesOf)
            .sortedBy([](const Row& row) {
                return row.limits.empty() ? std::optional<matching::Limit>() : row.limits.front();
            })
            .tooltip()
            .ems(12)
            .share(200),
        column("waiver", tr("Needs"), &Row::waiver).tooltip().toned("warning").fits(waiverNames()),
        column("score", tr("Would be"), &Row::score)
            .shownAs([](const Row& row) {
                return row.band == matching::Band::NotAssessed ? QStringLiteral("–")
                                                               : oneDecimalText(row.score);
            })
            .right()
            .strong()
            .first(Qt::DescendingOrder),
        column("up-to", tr("Up to"), &Row::upTo)
            .right()
            .muted()
            .explained(tr("What the score could be once every question is answered")),
        column("miles", tr("Miles"), &Row::miles)
            .shownAs([](const Row& row) { return milesText(row.miles); })
            .right(),
        column("cost", tr("A week"), &Row::pence).money(),
        column("free", tr("Free"), &Row::free).right(),
    });
    eachRow(RecordIdRole, &Row::home);
}

NotEligibleTableModel::NotEligibleTableModel(QObject* parent) : RowTable(parent)
{
    using Row = ReasonRow;
    setColumns({
        householdColumn<Row>(tr("Household")).ems(10).share(130).first(),
        column("reasons", tr("Every reason"), sentencesOf)
            .sortedBy([](const Row& row) { return static_cast<int>(row.limits.size()); })
            .tooltip()
            .ems(20)
            .share(420),
        column("provider", tr("Provider"), &Row::provider).tooltip().ems(9).share(120),
    });
    eachRow(RecordIdRole, &Row::home);
}

}  // namespace homeward::ui
