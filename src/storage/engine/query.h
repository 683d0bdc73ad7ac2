#pragma once

#include <deque>
#include <string>
#include <utility>

#include "storage/engine/soci_types.h"
#include "storage/records/stored_lists.h"

namespace homeward::storage {

/// One prepared statement. into() and with() keep references: what they name must live as long as
/// the Query and is read anew by each run, so that one Query inserts many rows.
class Query {
public:
    Query(soci::session& sql, std::string text) : m_statement(sql), m_text(std::move(text)) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    template <typename T>
    Query& into(T& column)
    {
        if constexpr (StoredList<T>)
            m_statement.exchange(soci::into(m_lists.emplace_back(listInto(column))));
        else
            m_statement.exchange(soci::into(column));
        return *this;
    }
    /// Binds the next `:name` of the text.
    template <typename T>
    Query& with(const T& value)
    {
        if constexpr (StoredList<T>)
            m_statement.exchange(soci::use(std::as_const(m_lists.emplace_back(listFrom(value)))));
        else
            m_statement.exchange(soci::use(value));
        return *this;
    }

    /// Gives the number of rows changed.
    long long run()
    {
        prepare();
        m_statement.execute(true);
        return m_statement.get_affected_rows();
    }
    /// Reads the first row. False: there is none, and the columns keep what they had.
    bool first()
    {
        prepare();
        return m_statement.execute(true);
    }
    /// Reads the next row after first().
    bool next() { return m_statement.fetch(); }
    template <typename Visitor>
    void forEach(Visitor visit)
    {
        prepare();
        m_statement.execute();
        while (m_statement.fetch())
            visit();
    }

private:
    void prepare()
    {
        if (m_prepared)
            return;
        m_statement.alloc();
        m_statement.prepare(m_text);
        m_statement.define_and_bind();
        m_prepared = true;
    }

    std::deque<ListColumn> m_lists;  ///< Their places must not move.
    soci::statement m_statement;
    std::string m_text;
    bool m_prepared = false;
};

}  // namespace homeward::storage
