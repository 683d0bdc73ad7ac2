#pragma once

#include <QString>

#include "app/session/session.h"
#include "support/result.h"

namespace homeward::ui {

/// Documents without a window: `folder`/shortlist.pdf for the child with `caseNumber` and
/// `folder`/needs-change.png for all children, each an export on record. Needs a QApplication, no
/// display. `replace`: files of these names give way; otherwise neither is written where one is
/// there. Fails with: NotFound (no such child), errors of reading, of app::exportTo.
Result<Done> writeResults(app::Session& session, const QString& caseNumber, const QString& folder,
                          bool replace);

}  // namespace homeward::ui
