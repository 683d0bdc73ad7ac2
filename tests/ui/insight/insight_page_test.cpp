#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <cmath>

#include "app/care/care.h"
#include "tests/support/authority_fixture.h"
#include "support/text/csv_line.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/insight/children_behind_view.h"
#include "ui/insight/insight_page.h"
#include "ui/insight/needs_change_bars.h"
#include "ui/insight/published_figure.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

const Place kInsight{QStringLiteral("insight"), {}, QStringLiteral("chart")};

/// The page in its window.
struct Opened {
    explicit Opened(UiStage& stage, const Place& place = kInsight)
        : page(stage.open(place)), requests(page, &Page::placeRequested)
    {
    }
    ~Opened() { QSettings().clear(); }  // where filters are remembered
    Q_DISABLE_COPY(Opened)
    template <typename T>
    T* find(const char* name) const
    {
        T* found = page->findChild<T*>(QLatin1String(name));
        REQUIRE(found);
        return found;
    }
    NeedsChangeBars* bars() const { return find<NeedsChangeBars>("needsChangeChart"); }
    Place lastRequest() const { return requests.constLast().constFirst().value<Place>(); }
    void trigger(const char* action) const { find<QAction>(action)->trigger(); }

    Page* page;
    QSignalSpy requests;
};

void chooseYoungest(const Opened& insight, int years)
{
    auto* choice = insight.find<QComboBox>("youngestChoice");
    choice->setCurrentIndex(choice->findData(years));
}

}  // namespace

TEST_CASE("figures that were stopped are read again, with the button or by coming back",
          "[ui-page][cancel]")
{
    UiStage stage;
    stage.cancelNext();
    Opened insight(stage);
    auto* banner = insight.find<Banner>("banner");
    auto* exported = insight.find<QPushButton>("exportButton");
    CHECK(banner->isVisible());
    CHECK(banner->accessibleName().contains(QLatin1String("stopped")));
    CHECK_FALSE(exported->isEnabled());
    SECTION("with the button")
    {
        auto* again = banner->findChild<QPushButton*>(QStringLiteral("bannerAction"));
        REQUIRE(again);
        again->click();
    }
    SECTION("by coming back")
    {
        insight.page->open(kInsight);
    }
    REQUIRE(stage.settle());
    CHECK(exported->isEnabled());
    CHECK_FALSE(banner->isVisible());
}

TEST_CASE("every bar leads to as many children as it states", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage);
    const auto* view = insight.page->findChild<ChildrenBehindView*>();
    REQUIRE(view);
    NeedsChangeBars* bars = insight.bars();
    bars->setFocus();
    QTest::keyClick(bars, Qt::Key_Home);
    int reached = 0;
    for (int row = 0; row < 13; ++row) {
        const QString words = bars->rowInWords(row);
        INFO(words.toStdString());
        QTest::keyClick(bars, Qt::Key_Return);
        if (!words.contains(QLatin1String("not shown"))) {
            CHECK(words.endsWith(childrenText(view->model().rowCount())));
            CHECK(insight.page->place().part ==
                  QStringLiteral("behind/") + text(bars->currentDomain()));
            ++reached;
        }
        insight.page->open(kInsight);
        QTest::keyClick(bars, Qt::Key_Down);
    }
    CHECK(reached > 1);
}

TEST_CASE("a child behind a bar opens over time", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage, {QStringLiteral("insight"), {}, QStringLiteral("behind/")});
    auto* table = insight.find<TableView>("childrenBehindTable");
    REQUIRE(table->model()->rowCount() > 0);
    const QString child = table->model()->index(0, 0).data(RecordIdRole).toString();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    REQUIRE_FALSE(insight.requests.isEmpty());
    CHECK(insight.lastRequest() ==
          Place{QStringLiteral("child"), child, QStringLiteral("over-time")});
}

TEST_CASE("clicking a bar shows the children behind it", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage);
    NeedsChangeBars* bars = insight.bars();
    QTest::mouseClick(bars, Qt::LeftButton, Qt::NoModifier,
                      QPoint(bars->width() / 2, bars->height() / 2));
    CHECK(insight.page->place().part.startsWith(QLatin1String("behind/")));
    insight.find<QPushButton>("backToChartButton")->click();
    CHECK(insight.page->place().part == QLatin1String("chart"));
}

TEST_CASE("the chart tells its values to people who cannot see it", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage);
    const QString words = insight.bars()->accessibleDescription();
    CHECK(words.contains(QLatin1String("All domains together: ")));
    CHECK(words.contains(QLatin1String(" children; ")));
    CHECK(words.count(QLatin1Char(';')) == 12);
}

TEST_CASE("a filter answers at once and Clear takes it back", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage);
    const QString all = insight.bars()->inWords();
    insight.find<QComboBox>("sexChoice")->setCurrentIndex(1);
    chooseYoungest(insight, 8);
    CHECK(stage.jobs.isIdle());
    CHECK(insight.bars()->inWords() != all);
    auto* clear = insight.find<QPushButton>("clearFiltersButton");
    CHECK(clear->isEnabled());
    clear->click();
    CHECK(insight.bars()->inWords() == all);
    CHECK_FALSE(clear->isEnabled());
}

TEST_CASE("a group too small shows no figure and offers to clear the filters", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage);
    chooseYoungest(insight, 25);
    CHECK_FALSE(insight.bars()->isVisible());
    CHECK_FALSE(insight.find<QPushButton>("exportButton")->isEnabled());
}

TEST_CASE("an authority without assessments says what to do next", "[ui-page]")
{
    homeward::test::AuthorityFixture fixture;
    fixture.addChild("100");
    UiStage stage(fixture.signIn("admin"));
    Opened insight(stage);
    CHECK_FALSE(insight.bars()->isVisible());
    QPushButton* go = nullptr;
    for (auto* button : insight.page->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == QLatin1String("Go to the children"))
            go = button;
    REQUIRE(go);
    go->click();
    CHECK(insight.lastRequest().page == QLatin1String("children"));
}

TEST_CASE("the figure leaves as picture, drawing, document and table", "[ui-page]")
{
    const homeward::test::TemporaryFolder folder;
    UiStage stage;
    Opened insight(stage);
    const auto save = [&](const char* action, const char* name) {
        stage.dialogs.file = text((folder.path() / name).string());
        insight.trigger(action);
        QFile file(stage.dialogs.file);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    CHECK(QImage::fromData(save("exportPictureAction", "change.png")).width() > 600);
    CHECK(save("exportPictureAction", "change.svg").contains("<svg"));
    CHECK(save("exportPictureAction", "change.pdf").startsWith("%PDF"));
    const QByteArray csv = save("exportTableAction", "change.csv");
    CHECK(
        csv.startsWith("\xEF\xBB\xBF"
                       "domain,"));
    CHECK(csv.count('\n') == 16);
}

TEST_CASE("every figure that leaves is the published one and says so, while the screen stays exact",
          "[ui-page][published]")
{
    const homeward::test::TemporaryFolder folder;
    UiStage stage;
    Opened insight(stage);
    chooseYoungest(insight, 3);
    const auto data = homeward::test::require(app::insightData(*stage.session));
    Cohort cohort = childrenInCare();
    cohort.youngestYears = 3;
    const auto exact = analytics::needsChange(data.children, data.framework, cohort);
    const auto published = app::publishedChange(data, cohort);
    REQUIRE(exact.total.children % 5 != 0);
    const QString shown = insight.bars()->inWords();
    CHECK(shown.contains(childrenText(exact.total.children)));

    NeedsChangeModel model;
    model.setPublished(published, data.framework);
    std::vector<std::string> cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.push_back(utf8(model.index(0, column).data().toString()));
    const QString total = text(tabLine(cells));
    insight.trigger("copyTableAction");
    const QString copied = QApplication::clipboard()->text();
    CHECK(copied.contains(total));
    CHECK(copied.contains(roundedText()));
    // A file and a copy say which children they are about, of which day.
    const qsizetype group = copied.indexOf(QStringLiteral("Group: "));
    REQUIRE(group >= 0);
    const QString groupLine = copied.mid(group).section(QLatin1Char('\n'), 0, 0);
    CHECK(groupLine.contains(QStringLiteral("as of")));

    insight.page->open({QStringLiteral("insight"), {}, QStringLiteral("table")});
    auto* table = insight.find<TableView>("needsChangeTable");
    table->selectAll();
    QApplication::clipboard()->clear();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == copied);

    const auto saved = [&](const char* action, const char* name) {
        stage.dialogs.file = text((folder.path() / name).string());
        insight.trigger(action);
        QFile file(stage.dialogs.file);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll());
    };
    const std::string csv =
        app::needsChangeCsv(data, published, {utf8(groupLine), utf8(roundedText())});
    CHECK(saved("exportTableAction", "change.csv") == text(csv));
    const QString drawing = saved("exportPictureAction", "change.svg");
    CHECK(drawing.contains(QStringLiteral("about ") + childrenText(published.total.children)));
    CHECK_FALSE(drawing.contains(childrenText(exact.total.children)));
    CHECK_FALSE(drawing.contains(QStringLiteral(">%1<").arg(exact.total.children)));
    for (const QString& line : roundedLines())
        CHECK(drawing.contains(line));
    CHECK(insight.bars()->inWords() == shown);
}

TEST_CASE("a place it cannot write to is told in the page", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage);
    stage.dialogs.file = QStringLiteral("/nowhere at all/change.png");
    insight.trigger("exportPictureAction");
    CHECK(insight.page->findChild<Banner*>()->isVisible());
}

TEST_CASE("a completed assessment elsewhere refreshes the figures", "[ui-page]")
{
    homeward::test::AuthorityFixture fixture;
    std::vector<ChildId> children;
    for (int i = 0; i < 6; ++i) {
        children.push_back(fixture.addChild(std::to_string(100 + i)));
        homeward::test::require(app::beginCare(
            *fixture.session, {children.back(), *Date::fromIso("2024-12-01"), "N1", {}}));
        fixture.assess(children.back(), 3, *Date::fromIso("2025-01-10"));
        fixture.assess(children.back(), 2, *Date::fromIso("2025-06-10"));
    }
    UiStage stage(fixture.signIn("admin"));
    Opened insight(stage);
    const QString before = insight.bars()->inWords();
    CHECK(before.startsWith(QStringLiteral("All domains together: −33%, 6 children")));
    AssessmentDraft draft =
        homeward::test::require(app::openDraft(*stage.session, children.front())).draft;
    draft.assessedOn = *Date::fromIso("2025-11-01");
    for (Rating& rating : draft.ratings) {
        rating.level = Level::fromInt(1);
        rating.evidence = "Seen at home and at school.";
        rating.confirmed = true;
    }
    homeward::test::require(app::completeAssessment(*stage.session, draft));
    CHECK(waitUntil([&] { return insight.bars()->inWords() != before; }));
}

TEST_CASE("the chart draws in windows of any width", "[ui-page]")
{
    UiStage stage;
    Opened insight(stage);
    for (const int width : {1200, 520, 360, 900}) {
        insight.page->resize(width, 400);
        QCoreApplication::processEvents();
        INFO(width);
        CHECK_FALSE(insight.bars()->grab().isNull());
        // In a window of 200% on a small laptop nothing has to be scrolled sideways.
        if (width == 520)
            CHECK(waitUntil([&] { return insight.bars()->width() < width; }));
        if (width == 360)
            CHECK(waitUntil([&] { return insight.bars()->legend->rowCount() > 1; }));
    }
}

TEST_CASE("per cent on the axis stand at whole numbers, so no two labels are the same or wrong",
          "[ui-page][insight]")
{
    UiStage stage;
    Opened insight(stage);
    QCPAxis* axis = insight.bars()->xAxis;
    for (const double lowest : {-3.1, -12.4, -17.0, -26.0, -61.0}) {
        axis->setRange(lowest, 0.0);
        insight.bars()->replot();
        const QVector<double> ticks = axis->tickVector();
        REQUIRE(ticks.size() >= 2);
        for (const double tick : ticks)
            CHECK(std::abs(tick - std::round(tick)) < 1e-9);
    }
}

TEST_CASE("a group of the page is saved by name and there again the next time", "[ui-page]")
{
    UiStage stage;
    {
        Opened insight(stage);
        insight.find<QComboBox>("sexChoice")->setCurrentIndex(1);
        chooseYoungest(insight, 8);
        QMenu* menu = insight.find<QPushButton>("savedFiltersButton")->menu();
        emit menu->aboutToShow();
        stage.dialogs.onRun = [](QDialog& dialog) {
            dialog.findChild<QLineEdit*>()->setText(QStringLiteral("Girls from 8"));
            return true;
        };
        menu->findChild<QAction*>(QStringLiteral("saveFiltersAction"))->trigger();
        REQUIRE(stage.settle());
        insight.find<QPushButton>("clearFiltersButton")->click();
        CHECK(insight.find<QComboBox>("youngestChoice")->currentIndex() == 0);
    }
    Opened again(stage);
    QMenu* menu = again.find<QPushButton>("savedFiltersButton")->menu();
    emit menu->aboutToShow();
    for (QAction* action : menu->actions())
        if (action->text() == QStringLiteral("Girls from 8"))
            action->trigger();
    CHECK(again.find<QComboBox>("youngestChoice")->currentData() == 8);
    CHECK(again.find<QComboBox>("sexChoice")->currentIndex() == 1);
}
