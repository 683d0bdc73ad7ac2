#pragma once

namespace homeward {

/// Overwrites what calls that have returned left on the stack of this thread, 128 KiB deep: keys
/// that libraries worked with, short names. For the moments of locking and signing out.
void wipeDeadStack() noexcept;

}  // namespace homeward
