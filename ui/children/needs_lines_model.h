#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <optional>
#include <vector>

#include "analytics/needs_over_time.h"
#include "domain/needs_framework.h"
#include "ui/shared/cells/cell_roles.h"

namespace homeward::ui {

enum class NeedsGrouping { Outcomes, Domains, Total };

/// One line of the chart with its name and what gives its colour.
struct NeedsLine {
    QString name;
    std::size_t outcome = 0;       ///< position in the framework
    std::size_t domainWithin = 0;  ///< position within the outcome
    bool isTotal = false;
    std::vector<std::optional<double>> values;  ///< one per assessment
    // Of the first and the latest assessment, over the domains known in both.
    std::optional<double> first;
    std::optional<double> latest;
    std::optional<double> change;

    std::optional<double> lastKnown() const;  ///< where the line ends
};
std::vector<NeedsLine> needsLines(const analytics::NeedsOverTime& needs,
                                  const NeedsFramework& framework, NeedsGrouping grouping);

/// "2", "1.5": whole levels without decimals.
QString levelText(const std::optional<double>& level);

/// Lines as a table: either first, latest and change, or every assessment.
class NeedsLinesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Form { FirstToLatest, EveryAssessment };
    explicit NeedsLinesModel(Form form, QObject* parent = nullptr);
    void setLines(std::vector<Date> dates, std::vector<NeedsLine> lines);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    std::optional<double> value(const NeedsLine& line, int column) const;
    bool isChange(int column) const { return column == columnCount() - 1; }
    QVariant displayText(const NeedsLine& line, int column) const;

    Form m_form;
    std::vector<Date> m_dates;
    std::vector<NeedsLine> m_lines;
};

}  // namespace homeward::ui
