#pragma once

#include <Qt>

namespace homeward::ui {

/// What a table model says of a cell beside its text; CellDelegate makes colours and weight of it.
enum CellRole {
    SortRole = Qt::UserRole,  ///< what sorting compares; invalid: unknown, sorts last either way
    RecordIdRole,             ///< id of the record of the row, as text
    ToneRole,                 ///< "good", "info", "warning", "problem" or "muted": drawn as a pill
    StrongRole,               ///< true: bold
    MutedRole,                ///< true: in the muted text colour
    WarnRole,                 ///< the first part of the text, drawn bold in the warning colour
    MutedTailRole,            ///< the last part of the text, drawn in the muted colour
    ExportRole                ///< what is copied and exported; invalid: the text
};

}  // namespace homeward::ui
