#pragma once

#include <QWidget>
#include <vector>

#include "app/matching/matching_service.h"

namespace homeward::ui {

class EarlierSearchesModel;
class TableView;

/// The searches that were made for one child: when, by whom, on which terms, what came of them.
class EarlierSearchesView : public QWidget {
    Q_OBJECT
public:
    explicit EarlierSearchesView(QWidget* parent = nullptr);

    void setSearches(const std::vector<app::EarlierSearch>& searches, const ChildId& child);

signals:
    void searchRequested(const QString& searchId);
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    EarlierSearchesModel* m_rows;
    TableView* m_view;
};

}  // namespace homeward::ui
