#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>
#include <vector>

#include "analytics/needs_over_time.h"
#include "domain/needs/needs_framework.h"
#include "ui/shared/tables/row_table.h"

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
/// First and latest of each, for those who cannot see the chart.
QString linesInWords(const std::vector<NeedsLine>& lines);

/// "2", "1.5": whole levels without decimals.
QString levelText(const std::optional<double>& level);

/// Lines as a table: either first, latest and change, or every assessment.
class NeedsLinesModel final : public RowTable<NeedsLine> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::NeedsLinesModel)
public:
    enum class Form { FirstToLatest, EveryAssessment };
    explicit NeedsLinesModel(Form form, QObject* parent = nullptr);
    void setLines(const std::vector<Date>& dates, std::vector<NeedsLine> lines);

private:
    Columns columnsFor(const std::vector<Date>& dates) const;
    Form m_form;
};

}  // namespace homeward::ui
