#include "support/os/windows_calls.h"

#include <sddl.h>

#include <cerrno>
#include <system_error>

namespace homeward::os {

bool leaveError()
{
    const std::error_code said(static_cast<int>(::GetLastError()), std::system_category());
    const std::error_condition known = said.default_error_condition();
    switch (said.value()) {
        // Another program has the file open or locked: the words for it are those of a lock.
        case ERROR_SHARING_VIOLATION:
        case ERROR_LOCK_VIOLATION:
        case ERROR_IO_PENDING:
            errno = EWOULDBLOCK;
            break;
        case ERROR_FILE_EXISTS:
        case ERROR_ALREADY_EXISTS:
            errno = EEXIST;
            break;
        default:
            errno = known.category() == std::generic_category() ? known.value() : EIO;
    }
    return false;
}

std::string toUtf8(std::wstring_view text)
{
    const int length = static_cast<int>(text.size());
    const int bytes =
        ::WideCharToMultiByte(CP_UTF8, 0, text.data(), length, nullptr, 0, nullptr, nullptr);
    std::string utf8(static_cast<std::size_t>(bytes), '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, text.data(), length, utf8.data(), bytes, nullptr, nullptr);
    return utf8;
}

Rights::Rights(const wchar_t* text)
{
    // Without a descriptor the folder's rights hold, as they would for any other program.
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1,
                                                                &m_descriptor, nullptr))
        m_descriptor = nullptr;
}

Rights::~Rights()
{
    if (m_descriptor)
        ::LocalFree(m_descriptor);
}

SECURITY_ATTRIBUTES* Rights::attributes()
{
    m_attributes = {sizeof m_attributes, m_descriptor, FALSE};
    return &m_attributes;
}

}  // namespace homeward::os
