#include <sys/stat.h>

#include <QClipboard>
#include <QFile>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <algorithm>

#include "app/authority/accounts.h"
#include "app/trust/audit_trail.h"
#include "tests/support/authority_fixture.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/ui_harness.h"
#include "tests/ui/support/ui_stage.h"
#include "ui/headless/write_results.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

QString qt(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

QByteArray read(const std::filesystem::path& path)
{
    QFile file(qt(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const std::filesystem::path& path, const char* words)
{
    QFile file(qt(path));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(words);
}

int modeOf(const std::filesystem::path& file)
{
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 ? status.st_mode & 0777 : -1;
}

/// A stage on an authority of its own, with a banner and a folder to write into.
struct DoorStage {
    homeward::test::TemporaryFolder temporary;
    std::filesystem::path authority = copyOfDemonstration();
    UiStage stage{authority};
    PageContext context = stage.context();
    QWidget page;
    Banner banner{&page};
    ExportDoor door{context, &page, &banner};

    DoorStage() { stage.dialogs.answer = false; }

    bool exportTo(const std::filesystem::path& file)
    {
        stage.dialogs.file = qt(file);
        return door.toFile({QStringLiteral("Save"), QStringLiteral("x.csv"),
                            QStringLiteral("Table (*.csv);;Picture (*.png)")},
                           {{}, "children", 2, {}},
                           [](const QString& ending) -> Result<QByteArray> {
                               return QByteArray("new ") + ending.toUtf8();
                           });
    }

    /// "csv children" and its like, oldest first.
    QStringList exports()
    {
        QStringList found;
        const auto rows = app::recentChanges(*stage.session);
        REQUIRE(rows.ok());
        for (const app::AuditRow& row : *rows)
            if (row.useCase == "export")
                found.prepend(text(row.after.at("exportKind") + " " + row.after.at("exportWhat")));
        return found;
    }
};

}  // namespace

TEST_CASE("a file from the window is private, on record, and never over an authority",
          "[ui-export]")
{
    DoorStage set;
    const auto file = set.temporary.path() / "list.csv";
    REQUIRE(set.exportTo(file));
    CHECK(read(file) == "new csv");
    CHECK(modeOf(file) == 0600);
    CHECK(set.exports() == QStringList{QStringLiteral("csv children")});

    std::filesystem::create_hard_link(set.authority / "authority.homeward",
                                      set.temporary.path() / "linked.csv");
    std::filesystem::create_symlink(set.authority / "keys.json",
                                    set.temporary.path() / "symbolic.csv");
    const QByteArray keys = read(set.authority / "keys.json");
    for (const auto& named :
         {set.authority / "new.csv", set.temporary.path() / "linked.csv",
          set.temporary.path() / "symbolic.csv", set.authority / "." / "backups" / "x.csv"}) {
        INFO(named.string());
        CHECK_FALSE(set.exportTo(named));
        CHECK(set.banner.isVisibleTo(&set.page));
    }
    CHECK(read(set.authority / "keys.json") == keys);
    CHECK(set.exports().size() == 1);
}

TEST_CASE("a name that the dialog did not see is asked about before it is replaced", "[ui-export]")
{
    DoorStage set;
    const auto there = set.temporary.path() / "list.csv";
    write(there, "mine");
    // The dialog was told "list.csv" and asked already.
    REQUIRE(set.exportTo(there));
    CHECK(set.stage.dialogs.asked.empty());
    write(there, "mine");
    // It was told "list": the ending comes afterwards.
    CHECK_FALSE(set.exportTo(set.temporary.path() / "list"));
    CHECK(set.stage.dialogs.asked.size() == 1);
    CHECK(read(there) == "mine");
    set.stage.dialogs.answer = true;
    CHECK(set.exportTo(set.temporary.path() / "list"));
    CHECK(read(there) == "new csv");
    // A link that leads nowhere is there as well.
    std::filesystem::create_symlink("nowhere", set.temporary.path() / "link.csv");
    set.stage.dialogs.answer = false;
    CHECK_FALSE(set.exportTo(set.temporary.path() / "link"));
    CHECK(std::filesystem::is_symlink(set.temporary.path() / "link.csv"));
    CHECK(set.exportTo(set.temporary.path() / "picture.png"));
    CHECK(read(set.temporary.path() / "picture.png") == "new png");
}

TEST_CASE("printing into a file goes the way of every file, printing on paper is on record",
          "[ui-export]")
{
    DoorStage set;
    int drawn = 0;
    const auto print = [&](const std::filesystem::path& file) {
        QPrinter printer;
        set.stage.dialogs.onRun = [&](QDialog& dialog) {
            REQUIRE(qobject_cast<QPrintDialog*>(&dialog));
            printer.setOutputFileName(qt(file));
            return true;
        };
        return set.door.toPaper(
            printer, QStringLiteral("Print"), {{}, "needs-report", 1, {}}, [&](const Paper& paper) {
                ++drawn;
                QPainter(&paper.device()).drawText(100, 100, QStringLiteral("needs"));
            });
    };
    const auto file = set.temporary.path() / "needs.pdf";
    CHECK(print(file));
    CHECK(read(file).startsWith("%PDF"));
    CHECK(modeOf(file) == 0600);
    CHECK(set.exports() == QStringList{QStringLiteral("pdf needs-report")});
    const QByteArray keys = read(set.authority / "keys.json");
    CHECK_FALSE(print(set.authority / "keys.json"));
    CHECK(read(set.authority / "keys.json") == keys);
    set.stage.dialogs.onRun = {};
    QPrinter unused;
    CHECK_FALSE(set.door.toPaper(unused, {}, {{}, "needs-report", 1, {}},
                                 [&](const Paper&) { drawn = 99; }));
    CHECK(drawn == 2);
    CHECK(set.exports().size() == 1);
}

TEST_CASE("every table of a page records what is copied from it, with the keyboard as well",
          "[ui-export]")
{
    DoorStage set;
    Page* const page = set.stage.open({QStringLiteral("children"), {}, {}});
    REQUIRE(page);
    auto* const table = page->findChild<TableView*>(QStringLiteral("childrenView"));
    REQUIRE(table);
    table->selectRow(0);
    QTest::keySequence(table, QKeySequence::Copy);
    CHECK(QApplication::clipboard()->text().count(QLatin1Char('\n')) == 2);
    CHECK(set.exports() == QStringList{QStringLiteral("copy children")});

    const auto child = set.stage.someChild();
    Page* const record =
        set.stage.open({QStringLiteral("child"), child, QStringLiteral("placements")});
    auto* const placements = record->findChild<TableView*>(QStringLiteral("placementsView"));
    REQUIRE(placements);
    placements->selectAll();
    CHECK(placements->copySelection());
    const auto rows = app::historyOf(*set.stage.session, ChildId{utf8(child)});
    REQUIRE(rows.ok());
    CHECK(std::any_of(rows->begin(), rows->end(), [](const app::AuditRow& row) {
        return row.useCase == "export" && row.after.at("exportWhat") == "child/placements";
    }));
}

TEST_CASE("what is not recorded stays off the clipboard, and the page says why", "[ui-export]")
{
    const auto authority = copyOfDemonstration();
    const auto admin = signInToDemonstration(authority);
    const Secret passphrase(std::string_view("correct horse battery"));
    homeward::test::addWorker(*admin, {{}, "reader", "R. Eader", Role::Manager, true, 0},
                              passphrase.text(), stageEnvironment());
    auto session = app::signIn(authority, "reader", passphrase, stageEnvironment());
    REQUIRE(session.ok());
    const AccountId reader = (*session)->account().id;
    UiStage stage(std::move(*session));
    Page* const page = stage.open({QStringLiteral("children"), {}, {}});
    auto* const table = page->findChild<TableView*>(QStringLiteral("childrenView"));
    REQUIRE(table);
    QApplication::clipboard()->setText(QStringLiteral("before"));
    REQUIRE(app::removeAccount(*admin, reader));
    table->selectAll();
    QTest::keySequence(table, QKeySequence::Copy);
    CHECK(QApplication::clipboard()->text() == QLatin1String("before"));
    auto* const banner = page->findChild<Banner*>(QString(), Qt::FindDirectChildrenOnly);
    REQUIRE(banner);
    CHECK(banner->isVisible());
}

TEST_CASE("documents without a window are both private, and neither is written over another",
          "[ui-export]")
{
    DoorStage set;
    const auto child = homeward::ui::text(set.stage.children().front().caseNumber);
    const auto folder = set.temporary.path() / "results";
    std::filesystem::create_directory(folder);
    write(folder / "needs-change.png", "mine");
    const auto refused = writeResults(*set.stage.session, child, qt(folder), false);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::FileExists);
    CHECK_FALSE(std::filesystem::exists(folder / "shortlist.pdf"));
    CHECK(read(folder / "needs-change.png") == "mine");
    REQUIRE(writeResults(*set.stage.session, child, qt(folder), true).ok());
    CHECK(modeOf(folder / "shortlist.pdf") == 0600);
    CHECK(modeOf(folder / "needs-change.png") == 0600);
    CHECK(read(folder / "shortlist.pdf").startsWith("%PDF"));
    CHECK_FALSE(writeResults(*set.stage.session, child, qt(set.authority), true).ok());
    CHECK(set.exports() ==
          QStringList{QStringLiteral("pdf shortlist"), QStringLiteral("png trend")});
}

TEST_CASE("an export reads as a sentence in the history", "[ui-export]")
{
    CHECK(useCaseText("export") == QLatin1String("Exported, copied or printed"));
    CHECK(fieldText("exportWhat", {}) == QLatin1String("What left"));
    CHECK(valueText("exportWhat", "child/placements", {}) ==
          QLatin1String("placements of a child"));
    CHECK(valueText("exportWhat", "my-work-due", {}) == QLatin1String("work list"));
    CHECK(valueText("exportKind", "print", {}) == QLatin1String("on paper"));
}
