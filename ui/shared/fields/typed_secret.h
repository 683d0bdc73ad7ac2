#pragma once

#include <QLineEdit>

#include "support/secrets/secret.h"

namespace homeward::ui {

/// A field for a passphrase: not shown, not remembered by input methods, and wiped when it goes.
class SecretEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit SecretEdit(QWidget* parent = nullptr);
    ~SecretEdit() override;
};

/// What stands in the field, as UTF-8. Every copy made on the way is overwritten; the field keeps
/// its own until clearSecret.
Secret typedSecret(const QLineEdit& edit);
/// Empties the field; undo does not bring it back, and what it was typed with is overwritten.
void clearSecret(QLineEdit& edit);
/// Empties every SecretEdit in `root` but those in `except`.
void clearSecretsIn(const QWidget& root, const QWidget* except);

}  // namespace homeward::ui
