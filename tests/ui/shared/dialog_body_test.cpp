#include "ui/shared/look/dialog_body.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/field_note.h"

using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// A dialog with so many fields above its buttons.
struct Long {
    explicit Long(int fields)
    {
        body = new DialogBody(&dialog, 6);
        for (int i = 0; i < fields; ++i)
            body->column()->addWidget(new FieldWithNote(new QLineEdit, body));
        buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
        dialog.layout()->addWidget(buttons);
        dialog.show();
        QApplication::setActiveWindow(&dialog);
        QCoreApplication::processEvents();
    }
    bool buttonsAreOnScreen() const
    {
        return dialog.height() <= dialog.screen()->availableGeometry().height() &&
               dialog.rect().contains(buttons->geometry());
    }
    QDialog dialog;
    DialogBody* body = nullptr;
    QDialogButtonBox* buttons = nullptr;
};

}  // namespace

TEST_CASE("a dialog that fits on the screen shows all of itself", "[ui-dialog]")
{
    const Long dialog(4);
    CHECK(dialog.body->verticalScrollBar()->maximum() == 0);
    CHECK(dialog.buttonsAreOnScreen());
}

TEST_CASE("the buttons of a dialog that is taller than the screen stay in reach", "[ui-dialog]")
{
    Long dialog(80);
    CHECK(dialog.buttonsAreOnScreen());
    CHECK(dialog.body->verticalScrollBar()->maximum() > 0);
    CHECK(dialog.body->horizontalScrollBar()->maximum() == 0);  // nothing under the bar
    const auto fields = dialog.dialog.findChildren<QLineEdit*>();
    fields.front()->setFocus();
    for (int i = 1; i < fields.size(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    // What has the keyboard is in sight.
    CHECK(QApplication::focusWidget() == fields.back());
    CHECK(dialog.body->viewport()->rect().contains(
        fields.back()->mapTo(dialog.body->viewport(), fields.back()->rect().center())));
}

TEST_CASE("a dialog grows by what is said beside its fields", "[ui-dialog]")
{
    Long dialog(3);
    const int before = dialog.dialog.height();
    for (FieldWithNote* field : dialog.dialog.findChildren<FieldWithNote*>())
        field->setNote(QStringLiteral("Choose a day."));
    QCoreApplication::processEvents();
    CHECK(dialog.dialog.height() > before);
    CHECK(dialog.body->verticalScrollBar()->maximum() == 0);
    CHECK(dialog.buttonsAreOnScreen());
}
