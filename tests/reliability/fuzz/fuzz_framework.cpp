// Any bytes as a needs framework: refused at a place, or written and read back the same.
#include "exchange/json_documents.h"
#include "tests/reliability/fuzz/fuzz.h"

using namespace homeward;
using namespace homeward::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::requireRoundTrip(
        fuzz::asText(data, size), [](std::string_view text) { return readFramework(text); },
        [](const auto& document) { return writeFramework(document); });
    return 0;
}
