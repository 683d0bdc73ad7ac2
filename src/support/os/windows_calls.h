#pragma once

// For the sources of Windows only.
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <string>
#include <string_view>

namespace homeward::os {

/// What GetLastError() says, in errno. False, so that a failing function can return it.
bool leaveError();

/// UTF-8 of text the system gave; what is no text is U+FFFD.
std::string toUtf8(std::wstring_view text);

/// A security descriptor from its text form, freed at the end.
class Rights {
public:
    explicit Rights(const wchar_t* text);
    Rights(const Rights&) = delete;
    Rights& operator=(const Rights&) = delete;
    ~Rights();
    PSECURITY_DESCRIPTOR get() const { return m_descriptor; }
    /// For the calls that make something.
    SECURITY_ATTRIBUTES* attributes();

private:
    PSECURITY_DESCRIPTOR m_descriptor = nullptr;
    SECURITY_ATTRIBUTES m_attributes{};
};

/// Everything for the owner, nothing for anybody else, whatever the folder above says.
inline constexpr const wchar_t* kOwnerOnly = L"D:P(A;OICI;FA;;;OW)";

}  // namespace homeward::os
