#include "ui/admin/frameworks/framework_table_model.h"

namespace homeward::ui {

FrameworkTableModel::FrameworkTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::FrameworkRow;
    setColumns({
        column("title", tr("Title"), &Row::title).strong(&Row::current).ems(10).share(280),
        column("version", tr("Version"), &Row::version).share(90),
        column("use", tr("Use"),
               [](const Row& row) { return row.current ? tr("current") : QString(); })
            .sortedBy([](const Row& row) { return !row.current; })
            .tone([](const Row& row) { return row.current ? QStringLiteral("good") : QString(); })
            .fits({tr("current")}),
        column("domains", tr("Domains"), &Row::domains).right(),
        column("assessments", tr("Assessments"), &Row::assessments).right(),
        column("loaded", tr("Loaded"), &Row::loadedAt).first(Qt::DescendingOrder),
        column("by", tr("By"), &Row::loadedByName).ems(8).share(160),
    });
    eachRow(RecordIdRole, &Row::id);
}

const app::FrameworkRow* FrameworkTableModel::find(const QString& id) const
{
    return findRow([&](const app::FrameworkRow& row) { return text(row.id.value) == id; });
}

}  // namespace homeward::ui
