#pragma once

#include <QApplication>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app/authority/authority.h"
#include "app/records/child_list.h"
#include "app/records/homes.h"
#include "app/session/environment.h"
#include "tests/ui/support/canned_dialogs.h"
#include "ui/shell/session/open_authority.h"

namespace homeward::ui::test {

/// Names, settings in a folder of their own, look and plurals, as main.cpp does it. Once per
/// program.
void prepareApplication(QApplication& application);

/// The day on which everything in tests and pictures happens.
Date stageDay();
/// Fixed clock on stageDay, cheap keys.
app::Environment stageEnvironment();

/// An authority with 40 children and 20 households, made once per program and removed at its end.
/// Do not change it: ask for a copy.
std::filesystem::path demonstrationFolder();
/// A copy that a test may change; stays until the program ends.
std::filesystem::path copyOfDemonstration();
std::unique_ptr<app::Session> signInToDemonstration(
    const std::filesystem::path& folder, const app::Environment& environment = stageEnvironment());

/// Runs the event loop until `condition` holds; false: not within ten seconds.
bool waitUntil(const std::function<bool()>& condition);

/// Until no job runs; the events that wait are handled first, for they may start one.
bool waitForJobs(const Jobs& jobs);

/// Everybody on record, by name; stretch by stretch, as the lists of the program are read.
std::vector<app::ChildRow> everyChild(app::Session& session);
std::vector<app::HomeRow> everyHome(app::Session& session);

/// The program with somebody signed in, on the demonstration: its one window, opened where a test
/// first asks for a page, and what pages are given.
class UiStage {
public:
    explicit UiStage(const std::filesystem::path& folder = demonstrationFolder());
    explicit UiStage(std::shared_ptr<app::Session> session);
    ~UiStage();

    PageContext context();
    /// The window goes to `place`; its page, with its jobs done.
    Page* open(const Place& place);
    /// The same, after the window was locked and its pages were closed meanwhile.
    Page* openAnew(const Place& place);
    bool settle() const { return waitForJobs(jobs); }
    std::vector<app::ChildRow> children() const { return everyChild(*session); }
    std::vector<app::HomeRow> homes() const { return everyHome(*session); }
    /// From now on somebody presses Cancel as soon as a job shows in the status bar, `times` times.
    void cancelNext(int times = 1);
    /// Of the first child in care that has two or more assessments; of the first home with a free
    /// place.
    QString someChild() const;
    QString someHome() const;

    CannedDialogs dialogs;

private:
    OpenAuthority m_open;
    int m_cancels = 0;

public:
    std::shared_ptr<app::Session>& session;
    ChangeRelay& relay;
    Jobs& jobs;
    ActionCatalogue& actions;
};

}  // namespace homeward::ui::test
