#include "support/os/process.h"

#include <fcntl.h>
#include <io.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include "support/os/windows_calls.h"

// After windows.h.
#include <shellapi.h>

namespace homeward::os {
namespace {

std::atomic<bool> interrupted{false};

BOOL WINAPI onConsoleEvent(DWORD event)
{
    if (event != CTRL_C_EVENT)
        return FALSE;
    interrupted = true;
    return TRUE;
}

/// Where a program ends badly, its report leaves the heap out. Looked up by name: the headers of
/// MinGW do not have it whole.
bool leaveHeapOutOfReports()
{
    using SetFlags = HRESULT(WINAPI*)(DWORD);
    constexpr DWORD kNoHeap = 1;  // WER_FAULT_REPORTING_FLAG_NOHEAP
    const auto setFlags = reinterpret_cast<SetFlags>(reinterpret_cast<void*>(
        ::GetProcAddress(::GetModuleHandleW(L"kernel32.dll"), "WerSetFlags")));
    return setFlags && SUCCEEDED(setFlags(kNoHeap));
}

}  // namespace

bool protectMemoryOfProcess()
{
    // No window that offers a dump, no heap in a report, and no way in for other programs of the
    // same person: they may wait for it, end it and ask its name.
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    const bool noHeap = leaveHeapOutOfReports();
    const Rights rights(L"D:P(A;;0x101001;;;OW)(A;;GA;;;SY)");
    const bool noWayIn =
        rights.get() &&
        ::SetKernelObjectSecurity(::GetCurrentProcess(), DACL_SECURITY_INFORMATION, rights.get());
    return noHeap && noWayIn;
}

void holdStandardDescriptors()
{
    constexpr int kStandardError = 2;
    int descriptor = -1;
    do
        descriptor = ::_wopen(L"NUL", _O_RDONLY | _O_NOINHERIT);
    while (descriptor >= 0 && descriptor <= kStandardError);
    if (descriptor >= 0)
        ::_close(descriptor);
}

void beInterruptible()
{
    ::SetConsoleCtrlHandler(onConsoleEvent, TRUE);
    // What is printed is UTF-8.
    ::SetConsoleOutputCP(CP_UTF8);
}

bool wasInterrupted()
{
    return interrupted;
}

void freeMemoryAtOnce()
{
    // Windows gathers nothing.
}

std::vector<std::string> argumentsOf(int, char**)
{
    // Those of main() are in an alphabet that cannot hold every name.
    int count = 0;
    wchar_t** const words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    std::vector<std::string> arguments;
    for (int i = 1; words && i < count; ++i)
        arguments.push_back(toUtf8(words[i]));
    ::LocalFree(words);
    return arguments;
}

std::optional<std::string> environmentVariable(const std::string& name)
{
    const wchar_t* value = ::_wgetenv(std::filesystem::path(name).c_str());
    return value ? std::optional(toUtf8(value)) : std::nullopt;
}

}  // namespace homeward::os
