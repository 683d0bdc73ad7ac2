// Any bytes as the beginning of a backup: damaged, too new, or a header within the bytes.
#include "storage/backups/backup_file.h"
#include "tests/reliability/fuzz/fuzz.h"

using namespace homeward;
using fuzz::requireThat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto parsed = storage::parseBackupHeader(fuzz::asText(data, size));
    requireThat(parsed.ok() ? parsed->bytes <= size
                            : parsed.error().code == ErrorCode::FileUnreadable ||
                                  parsed.error().code == ErrorCode::StoreTooNew);
    return 0;
}
