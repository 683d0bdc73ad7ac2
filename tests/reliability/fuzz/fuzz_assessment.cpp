// Any bytes as a file of assessments and as a draft: refused at a place, or sound.
#include "exchange/json_documents.h"
#include "tests/reliability/fuzz/fuzz.h"

using namespace homeward;
using namespace homeward::exchange;
using fuzz::requirePlace;
using fuzz::requireThat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    if (const auto read = readAssessments(text); !read)
        requirePlace(read.error());
    else
        for (const AssessmentDocument& document : *read)
            requireThat(!document.caseNumber.empty() && !document.ratings.empty());
    const auto draft = readDraft(text);
    if (!draft) {
        requirePlace(draft.error());
        return 0;
    }
    const auto again = readDraft(writeDraft(*draft));
    requireThat(again.ok() && *again == *draft);
    return 0;
}
