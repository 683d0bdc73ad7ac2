#include "tests/ui/support/ui_stage.h"

#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <cstdlib>
#include <iostream>

#include "app/authority/demonstration.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/whole_window.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/languages.h"
#include "ui/shell/frame/main_window.h"

namespace homeward::ui::test {

namespace {

constexpr int kWaitMs = 10'000;

/// Removed when the program ends.
const std::filesystem::path& scratch()
{
    static const homeward::test::TemporaryFolder folder;
    return folder.path();
}

template <typename T>
T orStop(Result<T> result, const char* what)
{
    if (!result) {
        std::cerr << what << ": " << toKey(result.error().code) << ' ' << result.error().detail
                  << '\n';
        std::abort();
    }
    return std::move(result).value();
}

}  // namespace

void prepareApplication(QApplication& application)
{
    QCoreApplication::setOrganizationName(QStringLiteral("Homeward"));
    QCoreApplication::setApplicationName(QStringLiteral("Homeward"));
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((scratch() / "settings").string()));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    qputenv("HOMEWARD_LANGUAGES", HOMEWARD_LANGUAGES);
    Languages::instance().use(QStringLiteral("en"));
    Theme::instance().install(application);
}

Date stageDay()
{
    return *Date::fromYmd(2026, 3, 31);
}

app::Environment stageEnvironment()
{
    const auto clock = std::make_shared<FixedClock>(stageDay());
    // Random: two sessions of one authority must never make the same id.
    return {clock, randomIds(clock), app::KdfCost::Test};
}

std::filesystem::path demonstrationFolder()
{
    static const std::filesystem::path folder = [] {
        app::DemonstrationPlan plan;
        plan.folder = scratch() / "demonstration";
        plan.children = 40;
        plan.households = 20;
        plan.years = 3;
        plan.seed = 7;
        plan.today = stageDay();
        orStop(app::createDemonstration(plan, stageEnvironment()), "demonstration");
        return plan.folder;
    }();
    return folder;
}

std::filesystem::path copyOfDemonstration()
{
    static int count = 0;
    const auto copy = scratch() / ("copy " + std::to_string(++count));
    std::filesystem::copy(demonstrationFolder(), copy, std::filesystem::copy_options::recursive);
    return copy;
}

std::unique_ptr<app::Session> signInToDemonstration(const std::filesystem::path& folder,
                                                    const app::Environment& environment)
{
    return orStop(app::signIn(folder, app::kDemonstrationAccount,
                              Secret(std::string_view(app::kDemonstrationPassphrase)), environment),
                  "sign in");
}

bool waitUntil(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, kWaitMs);
}

bool waitForJobs(const Jobs& jobs)
{
    QCoreApplication::processEvents();
    return waitUntil([&] { return jobs.isIdle(); });
}

std::vector<app::ChildRow> everyChild(app::Session& session)
{
    return orStop(app::allChildrenOf(session, {}, {}), "children");
}

std::vector<app::HomeRow> everyHome(app::Session& session)
{
    return orStop(app::allHomesOf(session, {}, {}), "homes");
}

UiStage::UiStage(const std::filesystem::path& folder)
    : UiStage(std::shared_ptr<app::Session>(signInToDemonstration(folder)))
{
}

UiStage::UiStage(std::shared_ptr<app::Session> opened)
    : m_open(std::move(opened), dialogs),
      session(m_open.session),
      relay(m_open.relay),
      jobs(m_open.jobs),
      actions(m_open.actions)
{
    QObject::connect(&jobs, &Jobs::started, &jobs, [this](Job* job) {
        if (m_cancels == 0 || job->label().isEmpty())
            return;
        --m_cancels;
        job->cancel();
    });
}

UiStage::~UiStage() = default;

PageContext UiStage::context()
{
    return {*session, jobs, relay, dialogs, &actions};
}

Page* UiStage::open(const Place& place)
{
    if (!m_open.window) {
        openWholeWindow(m_open);
        settle();
    }
    m_open.window->go(place);
    settle();
    // The platform of tests lets no window be active by itself once a page brought one of its own.
    QApplication::setActiveWindow(m_open.window.get());
    return m_open.window->page();
}

Page* UiStage::openAnew(const Place& place)
{
    m_open.window->lock();
    m_open.window->closePages();
    m_open.window->unlock();
    return open(place);
}

void UiStage::cancelNext(int times)
{
    m_cancels = times;
}

QString UiStage::someChild() const
{
    for (const app::ChildRow& child : children())
        if (child.inCare && child.assessments >= 2)
            return text(child.id.value);
    return {};
}

QString UiStage::someHome() const
{
    for (const app::HomeRow& home : homes())
        if (home.free > 0)
            return text(home.id.value);
    return {};
}

}  // namespace homeward::ui::test
