#pragma once

#include <QString>

#include "app/session.h"
#include "support/result.h"

namespace homeward::ui {

/// Documents without a window: `folder`/shortlist.pdf for the child with `caseNumber` and
/// `folder`/needs-change.png for all children. Needs a QApplication, no display.
/// Fails with: NotFound (no such child), errors of reading and writing.
Result<Done> writeResults(app::Session& session, const QString& caseNumber, const QString& folder);

}  // namespace homeward::ui
