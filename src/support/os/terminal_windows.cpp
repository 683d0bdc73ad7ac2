#include "support/os/terminal.h"

#include <io.h>

#include <algorithm>

#include "support/os/windows_calls.h"

namespace homeward::os {
namespace {

std::intptr_t openConsole(const wchar_t* name)
{
    return reinterpret_cast<std::intptr_t>(::CreateFileW(name, GENERIC_READ | GENERIC_WRITE,
                                                         FILE_SHARE_READ | FILE_SHARE_WRITE,
                                                         nullptr, OPEN_EXISTING, 0, nullptr));
}

HANDLE handleOf(std::intptr_t handle)
{
    return reinterpret_cast<HANDLE>(handle);
}

}  // namespace

bool isTerminal(Output output)
{
    DWORD mode = 0;
    return ::GetConsoleMode(
               ::GetStdHandle(output == Output::Standard ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE),
               &mode) != 0;
}

QuietTerminal::QuietTerminal() : m_input(openConsole(L"CONIN$")), m_output(openConsole(L"CONOUT$"))
{
    DWORD mode = 0;
    if (!::GetConsoleMode(handleOf(m_input), &mode))
        return;
    m_before = mode;
    constexpr DWORD kEcho = ENABLE_ECHO_INPUT;
    m_quiet = ::SetConsoleMode(handleOf(m_input),
                               (mode & ~kEcho) | ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT) != 0;
}

QuietTerminal::~QuietTerminal()
{
    if (m_quiet)
        ::SetConsoleMode(handleOf(m_input), m_before);
    for (const std::intptr_t handle : {m_input, m_output})
        if (handleOf(handle) != INVALID_HANDLE_VALUE)
            ::CloseHandle(handleOf(handle));
}

void QuietTerminal::write(std::string_view text) const
{
    DWORD written = 0;
    (void)::WriteFile(handleOf(m_output), text.data(), static_cast<DWORD>(text.size()), &written,
                      nullptr);
}

bool QuietTerminal::readLine(Secret& into, std::size_t& length) const
{
    length = 0;
    // Letters of the console are two bytes each; in UTF-8 one becomes at most three.
    Secret letters(into.size() * sizeof(wchar_t));
    auto* const typed = reinterpret_cast<wchar_t*>(letters.data());
    DWORD count = 0;
    if (!::ReadConsoleW(handleOf(m_input), typed, static_cast<DWORD>(into.size()), &count, nullptr))
        return false;
    const wchar_t* const end = std::find_if(
        typed, typed + count, [](wchar_t letter) { return letter == L'\r' || letter == L'\n'; });
    const auto line = static_cast<int>(end - typed);
    if (end == typed + count)
        return false;  // Ctrl+C or longer than anybody types
    if (line == 0)
        return true;
    const int bytes =
        ::WideCharToMultiByte(CP_UTF8, 0, typed, line, reinterpret_cast<char*>(into.data()),
                              static_cast<int>(into.size()), nullptr, nullptr);
    length = static_cast<std::size_t>(bytes);
    return bytes > 0;
}

}  // namespace homeward::os
