#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <vector>

#include "domain/needs_framework.h"

namespace homeward::ui {

/// What differs between two versions: a domain more or less, or one text.
struct FrameworkDifference {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString domain;  ///< title
    QString where;   ///< in words, e.g. "need level 2"; empty for a whole domain
    QString before;
    QString after;
};

std::vector<FrameworkDifference> differencesOf(const NeedsFramework& before,
                                               const NeedsFramework& after);

/// Differences of two versions: added domains, removed ones, then changed texts.
class FrameworkComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { KindColumn, DomainColumn, WhereColumn, BeforeColumn, AfterColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<FrameworkDifference> rows);
    const std::vector<FrameworkDifference>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FrameworkDifference> m_rows;
};

}  // namespace homeward::ui
