#pragma once

#include <QAbstractItemView>
#include <QCoreApplication>
#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "app/records/list_slice.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// How a list is read, whatever its size.
template <typename Row>
struct ListSource {
    /// Rows behind a place, at most so many.
    std::function<Result<app::ListSlice<Row>>(app::Session&, const app::ListPlace&, int)> slice;
    /// All of them.
    std::function<Result<std::vector<Row>>(app::Session&, const RunControl&)> all;
};

/// The rows of a table: the first stretch at once, the next ones as one scrolls to them, all of
/// them when the whole list is to leave. Read again after a commit that touches them, as far as
/// they were shown. Chosen rows stay chosen where they are among those that were read.
template <typename Row>
class PagedRows {
public:
    using Slice = app::ListSlice<Row>;
    using Asked = std::function<ListSource<Row>()>;

    /// `asked`: what the filters and the order ask for now. `shown` is told after each reading; an
    /// error: it failed.
    PagedRows(QWidget* page, const PageContext& context, Touches touches, QAbstractItemView& view,
              RowTable<Row>* model, Asked asked, std::function<void(const Error*)> shown)
        : m_context(context),
          m_page(page),
          m_view(view),
          m_model(model),
          m_asked(std::move(asked)),
          m_shown(std::move(shown)),
          m_query(
              page, context, std::move(touches), Lane::Quick, {}, [this] { return work(); },
              [this](const Result<Slice>& slice) { show(slice); })
    {
        m_model->setPaged();
        QObject::connect(m_model, &TableModel::moreWanted, page, [this] { readMore(); });
        QObject::connect(m_model, &TableModel::orderWanted, page, [this] { reorder(); });
    }
    PagedRows(const PagedRows&) = delete;
    PagedRows& operator=(const PagedRows&) = delete;

    /// Another list, from its first row.
    void read()
    {
        m_whenRead = nullptr;
        m_sought = false;
        readFirst();
    }
    /// Runs `then` when the rows are those of the list asked for last: at once, or once it is read;
    /// not at all if that fails or somebody has left the page by then.
    void whenRead(std::function<void()> then)
    {
        if (m_query.isReading() || !m_isRead)
            m_whenRead = std::move(then);
        else
            then();
    }
    bool isRead() const { return m_isRead; }
    /// Nothing comes behind the rows that are there.
    bool isWhole() const { return m_isRead && !m_end; }
    bool isNearest() const { return m_nearest; }

    /// Runs `then` once every row is there; not at all when it is stopped or fails.
    void withAll(std::function<void()> then)
    {
        whenRead([this, then = std::move(then)] { readAll(then); });
    }

private:
    /// As many rows as were scrolled to are read again; of a whole list only the beginning.
    static constexpr int kMostAgain = 2000;

    void readFirst()
    {
        m_fromFirst = true;
        m_begun = true;
        m_query.read();
    }
    /// The same rows in another order.
    void reorder()
    {
        if (!m_begun)
            return;
        m_sought = true;
        readFirst();
    }
    void readAll(const std::function<void()>& then)
    {
        if (!m_end)
            return then();
        auto all = m_asked().all;
        m_context.jobs.template run<std::vector<Row>>(
            m_page,
            QCoreApplication::translate("homeward::ui::PagedRows", "Reading the whole list"),
            [all](app::Session& session, const RunControl& control) {
                return all(session, control);
            },
            [this, reading = m_reading, then](const Result<std::vector<Row>>& rows) {
                if (!rows && rows.error().code != ErrorCode::Cancelled)
                    return m_shown(&rows.error());
                if (!rows)
                    return;
                if (reading != m_reading)  // changed meanwhile
                    return withAll(then);
                const KeptPlace kept(*m_page);
                m_end.reset();
                m_model->setHasMore(false);
                m_model->setRows(*rows);
                m_shown(nullptr);
                then();
            },
            Stopping::WhenAsked, Lane::Long);
    }

    typename LiveQuery<Slice>::Work work()
    {
        const bool fromFirst = std::exchange(m_fromFirst, false);
        m_toTop = m_toTop || fromFirst;
        const int rows = fromFirst ? app::kSliceRows
                                   : std::clamp(m_model->rowCount(), app::kSliceRows, kMostAgain);
        return [slice = m_asked().slice, rows](app::Session& session, const RunControl&) {
            return slice(session, {}, rows);
        };
    }
    void show(const Result<Slice>& slice)
    {
        ++m_reading;
        if (!slice) {
            m_whenRead = nullptr;
            return m_shown(&slice.error());
        }
        m_end = slice->end;
        m_nearest = slice->nearest;
        m_isRead = true;
        m_model->setHasMore(m_end != nullptr);
        replaceRows(slice->rows);
        m_shown(nullptr);
        // Another reading may be wanted already, of what was typed since.
        if (m_query.isWantedAgain())
            return;
        if (const auto then = std::exchange(m_whenRead, nullptr); then && m_page->isVisible())
            then();
    }
    void replaceRows(const std::vector<Row>& rows)
    {
        {
            const KeptPlace kept(*m_page);
            m_model->setRows(rows);
        }
        if (!std::exchange(m_toTop, false))
            return;
        m_view.scrollToTop();
        if (m_sought && m_view.currentIndex().isValid())
            m_view.scrollTo(m_view.currentIndex());
    }
    void readMore()
    {
        if (!m_end || m_moreReading == m_reading || m_query.isReading())
            return;
        m_moreReading = m_reading;
        m_context.jobs.template run<Slice>(
            m_page, {},
            [slice = m_asked().slice, from = m_end](app::Session& session, const RunControl&) {
                return slice(session, from, app::kSliceRows);
            },
            [this, reading = m_reading](const Result<Slice>& slice) {
                if (reading != m_reading)
                    return;
                m_moreReading = -1;
                if (!slice)
                    return m_shown(&slice.error());
                m_end = slice->end;
                m_model->setHasMore(m_end != nullptr);
                m_model->appendRows(slice->rows);
                m_shown(nullptr);
            });
    }

    const PageContext m_context;
    QWidget* m_page;
    QAbstractItemView& m_view;
    RowTable<Row>* m_model;
    Asked m_asked;
    std::function<void(const Error*)> m_shown;
    std::function<void()> m_whenRead;
    app::ListPlace m_end;
    bool m_nearest = false;
    bool m_isRead = false;
    bool m_begun = false;
    bool m_fromFirst = true;
    bool m_toTop = false;    ///< what comes begins at its first row
    bool m_sought = false;   ///< and is scrolled to the chosen one
    int m_reading = 0;       ///< of which reading the rows are
    int m_moreReading = -1;  ///< whose next stretch is being read
    LiveQuery<Slice> m_query;
};

}  // namespace homeward::ui
