#pragma once

namespace homeward {

/// Keeps keys and records out of core dumps and out of the reach of other programs of the same
/// person: no core file, and the process may not be traced or its memory read. First thing in every
/// program that opens an authority; programs started from it begin anew.
/// False: the system refused a part.
bool protectMemoryOfProcess();

}  // namespace homeward
