#include "ui/shared/fields/typed_secret.h"

#include <QSignalBlocker>
#include <QStringEncoder>

namespace homeward::ui {

namespace {

// A field keeps a step to undo for each character put in or taken out, in a block that it empties
// but does not give back.
constexpr int kUndoSteps = 1024;

}  // namespace

SecretEdit::SecretEdit(QWidget* parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

SecretEdit::~SecretEdit()
{
    const QSignalBlocker quiet(this);  // who listens may be half gone
    clearSecret(*this);
}

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
    const bool held = !edit.text().isEmpty();
    {
        const QSignalBlocker quiet(edit);
        // Unlike clear(), setText forgets what undo would bring back.
        edit.setText(QString());
        edit.insert(QString(kUndoSteps, u'0'));
        edit.setText(QString());
    }
    if (held)
        emit edit.textChanged(QString());
}

void clearSecretsIn(const QWidget& root, const QWidget* except)
{
    for (SecretEdit* edit : root.findChildren<SecretEdit*>())
        if (!except || !except->isAncestorOf(edit))
            clearSecret(*edit);
}

}  // namespace homeward::ui
