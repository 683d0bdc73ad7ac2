#pragma once

#include "app/exchange/import_return.h"
#include "ui/shared/look/card.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/tables/row_table.h"

class QPushButton;

namespace homeward::ui {

class Banner;
class TableView;

/// Imports on record, newest first.
class ImportTableModel final : public RowTable<app::ImportRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ImportTableModel)
public:
    explicit ImportTableModel(QObject* parent = nullptr);
};

/// The imports that were made, with their findings, and the way back from the last.
class ImportsCard final : public Card {
    Q_OBJECT
public:
    ImportsCard(const PageContext& context, Banner& banner, QWidget* parent = nullptr);
    void readAgain() { m_reading.readAgain(); }

private:
    void take(const Result<std::vector<app::ImportRow>>& imports);
    const app::ImportRow* selected() const;
    void showActs();
    void takeBack();
    void exportFindings();

    PageContext m_context;
    Banner& m_banner;
    ImportTableModel* m_model;
    TableView* m_view;
    QPushButton* m_back;
    QPushButton* m_findings;
    LiveQuery<std::vector<app::ImportRow>> m_reading;
};

}  // namespace homeward::ui
