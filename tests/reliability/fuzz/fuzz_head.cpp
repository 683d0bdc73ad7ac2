// Any bytes as audit.head, for a key that the fuzzer does not know: none, damaged, or one of the
// corpus.
#include "storage/trail/audit_chain.h"
#include "tests/reliability/fuzz/fuzz.h"

using namespace homeward;
using fuzz::requireThat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::InputFile file("audit.head");
    static const Secret key(std::string_view("an invented key of 32 characters"));
    const auto read = storage::HeadFile::read(file.holding(fuzz::asText(data, size)), key);
    if (!read)
        requireThat(read.error().code == ErrorCode::KeyFileDamaged);
    else if (read->has_value())
        requireThat((*read)->sequence > 0 && !(*read)->hash.empty());
    return 0;
}
