#include "ui/shared/typed_secret.h"

#include <QLineEdit>
#include <QStringEncoder>

namespace homeward::ui {

Secret typedSecret(const QLineEdit& edit)
{
    // Shares the characters of the field; encoded straight into memory that is overwritten.
    const QString typed = edit.text();
    QStringEncoder utf8(QStringEncoder::Utf8);
    Secret room(static_cast<std::size_t>(utf8.requiredSpace(typed.size())));
    auto* const begin = reinterpret_cast<char*>(room.data());
    const char* const end = utf8.appendToBuffer(begin, typed);
    return Secret(std::string_view(begin, static_cast<std::size_t>(end - begin)));
}

void clearSecret(QLineEdit& edit)
{
    // Unlike clear(), this forgets what undo would bring back.
    edit.setText(QString());
}

}  // namespace homeward::ui
