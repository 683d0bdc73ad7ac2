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
    QString upTo;                    ///< what the score could be; empty: no more than it is
    QString unknown;                 ///< what is not known beside skills, what could add most first
    double unknownPoints = 0;        ///< that asking could bring
    QString tie;                     ///< "Tied with ranks 2 to 4"; empty: with none
    std::optional<double> needsFit;  ///< 0..100; empty: the child is not assessed
    QStringList criticalGaps;        ///< in words, worst first
    QStringList otherGaps;
    int gapWeight = 0;  ///< for sorting: a critical gap outweighs all others
    int free = 0;
    std::optional<double> miles;
    std::optional<int> pence;  ///< a week; empty: not recorded
    std::string searchText;    ///< folded: household, reference, provider

    /// With the reference where the name alone is not enough.
    QString shown() const;
    bool isAssessed() const { return band != matching::Band::NotAssessed; }
};

/// The eligible households of an answer, best first.
std::vector<CandidateRow> candidateRows(const app::ShortlistAnswer& answer);

/// "Coping with change (2 short)" or "(never asked)": domain and shortfall of a gap.
QString gapText(const NeedsFramework& framework, const matching::Gap& gap);

/// The ranked list.
class CandidateTableModel final : public RowTable<CandidateRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::CandidateTableModel)
public:
    enum Column {
        RankColumn,
        HouseholdColumn,
        ScoreColumn,
        UpToColumn,
        BandColumn,
        GapsColumn,
        MilesColumn,
        CostColumn,
        FreeColumn
    };
    explicit CandidateTableModel(QObject* parent = nullptr);
};

/// "4.1", or "ask" while nobody knows.
QString milesText(const std::optional<double>& miles);
/// "88.0", what a score could be at best; empty: no more than it is.
QString upToText(const matching::Candidate& candidate);
/// Pill colour of a band: a key of the tones that delegates know.
QString toneOf(matching::Band band);

}  // namespace homeward::ui
