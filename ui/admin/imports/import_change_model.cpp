#include "ui/admin/imports/import_change_model.h"

#include "ui/shared/history/history_words.h"

namespace homeward::ui {
namespace {

QString shownText(const app::ImportChange& change, const std::string& value)
{
    return change.field == "placement" ? text(value) : valueText(change.field, value, {});
}

}  // namespace

ImportChangeModel::ImportChangeModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ImportChange;
    setColumns({
        column("child", tr("Child"), &Row::child).strong().ems(8).share(60),
        column("field", tr("What"),
               [](const Row& row) {
                   return row.field == "placement" ? tr("placement") : fieldText(row.field, {});
               })
            .ems(8)
            .share(80),
        column("from", tr("From"), [](const Row& row) { return shownText(row, row.from); })
            .tooltip()
            .ems(10)
            .share(150),
        column("to", tr("To"), [](const Row& row) { return shownText(row, row.to); })
            .tooltip()
            .ems(10)
            .share(150),
    });
}

}  // namespace homeward::ui
