#pragma once

#include "app/needs/insight.h"
#include "ui/insight/children_behind_model.h"
#include "ui/shared/look/card.h"

class QLabel;

namespace homeward::ui {

class TableView;

/// The children behind one bar, with the way back.
class ChildrenBehindView final : public Card {
    Q_OBJECT
public:
    explicit ChildrenBehindView(QWidget* parent = nullptr);

    void showChildren(const app::InsightData& source, const Cohort& cohort,
                      const std::string& domainKey);
    const std::string& domainKey() const { return m_domainKey; }
    const ChildrenBehindModel& model() const { return *m_model; }
    TableView* table() const { return m_table; }
    QString heading() const { return m_heading; }

signals:
    void backRequested();
    void childRequested(const QString& childId);

private:
    std::string m_domainKey;
    QString m_heading;
    ChildrenBehindModel* m_model;
    TableView* m_table;
};

}  // namespace homeward::ui
