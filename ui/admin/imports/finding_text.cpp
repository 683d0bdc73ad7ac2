#include "ui/admin/imports/finding_text.h"

#include "documents/wording.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

QString findingText(const Finding& finding)
{
    return text(documents::findingSentence(finding.reason, finding.facts, finding.column,
                                           finding.isRejected(), catalogue()));
}

}  // namespace homeward::ui
