#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <optional>
#include <vector>

#include "app/matching_service.h"
#include "ui/shared/cells/unknown_last_model.h"

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
    matching::Band band = matching::Band::Weak;
    int free = 0;
    std::optional<double> miles;
    std::string searchText;  ///< folded: household, reference, provider

    /// With the reference where the name alone is not enough.
    QString shown() const;
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

/// Near misses: the one limit, who can set it aside, what the score would be. Read only.
class NearMissTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        HouseholdColumn,
        LimitColumn,
        WaiverColumn,
        ScoreColumn,
        FreeColumn,
        MilesColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<ReasonRow> rows);
    const ReasonRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(const HomeId& home) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant sortKey(const ReasonRow& row, int column) const;
    QString displayText(const ReasonRow& row, int column) const;
    std::vector<ReasonRow> m_rows;
};

/// Households that are not eligible, with every reason. Read only.
class NotEligibleTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { HouseholdColumn, ReasonsColumn, ProviderColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<ReasonRow> rows);
    const std::vector<ReasonRow>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ReasonRow> m_rows;
};

/// "Why is X not on it?": rows whose household matches the typed words and that have the reason.
class NotEligibleFilterModel final : public UnknownLastModel {
    Q_OBJECT
public:
    using UnknownLastModel::UnknownLastModel;
    void setTyped(const QString& typed);
    void setLimit(const std::optional<matching::Limit>& limit);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& parent) const override;

private:
    std::string m_foldedTyped;
    std::optional<matching::Limit> m_limit;
};

}  // namespace homeward::ui
