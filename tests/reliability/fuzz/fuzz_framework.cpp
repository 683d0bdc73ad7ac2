// Any bytes as a needs framework: refused at a place, or written and read back the same.
#include "exchange/json_documents.h"
#include "tests/reliability/fuzz/fuzz.h"

using namespace homeward;
using namespace homeward::exchange;
using fuzz::requireThat;

namespace {

/// A refusal says where: at a path, or at a line and column, or that the whole is too large.
void requirePlace(const Error& error)
{
    const auto& facts = error.facts;
    requireThat(error.code == ErrorCode::InvalidInput);
    requireThat(facts.contains("path") || (facts.contains("line") && facts.contains("column")) ||
                facts.at("rule") == "too-large");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    const auto read = readFramework(text);
    if (!read) {
        requirePlace(read.error());
        return 0;
    }
    const std::string written = writeFramework(*read);
    const auto again = readFramework(written);
    requireThat(again.ok() && writeFramework(*again) == written);
    return 0;
}
