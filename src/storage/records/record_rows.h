#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "domain/fields.h"
#include "storage/engine/query.h"
#include "storage/engine/transaction.h"

// Statements that follow from the list of a record's fields (domain/fields.h). They are whole
// sentences of SQL: `select child.id, child.case_number, ... from child where id = :id`.

namespace homeward::storage {

template <typename Record>
concept HasId = requires(Record record)
{
    record.id;
};
template <typename Record>
concept Versioned = HasId<Record> && requires(Record record)
{
    record.rowVersion;
};

/// A member that is only filled when the record is read, from an expression over the joined tables.
template <typename Record, typename Value>
struct Filled {
    std::string_view expression;
    Value Record::*member;
};
// Not every compiler finds it from the members.
template <typename Record, typename Value>
Filled(std::string_view, Value Record::*) -> Filled<Record, Value>;

/// What a record is read with: specialise where tables are joined to its own.
template <typename Record>
struct ReadWith {
    static constexpr std::string_view joins{};
    static constexpr std::tuple<> filled{};
};

/// A column beside the fields of a record. Holds a reference, read anew by each run.
template <typename Value>
struct Column {
    Column(std::string_view column, const Value& read) : name(column), value(read) {}

    std::string_view name;
    const Value& value;
};

inline void addListed(std::string& list, std::string_view item)
{
    list.append(list.empty() ? "" : ", ").append(item);
}

/// "select ... from ... ", to which a condition and an order are added.
template <typename Record>
const std::string& selectText()
{
    static const std::string text = [] {
        const std::string table(Fields<Record>::table);
        std::string columns;
        const auto add = [&](std::string_view column) {
            addListed(columns, table + '.' + std::string(column));
        };
        if constexpr (HasId<Record>)
            add("id");
        forEachField<Record>([&](const auto& field) { add(field.column()); });
        if constexpr (Versioned<Record>)
            add("row_version");
        std::apply([&](const auto&... filled) { (addListed(columns, filled.expression), ...); },
                   ReadWith<Record>::filled);
        const std::string joins(ReadWith<Record>::joins);
        return "select " + columns + " from " + table + ' ' + joins + (joins.empty() ? "" : " ");
    }();
    return text;
}

/// Reads records of one kind: `Select<Child>(sql, "where child.id = :id").with(id).first()`. `rest`
/// names columns with their table.
template <typename Record>
class Select {
public:
    explicit Select(soci::session& sql, std::string_view rest = {})
        : m_query(sql, selectText<Record>() + std::string(rest))
    {
        if constexpr (HasId<Record>)
            m_query.into(m_record.id);
        forEachField<Record>([this](const auto& field) { m_query.into(field.in(m_record)); });
        if constexpr (Versioned<Record>)
            m_query.into(m_record.rowVersion);
        std::apply([this](const auto&... filled) { (m_query.into(m_record.*filled.member), ...); },
                   ReadWith<Record>::filled);
    }
    Select(const Select&) = delete;
    Select& operator=(const Select&) = delete;

    /// As Query::with: what is bound must live until the reading.
    template <typename Value>
    Select& with(const Value& value)
    {
        m_query.with(value);
        return *this;
    }
    std::optional<Record> first()
    {
        return m_query.first() ? std::optional(std::move(m_record)) : std::nullopt;
    }
    /// The visitor may move the record away.
    template <typename Visitor>
    void forEach(Visitor visit)
    {
        m_query.forEach([&] { visit(m_record); });
    }
    std::vector<Record> all()
    {
        std::vector<Record> records;
        forEach([&](Record& record) { records.push_back(std::move(record)); });
        return records;
    }

private:
    Record m_record;
    Query m_query;
};

/// Writes new records of one kind, again and again, with one prepared statement. The id, where the
/// record has one, must be set.
template <typename Record>
class Insert {
public:
    /// Of a record without row version and stamp, with further columns.
    template <typename... Values>
    explicit Insert(soci::session& sql, const Column<Values>&... further)
        : Insert(sql, Fields<Record>::table, further...)
    {
    }
    /// Of a record that stands in the table of its owner.
    template <typename... Values>
    Insert(soci::session& sql, std::string_view table, const Column<Values>&... further)
        : m_query(sql, text(table, {further.name...}))
    {
        forEachField<Record>([this](const auto& field) { m_query.with(field.in(m_record)); });
        if constexpr (HasId<Record>)
            m_query.with(m_record.id);
        (m_query.with(further.value), ...);
    }
    /// Stored with row version 1 and who wrote it when. `stamp` must live as long.
    template <typename... Values>
    Insert(soci::session& sql, const Stamp& stamp,
           const Column<Values>&... further) requires Versioned<Record>
        : Insert(sql, Column("row_version", kFirstVersion), Column("created_at", stamp.at),
                 Column("created_by", stamp.by), Column("changed_at", stamp.at),
                 Column("changed_by", stamp.by), further...)
    {
    }
    Insert(const Insert&) = delete;
    Insert& operator=(const Insert&) = delete;

    void run(const Record& record)
    {
        m_record = record;
        m_query.run();
    }
    void run(const std::vector<Record>& records)
    {
        for (const Record& record : records)
            run(record);
    }

private:
    static constexpr int kFirstVersion = 1;

    static std::string text(std::string_view table, const std::vector<std::string_view>& further)
    {
        std::string columns;
        std::string values;
        const auto add = [&](std::string_view column) {
            addListed(columns, column);
            addListed(values, ':' + std::string(column));
        };
        forEachField<Record>([&](const auto& field) { add(field.column()); });
        if constexpr (HasId<Record>)
            add("id");
        for (const std::string_view column : further)
            add(column);
        return "insert into " + std::string(table) + " (" + columns + ") values (" + values + ')';
    }

    Record m_record;
    Query m_query;
};

/// False: the stored row version is not that of `record`, or the record is gone; nothing is
/// written.
template <Versioned Record, typename... Values>
bool update(soci::session& sql, const Record& record, const Stamp& stamp,
            const Column<Values>&... further)
{
    std::string columns;
    const auto add = [&](std::string_view column) {
        addListed(columns, std::string(column) + " = :" + std::string(column));
    };
    forEachField<Record>([&](const auto& field) { add(field.column()); });
    (add(further.name), ...);
    Query query(sql, "update " + std::string(Fields<Record>::table) + " set " + columns +
                         ", row_version = row_version + 1, changed_at = :changed_at,"
                         " changed_by = :changed_by where id = :id and row_version = :seen");
    forEachField<Record>([&](const auto& field) { query.with(field.in(record)); });
    (query.with(further.value), ...);
    query.with(stamp.at).with(stamp.by).with(record.id).with(record.rowVersion);
    return query.run() == 1;
}

}  // namespace homeward::storage
