#include "ui/admin/imports/import_file_model.h"

namespace homeward::ui {

ImportFileModel::ImportFileModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ImportFileSummary;
    const auto count = [](const char* key, const QString& heading, auto member) {
        return column(key, heading, member).right().muted([member](const Row& row) {
            return row.*member == 0;
        });
    };
    setColumns({
        column("file", tr("File"), &Row::file).ems(12).share(200),
        column("kind", tr("Kind"),
               [](const Row& row) { return row.isHeader ? tr("header") : tr("episodes"); })
            .fits({tr("episodes")}),
        column("year", tr("Year"), &Row::year)
            .shownAs([](const Row& row) { return collectionYearText(row.year); })
            .fits({QStringLiteral("2026/27")}),
        column("rows", tr("Rows"), &Row::rows).right(),
        count("new", tr("New"), &Row::created),
        count("changed", tr("Changed"), &Row::changed),
        count("unchanged", tr("Unchanged"), &Row::left),
        count("not-taken", tr("Not taken"), &Row::rejected).strong([](const Row& row) {
            return row.rejected > 0;
        }),
    });
}

}  // namespace homeward::ui
