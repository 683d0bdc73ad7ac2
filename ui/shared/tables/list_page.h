#pragma once

#include <functional>
#include <optional>

#include "ui/shared/pages/kept_place.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/tables/table_view.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace homeward::ui {

class Banner;
class EmptyState;
class FilterBar;
class PageHeader;
class TableModel;

/// What a list of records is called.
struct ListNames {
    QString page;    ///< of its place, e.g. "carers"; also what settings remember it by
    QString record;  ///< page that a row opens, e.g. "home"; empty: rows open nothing
    QString title;   ///< heading
    TableNames table;
    QString fileName;      ///< suggested for CSV, e.g. "homes.csv"
    QString copyHelp;      ///< for screen readers: "Copy the selected homes, or the whole list"
    QString tabName = {};  ///< in the window's title and history; empty: the heading
};

/// An empty state: what is missing and what to do about it.
struct ListState {
    QString icon;
    QString title;
    QString text;
    QString action = {};  ///< words of its button; empty: none
};

/// A page that is a list of records: heading, copy and CSV, search and filters that are remembered,
/// a table, what to say when it is empty, print. The page itself says its columns (the model), its
/// filters and what they mean (`narrow`), and hands over rows.
class ListPage : public Page {
    Q_OBJECT
public:
    void open(const Place& place) override;
    Place place() const override;
    /// The whole list, in the order in which it is shown.
    bool print() override;
    /// Filters are remembered; what was typed in the search may be a name and goes with the page.
    bool comesBackWhole() const override { return true; }

protected:
    ListPage(const PageContext& context, const ListNames& names, TableModel* model,
             QWidget* parent);

    const PageContext& context() const { return m_context; }
    PageHeader& header() const { return *m_header; }
    Banner& banner() const { return *m_banner; }
    FilterBar& filters() const { return *m_filters; }
    TableView& view() const { return *m_view; }
    /// The model it was given, as the page knows it.
    template <typename Model>
    Model* model() const
    {
        return static_cast<Model*>(m_model);
    }
    /// Above the table, below the filters; or below the table.
    void addAbove(QWidget* part);
    void addBelow(QWidget* part);
    /// A button at the right of the heading; the primary one last.
    QPushButton* addAction(const QString& objectName, const QString& words, bool primary = true);
    /// Shown while there is no row at all, and while none passes the filters (its button clears
    /// them).
    EmptyState* sayWhenNone(const ListState& state);
    EmptyState* sayWhenNoMatch(const ListState& state);
    void sayWhileReading(const QString& words);
    /// Filters can be saved under names; behind the last of them.
    void offerSavedFilters();

    /// Once filters and states were added: puts back what was remembered.
    void start();
    /// The model has new rows, or was narrowed; `isRead`: they were read, so that none means none.
    void showState(bool isRead);
    /// Runs `replace`, which gives the model rows, keeping the rows that are chosen and the place
    /// scrolled to.
    template <typename Replace>
    void keepingPlace(Replace replace)
    {
        const KeptPlace kept(*this);
        replace();
    }
    QString chosenRecord() const;

    /// How many records there are, whatever the filters; empty: not known yet.
    virtual std::optional<int> recordCount() const;
    /// Runs `then` once the rows are those that the filters ask for.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): whoever overrides it keeps it
    virtual void whenRead(std::function<void()> then) { then(); }
    /// Runs `then` once the table has every row of the list.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): likewise
    virtual void withWholeList(std::function<void()> then) { then(); }

    /// The filters changed: tell the model, then showState.
    virtual void narrow() = 0;
    /// Enter in the search, once what was typed is found: goes to the first row unless the page
    /// knows better.
    virtual void searchAccepted();
    virtual void openRow(const QModelIndex& index);
    void goToList();

private:
    void buildHeader();
    void printWhole();
    QString group() const;

    const PageContext m_context;
    const ListNames m_names;
    TableModel* m_model;
    PageHeader* m_header;
    Banner* m_banner;
    FilterBar* m_filters;
    QStackedWidget* m_stack;
    QWidget* m_list;
    QVBoxLayout* m_above;
    QVBoxLayout* m_listColumn;
    TableView* m_view;
    QWidget* m_none = nullptr;
    QWidget* m_noMatch = nullptr;
    QLabel* m_reading;
};

}  // namespace homeward::ui
