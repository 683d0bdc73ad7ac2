#include <QLineEdit>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/typed_secret.h"

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
