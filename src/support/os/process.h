#pragma once

#include <optional>
#include <string>
#include <vector>

namespace homeward::os {

/// Keeps keys and records out of core dumps and out of the reach of other programs of the same
/// person: no core file, and the process may not be traced or its memory read. First thing in every
/// program that opens an authority; programs started from it begin anew.
/// False: the system refused a part.
bool protectMemoryOfProcess();

/// For the start of a program: where standard input, output or error is closed, something is put in
/// its place that takes nothing. Otherwise the next file opened, one of an authority, would be it.
void holdStandardDescriptors();

/// For a program on a terminal: from now on Ctrl+C only raises a flag, and leaves a prompt that
/// waits; a reader of its output that leaves does not end the program.
void beInterruptible();
/// Whether it was pressed. Any thread.
bool wasInterrupted();

/// For a program with a window: memory is put back piece by piece as it is freed. Where the system
/// gathers pieces first, the end of an import puts back millions of them at once and holds up every
/// other thread meanwhile (190 ms with 100,000 episodes; tests/reliability/bench/waiting_bench).
void freeMemoryAtOnce();

/// What the program was started with, without its own name; UTF-8.
std::vector<std::string> argumentsOf(int argc, char** argv);
/// A variable of the environment, UTF-8. Empty: there is none.
std::optional<std::string> environmentVariable(const std::string& name);

}  // namespace homeward::os
