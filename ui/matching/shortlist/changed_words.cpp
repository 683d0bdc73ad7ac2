#include "ui/matching/shortlist/changed_words.h"

#include "documents/wording.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

QStringList changedSentences(const Error& error)
{
    QStringList sentences;
    for (const std::string& change : documents::changedSentences(error, catalogue()))
        sentences << text(change);
    return sentences;
}

}  // namespace homeward::ui
