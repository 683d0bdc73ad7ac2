#pragma once

#include <QWidget>
#include <vector>

#include "app/trust/audit_trail.h"
#include "ui/shared/history/history_words.h"

class QComboBox;
class QLabel;

namespace homeward::ui {

class Banner;
class Card;
class ChangedFieldsModel;
class HistoryTableModel;
struct PageContext;
class TableView;

/// The history of one record: what was done, by whom, and each field before and after.
class HistoryView final : public QWidget {
    Q_OBJECT
public:
    /// `name` keeps the columns of the tables apart in the settings, e.g. "child".
    HistoryView(const PageContext& context, const QString& name, QWidget* parent = nullptr);

    void setRows(std::vector<app::AuditRow> rows, HistoryNames names);
    void showError(const Error& error);
    void hideMessage();
    /// Whose history it is, for the record of what leaves.
    void setChild(const ChildId& child);
    /// What the exported file is called, without its ending.
    void setFileName(const QString& name) { m_fileName = name; }
    /// What is shown, on paper. False: it shows nothing.
    bool print();
    /// How many lines, copy and export, for the page to place.
    QWidget* tools() const { return m_tools; }
    /// Changes, views or both; hidden for records whose views are not logged.
    QComboBox* filter() const { return m_filter; }

private:
    QWidget* buildList(const QString& name);
    QWidget* buildDetail(const QString& name);
    void buildTools();
    void showCount();
    void showDetail();

    const PageContext& m_context;
    QString m_fileName;
    Banner* m_banner;
    HistoryTableModel* m_model;
    ChangedFieldsModel* m_fields;
    TableView* m_view = nullptr;
    TableView* m_fieldsView = nullptr;
    Card* m_detail = nullptr;
    QWidget* m_tools;
    QComboBox* m_filter = nullptr;
    QLabel* m_count = nullptr;
};

/// Names of people, homes, providers and frameworks of the authority, and of the domains of the
/// current framework.
HistoryNames historyNames(const PageContext& context, const std::vector<app::AuditRow>& rows);

}  // namespace homeward::ui
