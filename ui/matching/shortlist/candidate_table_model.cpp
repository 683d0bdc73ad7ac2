#include "ui/matching/shortlist/candidate_table_model.h"

#include <QLocale>
#include <algorithm>

#include "documents/points.h"
#include "documents/wording.h"
#include "support/text/text.h"
#include "ui/matching/reasons/explanation.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kCriticalGapWeight = 1000;

QString criticalText(const CandidateRow& row)
{
    return row.criticalGaps.isEmpty()
               ? QString()
               : CandidateTableModel::tr("critical: %1")
                     .arg(row.criticalGaps.join(CandidateTableModel::tr(", ")));
}

QString gapsText(const CandidateRow& row)
{
    if (!row.needsFit || !row.isAssessed())
        return CandidateTableModel::tr("not assessed");
    QStringList parts;
    if (!row.criticalGaps.isEmpty())
        parts << criticalText(row);
    if (!row.otherGaps.isEmpty())
        parts << row.otherGaps.join(CandidateTableModel::tr(", "));
    if (parts.isEmpty() && row.unknown.isEmpty())
        return CandidateTableModel::tr("none");
    if (!row.unknown.isEmpty())
        parts << row.unknown;
    return parts.join(CandidateTableModel::tr("; "));
}

QStringList bandNames()
{
    QStringList names;
    for (const auto& [band, key] : EnumKeys<matching::Band>::table)
        names << label(band);
    return names;
}

}  // namespace

QString gapText(const NeedsFramework& framework, const matching::Gap& gap)
{
    const QString domain = text(framework.domains[gap.domain].title);
    return gap.skillUnknown
               ? CandidateTableModel::tr("%1 (never asked)").arg(domain)
               : CandidateTableModel::tr("%1 (%n short)", nullptr, gap.shortfall).arg(domain);
}

QString CandidateRow::shown() const
{
    return householdText(household, reference, nameShared);
}

namespace {

void nameHousehold(CandidateRow& row, const app::HouseholdFacts& facts, bool nameShared)
{
    row.household = text(facts.name);
    row.reference = text(facts.reference);
    row.nameShared = nameShared;
    row.provider = text(facts.providerName);
    row.pence = facts.weeklyCostPence;
    row.searchText = foldedForSearch(facts.name + " " + facts.reference + " " + facts.providerName);
}

void addGaps(CandidateRow& row, const std::vector<matching::Gap>& gaps,
             const NeedsFramework& framework)
{
    for (const matching::Gap& gap : gaps) {
        (gap.critical ? row.criticalGaps : row.otherGaps).append(gapText(framework, gap));
        row.gapWeight += gap.shortfall + (gap.critical ? kCriticalGapWeight : 0);
    }
}

void addUnknown(CandidateRow& row, const matching::Candidate& candidate,
                const NeedsFramework& framework)
{
    QStringList parts;
    for (const matching::Question& question : candidate.questions) {
        row.unknownPoints += question.points;
        // A skill that nobody asked about stands among the gaps already.
        if (question.about != matching::Question::About::Skill)
            parts << text(documents::unknownText(question, framework, catalogue()));
    }
    row.unknown = parts.join(CandidateTableModel::tr("; "));
    row.upTo = upToText(candidate);
}

QString rankText(const CandidateRow& row)
{
    const QString rank = QLocale().toString(row.rank);
    return row.tie.isEmpty() ? rank : CandidateTableModel::tr("%1 =").arg(rank);
}

}  // namespace

std::vector<CandidateRow> candidateRows(const app::ShortlistAnswer& answer)
{
    const std::set<std::string> shared = sharedNames(answer);
    std::vector<CandidateRow> rows;
    rows.reserve(answer.list.candidates.size());
    for (const matching::Candidate& candidate : answer.list.candidates) {
        CandidateRow row;
        row.home = candidate.home;
        row.rank = candidate.rank;
        if (candidate.tiedFrom > 0)
            row.tie = CandidateTableModel::tr(
                          "Ranks %1 to %2 are a tie: fewer open questions "
                          "first, then nearer")
                          .arg(candidate.tiedFrom)
                          .arg(candidate.tiedTo);
        if (const auto facts = answer.households.find(candidate.home);
            facts != answer.households.end())
            nameHousehold(row, facts->second, shared.contains(facts->second.name));
        row.score = candidate.score;
        row.band = candidate.band;
        row.needsFit = candidate.needsFit;
        addGaps(row, candidate.gaps, answer.framework);
        addUnknown(row, candidate, answer.framework);
        row.free = candidate.freePlaces;
        row.miles = candidate.miles;
        rows.push_back(std::move(row));
    }
    return rows;
}

QString milesText(const std::optional<double>& miles)
{
    return miles ? oneDecimalText(*miles) : CandidateTableModel::tr("ask");
}

QString upToText(const matching::Candidate& candidate)
{
    const documents::PointsShown shown = documents::shownPoints(candidate);
    const bool more = shown.upTo > shown.score && candidate.band != matching::Band::NotAssessed;
    return more ? tenthsText(shown.upTo) : QString();
}

CandidateTableModel::CandidateTableModel(QObject* parent) : RowTable(parent)
{
    using Row = CandidateRow;
    setColumns({
        column("rank", tr("#"), &Row::rank)
            .shownAs(rankText)
            .tooltip(&Row::tie)
            .right()
            .fits({tr("%1 =").arg(88)})
            .first()
            .spoken(tr("Rank")),
        householdColumn<Row>(tr("Household")).ems(9).share(180),
        column("score", tr("Score"), &Row::score)
            .shownAs([](const Row& row) {
                return row.isAssessed() ? oneDecimalText(row.score) : QStringLiteral("–");
            })
            .right()
            .strong(),
        column("up-to", tr("Up to"), &Row::upTo)
            .sortedBy([](const Row& row) { return row.score + row.unknownPoints; })
            .right()
            .muted()
            .explained(tr("What the score could be once every question is answered")),
        column("band", tr("Band"), [](const Row& row) { return label(row.band); })
            .sortedBy(&Row::band)
            .tone([](const Row& row) { return toneOf(row.band); })
            .fits(bandNames()),
        column("gaps", tr("Gaps"), gapsText)
            .sortedBy([](const Row& row) {
                return row.needsFit ? std::optional<int>(row.gapWeight) : std::nullopt;
            })
            .tooltip()
            .of(WarnRole, criticalText)
            .of(MutedTailRole, &Row::unknown)
            .ems(9.5)
            .share(240),
        column("miles", tr("Miles"), &Row::miles)
            .shownAs([](const Row& row) { return milesText(row.miles); })
            .right(),
        column("cost", tr("A week"), &Row::pence).money(),
        column("free", tr("Free"), &Row::free).right(),
    });
    eachRow(RecordIdRole, &Row::home);
}

QString toneOf(matching::Band band)
{
    switch (band) {
        case matching::Band::Strong:
        case matching::Band::Good:
            return QStringLiteral("good");
        case matching::Band::WithSupport:
            return QStringLiteral("warning");
        case matching::Band::Weak:
        case matching::Band::NeedsLeftOut:
            return QStringLiteral("problem");
        case matching::Band::NotAssessed:
            return QStringLiteral("info");
    }
    return {};
}

}  // namespace homeward::ui
