#include "ui/admin/trail/audit_table_model.h"

#include <QCoreApplication>
#include <set>

#include "domain/account.h"
#include "ui/admin/trail/audit_words.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct AuditTableWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::AuditTableModel)
};

QString nameOf(const std::string& field)
{
    if (field == "personName")
        return AuditTableWords::tr("Person's name");
    if (field == "name")
        return AuditTableWords::tr("Name");
    if (field == "role")
        return AuditTableWords::tr("Role");
    if (field == "active")
        return AuditTableWords::tr("Active");
    if (field == "passphrase")
        return AuditTableWords::tr("Passphrase");
    if (field == "currentFramework")
        return AuditTableWords::tr("Current framework");
    if (field == "file")
        return AuditTableWords::tr("File");
    if (field == "folder")
        return AuditTableWords::tr("Folder");
    if (field == "madeAt")
        return AuditTableWords::tr("Moment");
    if (field == "sequence")
        return AuditTableWords::tr("Last row");
    if (field == "bytes")
        return AuditTableWords::tr("Bytes");
    return fieldText(field, HistoryNames{});
}

QString wordsFor(const std::string& field, const std::map<std::string, std::string>& values)
{
    const auto found = values.find(field);
    if (found == values.end())
        return {};
    if (field == "role")
        if (const auto role = fromKey<Role>(found->second))
            return label(*role);
    return valueText(field, found->second, HistoryNames{});
}

}  // namespace

QString changedFieldsText(const app::AuditRow& row, const QString& separator)
{
    std::set<std::string> fields;
    for (const auto& [field, value] : row.before)
        fields.insert(field);
    for (const auto& [field, value] : row.after)
        fields.insert(field);
    QStringList lines;
    for (const std::string& field : fields) {
        const QString before = wordsFor(field, row.before);
        const QString after = wordsFor(field, row.after);
        if (before.isEmpty())
            lines << AuditTableWords::tr("%1: %2").arg(nameOf(field), after);
        else
            lines << AuditTableWords::tr("%1: %2 → %3")
                         .arg(nameOf(field), before, after.isEmpty() ? QStringLiteral("–") : after);
    }
    return lines.join(separator);
}

AuditTableModel::AuditTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::AuditRow;
    setColumns({
        column("row", tr("Row"), &Row::sequence).right().muted().ems(4).first(Qt::DescendingOrder),
        column("when", tr("When"), &Row::at),
        column("who", tr("Who"), personOf).ems(9).share(150),
        column("what", tr("What"), [](const Row& row) { return useCaseText(row.useCase); })
            .ems(9)
            .share(180),
        column("record", tr("Record"), [](const Row& row) { return entityText(row.entity); })
            .share(110),
        column("fields", tr("What changed"),
               [](const Row& row) { return changedFieldsText(row, QStringLiteral(" · ")); })
            .tooltip([](const Row& row) { return changedFieldsText(row, QStringLiteral("\n")); })
            .ems(12)
            .share(330),
    });
    eachRow(RecordIdRole, &Row::entityId);
}

void AuditTableModel::setSearch(const QString& words)
{
    setFilter([this, sought = words.trimmed()](const app::AuditRow& row) {
        return saysAnywhere(row, sought);
    });
}

}  // namespace homeward::ui
