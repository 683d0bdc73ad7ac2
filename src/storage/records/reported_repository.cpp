#include "storage/records/reported_repository.h"

#include <algorithm>
#include <tuple>

#include "storage/engine/query.h"

namespace homeward::storage {
namespace {

/// A table of one year, as far as it speaks of one child.
using Report = std::pair<int, ReportedTable>;

struct Numbered {
    ReportedRow row;
    std::string at;  ///< of its import
};

/// Keeps of each report the rows of its latest import.
std::vector<ReportedRow> latestOf(std::vector<Numbered> rows)
{
    std::map<Report, std::pair<std::string, ImportId>> latest;
    for (const Numbered& one : rows) {
        auto& newest = latest[{one.row.year, one.row.table}];
        newest = std::max(newest, {one.at, one.row.import});
    }
    std::vector<ReportedRow> kept;
    for (Numbered& one : rows)
        if (latest.at({one.row.year, one.row.table}).second == one.row.import)
            kept.push_back(std::move(one.row));
    std::ranges::sort(kept, {}, [](const ReportedRow& row) {
        return std::tuple(row.year, row.table, row.file, row.line);
    });
    return kept;
}

}  // namespace

std::map<std::string, std::vector<ReportedRow>> ReportedRepository::read(
    const std::string& where, const std::string& bound, const std::set<std::string>* wanted)
{
    Numbered one;
    Query query(m_transaction.session(),
                "select r.import, r.file, r.line, r.report, r.year, r.child_key, r.cells, i.at"
                " from reported_row r join return_import i on i.id = r.import"
                " where i.undone_at = ''" +
                    where);
    ReportedRow& row = one.row;
    query.into(row.import).into(row.file).into(row.line).into(row.table).into(row.year);
    query.into(row.childKey).into(row.cells).into(one.at);
    if (!where.empty())
        query.with(bound);
    std::map<std::string, std::vector<Numbered>> byChild;
    query.forEach([&] {
        if (!wanted || wanted->contains(row.childKey))
            byChild[row.childKey].push_back(one);
    });
    std::map<std::string, std::vector<ReportedRow>> standing;
    for (auto& [child, rows] : byChild)
        standing[child] = latestOf(std::move(rows));
    return standing;
}

std::map<std::string, std::vector<ReportedRow>> ReportedRepository::standing(
    const std::set<std::string>& childKeys, const ImportId& without)
{
    return without.isEmpty() ? read({}, {}, &childKeys)
                             : read(" and r.import <> :import", without.value, &childKeys);
}

std::vector<ReportedRow> ReportedRepository::standingOf(const std::string& childKey)
{
    auto found = read(" and r.child_key = :child", childKey, nullptr);
    return found.empty() ? std::vector<ReportedRow>() : std::move(found.begin()->second);
}

std::set<std::string> ReportedRepository::childrenOf(const ImportId& import)
{
    std::set<std::string> children;
    std::string key;
    Query(m_transaction.session(),
          "select distinct child_key from reported_row where import = :import")
        .into(key)
        .with(import)
        .forEach([&] { children.insert(key); });
    return children;
}

std::set<std::string> ReportedRepository::reportedChildren()
{
    std::set<std::string> children;
    std::string key;
    Query(m_transaction.session(),
          "select distinct r.child_key from reported_row r join return_import i on i.id = r.import"
          " where i.undone_at = ''")
        .into(key)
        .forEach([&] { children.insert(key); });
    return children;
}

void ReportedRepository::insert(const ReturnImport& import)
{
    Query(m_transaction.session(),
          "insert into return_import (id, at, by_account, files, findings, children_created,"
          " children_changed, undone_at) values (:id, :at, :by, :files, :findings, :created,"
          " :changed, :undone)")
        .with(import.id)
        .with(import.at)
        .with(import.by)
        .with(import.files)
        .with(import.findings)
        .with(import.childrenCreated)
        .with(import.childrenChanged)
        .with(import.undoneAt)
        .run();
}

void ReportedRepository::insertMany(const std::vector<ReportedRow>& rows)
{
    ReportedRow row;
    Query insert(m_transaction.session(),
                 "insert into reported_row (import, file, line, report, year, child_key, cells)"
                 " values (:import, :file, :line, :report, :year, :child, :cells)");
    insert.with(row.import).with(row.file).with(row.line).with(row.table).with(row.year);
    insert.with(row.childKey).with(row.cells);
    for (const ReportedRow& one : rows) {
        row = one;
        insert.run();
    }
}

std::vector<ReturnImport> ReportedRepository::all()
{
    std::vector<ReturnImport> imports;
    ReturnImport one;
    Query(m_transaction.session(),
          "select id, at, by_account, files, findings, children_created, children_changed,"
          " undone_at from return_import order by at desc, id desc")
        .into(one.id)
        .into(one.at)
        .into(one.by)
        .into(one.files)
        .into(one.findings)
        .into(one.childrenCreated)
        .into(one.childrenChanged)
        .into(one.undoneAt)
        .forEach([&] { imports.push_back(one); });
    return imports;
}

std::optional<ReturnImport> ReportedRepository::find(const ImportId& id)
{
    for (ReturnImport& import : all())
        if (import.id == id)
            return std::move(import);
    return std::nullopt;
}

void ReportedRepository::markUndone(const ImportId& id, Timestamp at)
{
    Query(m_transaction.session(), "update return_import set undone_at = :at where id = :id")
        .with(at.toIso())
        .with(id)
        .run();
}

}  // namespace homeward::storage
