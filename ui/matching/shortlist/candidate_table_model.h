#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>
#include <vector>

#include "app/matching/matching_service.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// One line of the ranked list, ready to show.
struct CandidateRow {
    HomeId home;
    int rank = 0;  ///< 1 is best
    QString household;
    QString reference;
    bool nameShared = false;  ///< other households have the same name
    QString provider;
    double score = 0;  ///< 0..100
    matching::Band band = matching::Band::Weak;
    std::optional<double> needsFit;      ///< 0..100; empty: the child is not assessed
    std::optional<double> practicalFit;  ///< 0..100; empty: nothing practical is known
    QStringList criticalGaps;            ///< in words, worst first
    QStringList otherGaps;
    int gapWeight = 0;  ///< for sorting: a critical gap outweighs all others
    int free = 0;
    std::optional<double> miles;
    std::string searchText;  ///< folded: household, reference, provider

    /// With the reference where the name alone is not enough.
    QString shown() const;
    bool isAssessed() const { return band != matching::Band::NotAssessed; }
};

/// The eligible households of an answer, best first.
std::vector<CandidateRow> candidateRows(const app::ShortlistAnswer& answer);

/// "Coping with change (2)": domain and shortfall of a gap, as the framework titles it.
QString gapText(const NeedsFramework& framework, const matching::Gap& gap);

/// The ranked list.
class CandidateTableModel final : public RowTable<CandidateRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::CandidateTableModel)
public:
    enum Column {
        RankColumn,
        HouseholdColumn,
        ScoreColumn,
        BandColumn,
        NeedsColumn,
        PracticalColumn,
        GapsColumn,
        FreeColumn,
        MilesColumn
    };
    explicit CandidateTableModel(QObject* parent = nullptr);
};

/// "4.1", or "ask" while nobody knows.
QString milesText(const std::optional<double>& miles);
/// Pill colour of a band: a key of the tones that delegates know.
QString toneOf(matching::Band band);

}  // namespace homeward::ui
