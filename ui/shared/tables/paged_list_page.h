#pragma once

#include <QCoreApplication>
#include <QLocale>
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
                  m_isCounted = counts && !m_counting.isWantedAgain();
                  showNow();
              }),
          m_model(model)
    {
    }

    /// How the list that the filters and the order ask for is read, and what counts it.
    virtual ListSource<Row> source() const = 0;
    virtual Counter counter() const = 0;
    /// How many records there are, whatever the filters.
    virtual int totalOf(const Counts& counts) const = 0;
    /// Rows or counts are new.
    virtual void showCounts(const Counts& counts) = 0;

    const PagedRows<Row>& rows() const { return m_rows; }
    /// Empty: not counted yet.
    const std::optional<Counts>& counts() const { return m_counts; }

    /// How many rows the list has: those that are there, or `counted`, or until it is counted anew
    /// that there are more than those that are there.
    QString countText(int counted) const
    {
        const QLocale locale;
        if (m_rows.isWhole())
            return locale.toString(m_model->rowCount());
        return m_isCounted
                   ? locale.toString(counted)
                   : QCoreApplication::translate("homeward::ui::PagedListPage", "%1 or more")
                         .arg(locale.toString(m_model->rowCount()));
    }
    /// The counts are those of this list.
    bool isCounted() const { return m_isCounted; }

    void narrow() override
    {
        m_isCounted = false;
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
    RowTable<Row>* m_model;
    bool m_isCounted = false;
};

}  // namespace homeward::ui
