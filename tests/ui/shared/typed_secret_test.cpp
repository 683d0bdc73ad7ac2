#include <QLineEdit>
#include <QSignalSpy>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/passphrase_fields.h"
#include "ui/shared/fields/typed_secret.h"
#include "ui/shell/start/passphrase_edit.h"

using namespace homeward;
using namespace homeward::ui;

TEST_CASE("a typed passphrase is taken as UTF-8 and the field keeps it", "[ui-secret]")
{
    QLineEdit edit;
    edit.setEchoMode(QLineEdit::Password);
    CHECK(typedSecret(edit).isEmpty());
    const QString words = QStringLiteral("\u00c4pfel \u20ac \U0001F9A6 gravel");
    edit.setText(words);
    CHECK(typedSecret(edit).text() == words.toStdString());
    CHECK(edit.text() == words);
}

TEST_CASE("a cleared passphrase does not come back with undo", "[ui-secret]")
{
    QLineEdit edit;
    QTest::keyClicks(&edit, QStringLiteral("otter lantern"));
    clearSecret(edit);
    edit.undo();
    CHECK(edit.text().isEmpty());
}

TEST_CASE("clearing a passphrase is told once, and not where there was none", "[ui-secret]")
{
    SecretEdit edit;
    QSignalSpy changed(&edit, &QLineEdit::textChanged);
    clearSecret(edit);
    CHECK(changed.isEmpty());
    edit.setText(QStringLiteral("otter lantern"));
    clearSecret(edit);
    REQUIRE(changed.size() == 2);
    CHECK(changed.back().front().toString().isEmpty());
    CHECK(edit.text().isEmpty());
}

TEST_CASE("passphrases half typed go from all fields but those asked for", "[ui-secret]")
{
    QWidget root;
    auto* kept = new QWidget(&root);
    auto* inKept = new SecretEdit(kept);
    auto* other = new SecretEdit(&root);
    auto* plain = new QLineEdit(&root);
    for (QLineEdit* edit : {static_cast<QLineEdit*>(inKept), static_cast<QLineEdit*>(other), plain})
        edit->setText(QStringLiteral("otter lantern"));
    clearSecretsIn(root, kept);
    CHECK_FALSE(inKept->text().isEmpty());
    CHECK(other->text().isEmpty());
    CHECK_FALSE(plain->text().isEmpty());
}

TEST_CASE("every field for a passphrase is one that is wiped", "[ui-secret]")
{
    PassphraseEdit one;
    PassphraseFields two;
    for (const QWidget* widget :
         {static_cast<const QWidget*>(&one), static_cast<const QWidget*>(&two)})
        for (const QLineEdit* edit : widget->findChildren<QLineEdit*>()) {
            CHECK(qobject_cast<const SecretEdit*>(edit));
            CHECK(edit->echoMode() == QLineEdit::Password);
            CHECK(edit->inputMethodHints().testFlag(Qt::ImhSensitiveData));
        }
}
