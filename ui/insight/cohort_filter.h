#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "analytics/needs_change.h"

class QComboBox;
class QPushButton;
class QSpinBox;

namespace homeward::ui {

/// Which children a population page speaks of: ages, sex, where they live, provider, year of entry.
class CohortFilter : public QWidget {
    Q_OBJECT
public:
    explicit CohortFilter(QWidget* parent = nullptr);

    /// What can be chosen; a choice that is still there stays.
    void setChoices(const std::vector<std::string>& providers, const std::vector<int>& entryYears);
    const Cohort& cohort() const { return m_cohort; }
    void setCohort(const Cohort& cohort);

signals:
    void cohortChanged();

private:
    QComboBox* addCombo(const char* objectName, const QString& name);
    QSpinBox* addAge(const char* objectName, const QString& name);
    void readControls();
    void showClear();

    Cohort m_cohort = childrenInCare();
    QComboBox* m_care;
    QSpinBox* m_youngest;
    QSpinBox* m_oldest;
    QComboBox* m_sex;
    QComboBox* m_placement;
    QComboBox* m_provider;
    QComboBox* m_entryYear;
    QPushButton* m_clear;
};

/// The cohort in words, e.g. "girls aged 5 to 15 in fostering"; no filter: "all children in care".
QString cohortText(const Cohort& cohort);
/// How many of its members filter, beside that children are in care.
int filterCount(const Cohort& cohort);

}  // namespace homeward::ui
