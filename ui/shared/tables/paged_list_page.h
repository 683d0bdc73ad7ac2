#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "ui/shared/look/banner.h"
#include "ui/shared/tables/list_page.h"
#include "ui/shared/tables/paged_rows.h"

namespace homeward::ui {

/// A list page of any size: its rows come a stretch at a time (PagedRows), what they come to is
/// counted behind them and never holds them up.
template <typename Row, typename Counts>
class PagedListPage : public ListPage {
protected:
    using Counter = std::function<Result<Counts>(app::Session&)>;

    PagedListPage(const PageContext& context, const ListNames& names, RowTable<Row>* model,
                  const Touches& touches, QWidget* parent)
        : ListPage(context, names, model, parent),
          m_rows(
              this, context, touches, view(), model, [this] { return source(); },
              [this](const Error* error) {
                  if (error)
                      banner().showError(*error);
                  showNow();
              }),
          m_counting(
              this, context, touches, Lane::Long, {},
              [this]() -> typename LiveQuery<Counts>::Work {
                  return [count = counter()](app::Session& session, const RunControl&) {
                      return count(session);
                  };
              },
              [this](const Result<Counts>& counts) {
                  if (counts)
                      m_counts = *counts;
                  showNow();
              })
    {
    }

    /// How the list that the filters and the order ask for is read, and what counts it.
    virtual ListSource<Row> source() const = 0;
    virtual Counter counter() const = 0;
    /// How many records there are, whatever the filters.
    virtual int totalOf(const Counts& counts) const = 0;
    /// Rows or counts are new; the counts may still be those of other filters.
    virtual void showCounts(const Counts& counts) = 0;

    const PagedRows<Row>& rows() const { return m_rows; }
    /// Empty: not counted yet.
    const std::optional<Counts>& counts() const { return m_counts; }

    void narrow() override
    {
        m_rows.read();
        m_counting.read();
    }
    std::optional<int> recordCount() const override
    {
        return m_counts ? std::optional(totalOf(*m_counts)) : std::nullopt;
    }
    void whenRead(std::function<void()> then) override { m_rows.whenRead(std::move(then)); }
    void withWholeList(std::function<void()> then) override { m_rows.withAll(std::move(then)); }

private:
    void showNow()
    {
        if (m_counts)
            showCounts(*m_counts);
        showState(m_rows.isRead());
    }

    PagedRows<Row> m_rows;
    LiveQuery<Counts> m_counting;
    std::optional<Counts> m_counts;
};

}  // namespace homeward::ui
