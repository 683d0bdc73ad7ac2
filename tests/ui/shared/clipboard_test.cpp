#include <QImage>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextEdit>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/output/clipboard.h"

using namespace homeward::ui;

namespace {

QClipboard& desktop()
{
    return *QGuiApplication::clipboard();
}

QString hint()
{
    return QString::fromUtf8(
        desktop().mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")));
}

/// The door, on a desktop that says who filled the clipboard.
struct Copying {
    Copying() { desktop().clear(); }
    bool ours = true;
    Clipboard clipboard{[this](QClipboard::Mode) { return ours; }};
};

}  // namespace

TEST_CASE("what is copied is marked for clipboard managers and goes with the lock",
          "[ui-clipboard]")
{
    Copying copying;
    copying.clipboard.setText(QStringLiteral("Tyler B."));
    CHECK(desktop().text() == QStringLiteral("Tyler B."));
    CHECK(hint() == QStringLiteral("secret"));
    copying.clipboard.clearOwn();
    CHECK(desktop().text().isEmpty());
    const QMimeData* const left = desktop().mimeData();
    CHECK((!left || left->formats().isEmpty()));
}

TEST_CASE("a copied picture is marked and goes too", "[ui-clipboard]")
{
    Copying copying;
    QImage picture(20, 20, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    copying.clipboard.setImage(picture);
    CHECK(desktop().image() == picture);
    CHECK(hint() == QStringLiteral("secret"));
    SECTION("held by this program") {}
    SECTION("held by a clipboard manager")
    {
        copying.ours = false;
        desktop().setImage(picture.convertToFormat(QImage::Format_ARGB32));
    }
    copying.clipboard.clearOwn();
    CHECK(desktop().image().isNull());
}

TEST_CASE("what a text field copies by itself is marked and goes too", "[ui-clipboard]")
{
    Copying copying;
    QPlainTextEdit plain(QStringLiteral("To be a vet"));
    QTextEdit rich;
    rich.setHtml(QStringLiteral("<p>To be a <b>vet</b></p>"));
    SECTION("a plain one, by its keys")
    {
        plain.selectAll();
        QTest::keyClick(&plain, Qt::Key_C, Qt::ControlModifier);
    }
    SECTION("one with formats, of which the words are left")
    {
        rich.selectAll();
        rich.copy();
        CHECK_FALSE(desktop().mimeData()->hasHtml());
    }
    CHECK(desktop().text() == QStringLiteral("To be a vet"));
    CHECK(hint() == QStringLiteral("secret"));
    copying.clipboard.clearOwn();
    CHECK(desktop().text().isEmpty());
}

TEST_CASE("what another program has put there since stays", "[ui-clipboard]")
{
    Copying copying;
    copying.clipboard.setText(QStringLiteral("Tyler B."));
    copying.ours = false;
    desktop().setText(QStringLiteral("milk, bread"));
    copying.clipboard.clearOwn();
    CHECK(desktop().text() == QStringLiteral("milk, bread"));
    CHECK(hint().isEmpty());
}

TEST_CASE("what a clipboard manager keeps of it goes, also when it is not the last that was copied",
          "[ui-clipboard]")
{
    Copying copying;
    copying.clipboard.setText(QStringLiteral("Tyler B."));
    copying.clipboard.setText(QStringLiteral("Aisha K."));
    copying.ours = false;
    desktop().setText(QStringLiteral("Tyler B."));
    copying.clipboard.clearOwn();
    CHECK(desktop().text().isEmpty());
}

TEST_CASE("where nothing was copied the clipboard is left alone", "[ui-clipboard]")
{
    Copying copying;
    copying.ours = false;
    desktop().setText(QStringLiteral("milk, bread"));
    copying.clipboard.clearOwn();
    CHECK(desktop().text() == QStringLiteral("milk, bread"));
}
