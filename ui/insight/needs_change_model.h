#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>
#include <vector>

#include "analytics/published_change.h"
#include "domain/needs/needs_framework.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// How a change in need is told.
enum class ChangeMeasure {
    Percent,  ///< of the summed levels at the first assessment
    Levels    ///< difference of the mean levels, -4..4
};

/// In which order domains are shown.
enum class ChangeOrder {
    BySize,  ///< largest reduction first; what cannot be told comes last
    ByFramework
};

/// One bar of the chart and one row of its table.
struct NeedsChangeRow {
    std::string domainKey;  ///< empty: all domains together
    QString title;
    QString outcome;               ///< empty for all domains together
    std::size_t outcomeIndex = 0;  ///< gives the colour
    analytics::DomainChange change;
    bool published = false;  ///< made of published figures

    bool isTotal() const { return domainKey.empty(); }
};

/// Inside, one's own children are seen however few they are; what leaves is another matter
/// (analytics/published_change.h).
inline constexpr int kOwnLimit = 1;

/// Half of the 95 % interval, in the unit of the bar; empty: none is known, as of published
/// figures.
std::optional<double> barHalf(const NeedsChangeRow& row, ChangeMeasure measure);
/// Length of the bar; empty: the group is too small, or there was no need at first to take a share
/// of.
std::optional<double> barValue(const NeedsChangeRow& row, ChangeMeasure measure);
/// "−18%", "+0.12", or why there is no figure.
QString barText(const NeedsChangeRow& row, ChangeMeasure measure);
class NeedsChangeModel;
/// "Total need −15% for 424 children"; of published figures "for about 425 children".
QString totalText(const NeedsChangeModel& model);
/// Why a row has no figures: "fewer than 5 children" of what leaves; inside "nobody compared", or
/// "new domain".
QString withoutFigures(const NeedsChangeRow& row);
/// "fewer than 5 children", for figures that do not leave.
QString tooFewText();
/// "1 child", "498 children".
QString childrenText(int children);

/// Change in need per domain, all domains together first: what both chart and table show.
class NeedsChangeModel final : public RowTable<NeedsChangeRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::NeedsChangeModel)
public:
    enum Column {
        DomainColumn,
        OutcomeColumn,
        ChildrenColumn,
        FirstColumn,
        LatestColumn,
        LevelsColumn,
        PercentColumn,
        FellColumn,
        SameColumn,
        RoseColumn,
        ColumnCount
    };
    explicit NeedsChangeModel(QObject* parent = nullptr);

    /// Exact figures, for the screen.
    void setChange(const analytics::NeedsChange& change, const NeedsFramework& framework);
    /// Figures that may leave the program.
    void setPublished(const analytics::PublishedChange& change, const NeedsFramework& framework);
    bool isPublished() const { return m_published; }
    void setOrder(ChangeOrder order, ChangeMeasure measure);

    ChangeMeasure measure() const { return m_measure; }
    ChangeOrder order() const { return m_order; }
    /// Row of a domain (empty key: all together), -1 when it is not there.
    int rowOf(const std::string& domainKey) const;
    int suppressedDomains() const;

private:
    void setFigures(const analytics::DomainChange& total,
                    const std::vector<analytics::DomainChange>& domains,
                    const NeedsFramework& framework);
    void putInOrder(std::vector<NeedsChangeRow> rows);

    std::vector<std::string> m_frameworkOrder;
    ChangeMeasure m_measure = ChangeMeasure::Percent;
    ChangeOrder m_order = ChangeOrder::BySize;
    bool m_published = false;
};

}  // namespace homeward::ui
