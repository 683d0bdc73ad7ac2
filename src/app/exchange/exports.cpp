#include "app/exchange/exports.h"

#include "app/session/use_case.h"

namespace homeward::app {

Result<Done> recordExport(Session& session, const ExportRecord& record)
{
    auto recorded =
        commit<Done>(session, "export", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<Done> {
            unit.audit("export", {}, record.child.value_or(ChildId{}), {},
                       {{"exportKind", record.kind},
                        {"exportWhat", record.what},
                        {"exportRows", std::to_string(record.rows)}});
            // Lists need not be read again: an id that is no record's where it is about no child.
            unit.touched(Aggregate::Audit, record.child ? record.child->value : "export");
            return Done{};
        });
    if (!recorded && recorded.error().code == ErrorCode::ReadOnly)
        return Done{};
    return recorded;
}

Result<Done> exportTo(Session& session, const Target& target, std::string_view bytes,
                      const ExportRecord& record)
{
    const auto& authority = session.authority().folder;
    if (auto usable = checkTarget(target, authority); !usable)
        return usable;
    if (auto recorded = recordExport(session, record); !recorded)
        return recorded;
    return writeTarget(target, bytes, authority);
}

}  // namespace homeward::app
