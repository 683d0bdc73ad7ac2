#pragma once

#include <QWidget>

#include "app/matching/matching_service.h"

class QComboBox;
class QDoubleSpinBox;

namespace homeward::ui {

class DateField;

/// What is asked for, in one line: from when, which kind of placement, how far away.
class SearchTermsBar : public QWidget {
    Q_OBJECT
public:
    explicit SearchTermsBar(QWidget* parent = nullptr);

    /// Shows terms without telling of a change. `today` stands where no day is set.
    void setTerms(const app::SearchTerms& terms, Date today);
    /// The terms as edited, for the child of setTerms.
    app::SearchTerms terms() const;

signals:
    void termsChanged();

private:
    void takeDay();
    DateField* m_fromEdit;
    QComboBox* m_kindBox;
    QComboBox* m_typeBox;
    QDoubleSpinBox* m_milesEdit;
    app::SearchTerms m_terms;
    Date m_today;
    bool m_setting = false;
};

/// "from 23 Mar 2026 · long term · at most 25 miles"
QString termsText(const app::SearchTerms& terms, Date today);

}  // namespace homeward::ui
