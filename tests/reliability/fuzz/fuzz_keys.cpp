// Any bytes as keys.json: damaged, too new, or described.
#include "storage/keys/key_file.h"
#include "tests/reliability/fuzz/fuzz.h"

using namespace homeward;
using fuzz::requireThat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto described = storage::KeyFile::describeText(fuzz::asText(data, size));
    requireThat(described.ok() || described.error().code == ErrorCode::KeyFileDamaged ||
                described.error().code == ErrorCode::StoreTooNew);
    return 0;
}
