#pragma once

#include <string>
#include <vector>

#include "analytics/needs_change.h"
#include "ui/shared/tables/filter_bar.h"

namespace homeward::ui {

/// Which children a population page speaks of: ages, sex, where they live, provider, year of entry.
class CohortFilter final : public FilterBar {
    Q_OBJECT
public:
    explicit CohortFilter(QWidget* parent = nullptr);

    /// What can be chosen; a choice that is still there stays.
    void offer(const std::vector<std::string>& providers, const std::vector<int>& entryYears);
    Cohort cohort() const;

private:
    QComboBox* m_youngest;
    QComboBox* m_oldest;
    QComboBox* m_care;
    QComboBox* m_sex;
    QComboBox* m_placement;
    QComboBox* m_provider;
    QComboBox* m_entryYear;
};

/// The cohort in words, e.g. "girls aged 5 to 15 in fostering"; no filter: "all children in care".
QString cohortText(const Cohort& cohort);

}  // namespace homeward::ui
