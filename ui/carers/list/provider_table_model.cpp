#include "ui/carers/list/provider_table_model.h"

#include "support/text/text.h"

namespace homeward::ui {

ProviderTableModel::ProviderTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ProviderRow;
    setColumns({
        column("provider", tr("Provider"),
               [](const Row& row) {
                   return row.name.empty() ? tr("no provider recorded") : text(row.name);
               })
            .sortedBy(&Row::name)
            .unknownLast()
            .strong([](const Row& row) { return !row.name.empty(); })
            .muted([](const Row& row) { return row.name.empty(); })
            .tooltip()
            .ems(14)
            .share(260)
            .first(),
        column("service", tr("Service"),
               [](const Row& row) {
                   if (row.id.isEmpty())
                       return QString();
                   return row.ownService ? tr("own service") : tr("agency or other");
               })
            .unknownLast()
            .fits({tr("agency or other")})
            .share(60),
        column("homes", tr("Homes"), &Row::homes).right().share(40),
        column("approved", tr("Approved"), &Row::approved).right().share(40),
        column("places", tr("Places"), &Row::places)
            .right()
            .share(40)
            .explained(tr("Places of the approved homes")),
        column("placed", tr("Children placed"), &Row::placed)
            .right()
            .share(40)
            .explained(tr("Children living in these homes today")),
        column("free", tr("Free places"), &Row::free)
            .right()
            .share(40)
            .strong([](const Row& row) { return row.free > 0; })
            .muted([](const Row& row) { return row.free == 0; })
            .explained(tr("In approved homes, kept for nobody")),
    });
    // The name: a list of homes is searched by it.
    eachRow(RecordIdRole, &Row::name);
}

void ProviderTableModel::narrow(const QString& typed, const std::optional<bool>& ownService,
                                bool withFreePlace)
{
    setFilter([=, folded = foldedForSearch(utf8(typed))](const app::ProviderRow& row) {
        return (!ownService || (!row.id.isEmpty() && row.ownService == *ownService)) &&
               (!withFreePlace || row.free > 0) && holdsWords(foldedForSearch(row.name), folded);
    });
}

}  // namespace homeward::ui
