#pragma once

#include <QString>
#include <set>
#include <string>

#include "app/matching/matching_service.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Names that more than one household of the answer has: alone they say nothing.
std::set<std::string> sharedNames(const app::ShortlistAnswer& answer);

/// "Marsh household", or "Marsh household · H0123" where the name is shared.
QString householdText(const QString& name, const QString& reference, bool nameShared);

/// The column of a row with `shown`, `nameShared` and `reference`.
template <typename Row>
TableColumn<Row> householdColumn(const QString& heading)
{
    return TableColumn<Row>("household", heading, &Row::shown)
        .strong()
        .tooltip()
        .of(MutedTailRole,
            [](const Row& row) { return row.nameShared ? QVariant(row.reference) : QVariant(); });
}

/// "Foster household · H0123 · S10 2TN"; parts that are not known are left out.
/// "01632 960145 · marsh@example.org · supervised by R. Vance"; empty: nothing is recorded.
QString contactText(app::Session& session, const HomeId& home);
QString identityText(HomeKind kind, const QString& reference, const QString& postcode = {});

/// Brothers and sisters who are to be placed together, in one sentence; empty: none is in care.
QString siblingsText(const app::ShortlistAnswer& answer);

/// Which needs no score speaks of, in a sentence; empty: none is left out.
QString leftOutText(const app::ShortlistAnswer& answer);

}  // namespace homeward::ui
