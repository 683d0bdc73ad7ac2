#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>
#include <vector>

#include "app/matching/matching_service.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// One household that is not on the list, or only just not, with its reasons as sentences.
struct ReasonRow {
    HomeId home;
    QString household;
    QString reference;
    bool nameShared = false;  ///< other households have the same name
    QString provider;
    QStringList sentences;                ///< one per limit that is not met, in reading order
    std::vector<matching::Limit> limits;  ///< the same limits
    QString waiver;                       ///< near miss: who can set the limit aside
    double score = 0;                     ///< near miss: what it would score, 0..100
    QString upTo;                         ///< near miss: what it could be; empty: no more
    std::optional<int> pence;             ///< a week; empty: not recorded
    matching::Band band = matching::Band::Weak;
    int free = 0;
    std::optional<double> miles;
    std::string searchText;  ///< folded: household, reference, provider

    /// With the reference where the name alone is not enough.
    QString shown() const;
    bool has(matching::Limit limit) const;
};

std::vector<ReasonRow> nearMissRows(const app::ShortlistAnswer& answer);
std::vector<ReasonRow> notEligibleRows(const app::ShortlistAnswer& answer);

/// How many households a reason keeps off the list; every household is counted once.
struct ReasonCount {
    std::optional<matching::Limit> limit;  ///< the only reason; empty: more than one reason
    int households = 0;
};
/// Most frequent first, "more than one reason" last; the counts add up to the households.
std::vector<ReasonCount> countReasons(const std::vector<ReasonRow>& rows);
/// "141 free place · 88 approved ages · 14 more than one reason"
QString countsText(const std::vector<ReasonCount>& counts);

/// Near misses: the one limit, who can set it aside, what the score would be.
class NearMissTableModel final : public RowTable<ReasonRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::NearMissTableModel)
public:
    enum Column {
        HouseholdColumn,
        LimitColumn,
        WaiverColumn,
        ScoreColumn,
        UpToColumn,
        MilesColumn,
        CostColumn,
        FreeColumn
    };
    explicit NearMissTableModel(QObject* parent = nullptr);
};

/// Households that are not eligible, with every reason.
class NotEligibleTableModel final : public RowTable<ReasonRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::NotEligibleTableModel)
public:
    enum Column { HouseholdColumn, ReasonsColumn, ProviderColumn };
    explicit NotEligibleTableModel(QObject* parent = nullptr);
};

}  // namespace homeward::ui
