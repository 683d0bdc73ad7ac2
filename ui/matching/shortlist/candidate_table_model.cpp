#include "ui/matching/shortlist/candidate_table_model.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "support/text/text.h"
#include "ui/matching/reasons/household_words.h"

namespace homeward::ui {
namespace {

constexpr int kCriticalGapWeight = 1000;

QString whole(const std::optional<double>& value)
{
    return value ? QLocale().toString(std::lround(*value)) : QStringLiteral("–");
}

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
    return parts.isEmpty() ? CandidateTableModel::tr("none")
                           : parts.join(CandidateTableModel::tr("; "));
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
    return QStringLiteral("%1 (%2)").arg(text(framework.domains[gap.domain].title),
                                         QLocale().toString(gap.shortfall));
}

QString CandidateRow::shown() const
{
    return householdText(household, reference, nameShared);
}

std::vector<CandidateRow> candidateRows(const app::ShortlistAnswer& answer)
{
    const std::set<std::string> shared = sharedNames(answer);
    std::vector<CandidateRow> rows;
    rows.reserve(answer.list.candidates.size());
    for (const matching::Candidate& candidate : answer.list.candidates) {
        CandidateRow row;
        row.home = candidate.home;
        row.rank = candidate.rank;
        if (const auto facts = answer.households.find(candidate.home);
            facts != answer.households.end()) {
            row.household = text(facts->second.name);
            row.reference = text(facts->second.reference);
            row.nameShared = shared.contains(facts->second.name);
            row.provider = text(facts->second.providerName);
            row.searchText = foldedForSearch(facts->second.name + " " + facts->second.reference +
                                             " " + facts->second.providerName);
        }
        row.score = candidate.score;
        row.band = candidate.band;
        row.needsFit = candidate.needsFit;
        row.practicalFit = candidate.practicalFit;
        for (const matching::Gap& gap : candidate.gaps) {
            (gap.critical ? row.criticalGaps : row.otherGaps)
                .append(gapText(answer.framework, gap));
            row.gapWeight += gap.shortfall + (gap.critical ? kCriticalGapWeight : 0);
        }
        row.free = candidate.freePlaces;
        row.miles = candidate.miles;
        rows.push_back(std::move(row));
    }
    return rows;
}

QString milesText(const std::optional<double>& miles)
{
    return miles ? QLocale().toString(*miles, 'f', 1) : CandidateTableModel::tr("ask");
}

CandidateTableModel::CandidateTableModel(QObject* parent) : RowTable(parent)
{
    using Row = CandidateRow;
    setColumns({
        column("rank", tr("#"), &Row::rank).right().ems(3).first().spoken(tr("Rank")),
        householdColumn<Row>(tr("Household")).ems(10).share(165),
        column("score", tr("Score"), &Row::score)
            .shownAs([](const Row& row) {
                return row.isAssessed() ? whole(row.score) : whole(std::nullopt);
            })
            .right()
            .strong(),
        column("band", tr("Band"), [](const Row& row) { return label(row.band); })
            .sortedBy(&Row::band)
            .tone([](const Row& row) { return toneOf(row.band); })
            .fits(bandNames()),
        column("needs", tr("Needs"), &Row::needsFit)
            .shownAs([](const Row& row) {
                return row.isAssessed() ? whole(row.needsFit) : whole(std::nullopt);
            })
            .right()
            .explained(tr("How far the household's skills meet the child's needs, 0 to 100")),
        column("practical", tr("Practical"), &Row::practicalFit)
            .shownAs([](const Row& row) { return whole(row.practicalFit); })
            .right()
            .explained(tr("Distance, experience and what else is known, 0 to 100")),
        column("gaps", tr("Gaps"), gapsText)
            .sortedBy([](const Row& row) {
                return row.needsFit ? std::optional<int>(row.gapWeight) : std::nullopt;
            })
            .tooltip()
            .of(WarnRole, criticalText)
            .ems(6)
            .share(140),
        column("free", tr("Free"), &Row::free).right(),
        column("miles", tr("Miles"), &Row::miles)
            .shownAs([](const Row& row) { return milesText(row.miles); })
            .right(),
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
            return QStringLiteral("problem");
        case matching::Band::NotAssessed:
            return QStringLiteral("info");
    }
    return {};
}

}  // namespace homeward::ui
