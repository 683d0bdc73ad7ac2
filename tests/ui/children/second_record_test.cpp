#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "app/records/child_list.h"
#include "app/records/merging.h"
#include "tests/ui/children/page_fixture.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct OnHistory {
    void open()
    {
        page = fixture.show<ChildRecordPage>(
            {QStringLiteral("child"), text(child.value), QStringLiteral("history")});
    }
    QPushButton* button() { return find<QPushButton>(*page, "mergeButton"); }
    /// The banner that says of which records this one was made; null: it says nothing.
    Banner* told()
    {
        for (auto* banner : page->findChildren<Banner*>())
            if (banner->isVisible() &&
                banner->accessibleName().contains(QLatin1String("made of two")))
                return banner;
        return nullptr;
    }

    PageFixture fixture;
    ChildId child = fixture.authority.addChild("100");
    ChildId other = fixture.authority.addChild("A-200");
    ChildRecordPage* page = nullptr;
};

}  // namespace

TEST_CASE("a child that is on record twice becomes one, and two again, from its page", "[ui-page]")
{
    OnHistory on;
    on.open();
    QString found;
    on.fixture.dialogs.onRun = [&](QDialog& dialog) {
        dialog.show();
        QApplication::setActiveWindow(&dialog);
        auto* number = find<QLineEdit>(dialog, "otherNumberEdit");
        CHECK(dialog.focusWidget() == number);
        dialog.accept();
        CHECK(dialog.result() != QDialog::Accepted);  // nothing is typed yet
        QTest::keyClicks(number, QStringLiteral("999"));
        QTest::keyClick(number, Qt::Key_Tab);
        CHECK(find<QLabel>(dialog, "otherRecordLabel")->text() ==
              QStringLiteral("No child has this case number."));
        number->setText(QStringLiteral("a-200"));
        emit number->editingFinished();
        found = find<QLabel>(dialog, "otherRecordLabel")->text();
        dialog.accept();
        CHECK(dialog.result() != QDialog::Accepted);  // no reason is given yet
        QTest::keyClicks(find<QLineEdit>(dialog, "mergeReasonEdit"), QStringLiteral("One boy."));
        dialog.accept();
        return dialog.result() == QDialog::Accepted;
    };
    on.button()->click();
    REQUIRE(on.fixture.settle());
    CHECK(found.contains(QStringLiteral("Tyler Brook")));
    CHECK(found.contains(QStringLiteral("born 1 May 2014")));
    app::Session& session = *on.fixture.authority.session;
    CHECK(require(app::childNumbered(session, "A-200")) == on.child);
    Banner* told = on.told();
    REQUIRE(told);
    CHECK(told->accessibleName().contains(QStringLiteral("A-200")));

    find<QPushButton>(*told, "bannerAction")->click();
    REQUIRE(on.fixture.settle());
    CHECK(require(app::childNumbered(session, "A-200")) == on.other);
    CHECK_FALSE(on.told());
}

TEST_CASE("where the other record stays, its page is opened", "[ui-page]")
{
    OnHistory on;
    on.open();
    QSignalSpy asked(on.page, &Page::placeRequested);
    on.fixture.dialogs.onRun = [&](QDialog& dialog) {
        find<QLineEdit>(dialog, "otherNumberEdit")->setText(QStringLiteral("A-200"));
        find<QComboBox>(dialog, "staysChoice")->setCurrentIndex(1);
        find<QLineEdit>(dialog, "mergeReasonEdit")->setText(QStringLiteral("One boy."));
        dialog.accept();
        return dialog.result() == QDialog::Accepted;
    };
    on.button()->click();
    REQUIRE_FALSE(asked.isEmpty());
    CHECK(asked.last().at(0).value<Place>().record == text(on.other.value));
}
