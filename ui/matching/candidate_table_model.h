#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <optional>
#include <vector>

#include "app/matching_service.h"

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

/// The ranked list, read only. Holds the rows by value: a later run replaces them all.
class CandidateTableModel final : public QAbstractTableModel {
    Q_OBJECT
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
        MilesColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<CandidateRow> rows);
    const CandidateRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1: the household is not in the list.
    int rowOf(const HomeId& home) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const CandidateRow& row, int column) const;
    QVariant sortKey(const CandidateRow& row, int column) const;
    std::vector<CandidateRow> m_rows;
};

/// Pill colour of a band: a key of the tones that delegates know.
QString toneOf(matching::Band band);

}  // namespace homeward::ui
