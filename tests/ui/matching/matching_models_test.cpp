#include <QAbstractItemModelTester>
#include <catch2/catch.hpp>

#include "tests/ui/matching/answers.h"
#include "ui/matching/reasons/reasons_model.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

CandidateRow candidate(const char* home, int rank, std::optional<double> miles)
{
    CandidateRow row;
    row.home.value = home;
    row.household = QString::fromLatin1(home);
    row.rank = rank;
    row.miles = miles;
    return row;
}

QStringList homesShown(const QAbstractItemModel& model)
{
    QStringList homes;
    for (int i = 0; i < model.rowCount(); ++i)
        homes << model.index(i, 0).data(RecordIdRole).toString();
    return homes;
}

/// Not eligible for as many reasons as are given.
matching::Household full(const std::string& id, bool alsoTooOld)
{
    matching::Household home = household(id, {3, 3, 3});
    home.places = 1;
    home.placedChildren = {ChildId{"other"}};
    if (alsoTooOld)
        home.oldestYears = 8;
    return home;
}

}  // namespace

TEST_CASE("the ranked list keeps the model contract when rows are replaced", "[ui-model]")
{
    CandidateTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({candidate("a", 1, 2.0), candidate("b", 2, {})});
    CHECK(model.rowCount() == 2);
    model.setRows({candidate("c", 1, 2.0)});
    CHECK(model.indexOf(QStringLiteral("c")).row() == 0);
    CHECK_FALSE(model.indexOf(QStringLiteral("a")).isValid());
    model.setRows({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("a household with unknown miles sorts after every known one, both ways", "[ui-model]")
{
    CandidateTableModel model;
    model.setRows(
        {candidate("unknown", 1, {}), candidate("far", 2, 38.5), candidate("near", 3, 4.1)});
    model.sort(CandidateTableModel::MilesColumn, Qt::AscendingOrder);
    CHECK(homesShown(model) ==
          QStringList({QStringLiteral("near"), QStringLiteral("far"), QStringLiteral("unknown")}));
    model.sort(CandidateTableModel::MilesColumn, Qt::DescendingOrder);
    CHECK(homesShown(model) ==
          QStringList({QStringLiteral("far"), QStringLiteral("near"), QStringLiteral("unknown")}));
}

TEST_CASE("scores sort as numbers and show one decimal, as everywhere", "[ui-model]")
{
    CandidateTableModel model;
    model.setRows(
        candidateRows(answerFor({household("low", {0, 0, 0}), household("high", {4, 4, 4})})));
    REQUIRE(model.rowCount() == 2);
    CHECK(model.rowAt(0).home.value == "high");
    const QModelIndex score = model.index(0, CandidateTableModel::ScoreColumn);
    CHECK(score.data(SortRole).toDouble() >
          model.index(1, CandidateTableModel::ScoreColumn).data(SortRole).toDouble());
    CHECK(score.data().toString() == oneDecimalText(model.rowAt(0).score));
}

TEST_CASE("critical gaps come first in the gaps and are marked in words", "[ui-model]")
{
    CandidateTableModel model;
    model.setRows(candidateRows(answerFor({household("a", {0, 0, 0})})));
    const QModelIndex gaps = model.index(0, CandidateTableModel::GapsColumn);
    CHECK(gaps.data().toString() ==
          QStringLiteral("critical: Keeping safe (3 short); Coping with change (1 short); "
                         "no earlier placement known; review not recorded"));
    CHECK(gaps.data(MutedTailRole).toString() ==
          QStringLiteral("no earlier placement known; review not recorded"));
    CHECK(gaps.data().toString().startsWith(gaps.data(WarnRole).toString()));
}

TEST_CASE("near misses and the rest keep the model contract", "[ui-model]")
{
    matching::Household young = household("young", {3, 3, 3});
    young.oldestYears = 10;
    const app::ShortlistAnswer answer = answerFor({young, full("full", false), full("both", true)});
    NearMissTableModel near;
    NotEligibleTableModel rest;
    const QAbstractItemModelTester nearTester(
        &near, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester restTester(
        &rest, QAbstractItemModelTester::FailureReportingMode::Fatal);
    near.setRows(nearMissRows(answer));
    rest.setRows(notEligibleRows(answer));
    REQUIRE(near.rowCount() == 1);
    CHECK(near.index(0, NearMissTableModel::WaiverColumn).data().toString() ==
          QStringLiteral("variation"));
    CHECK(rest.rowCount() == 2);
    CHECK(rest.rowAt(0).has(matching::Limit::Vacancy));
    CHECK(rest.rowAt(0).has(matching::Limit::AgeTerms) !=
          rest.rowAt(1).has(matching::Limit::AgeTerms));
}

TEST_CASE("every household is counted under one reason and the counts add up", "[ui-model]")
{
    const auto rows = notEligibleRows(
        answerFor({full("a", false), full("b", true), full("c", false), full("d", true)}));
    const std::vector<ReasonCount> counts = countReasons(rows);
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].limit == matching::Limit::Vacancy);
    CHECK(counts[0].households == 2);
    CHECK_FALSE(counts[1].limit.has_value());
    CHECK(counts[0].households + counts[1].households == static_cast<int>(rows.size()));
    CHECK(countsText(counts) == QStringLiteral("2 no free place · 2 more than one reason"));
}
