#pragma once

#include <QPointer>
#include <functional>
#include <optional>

#include "support/result.h"
#include "ui/admin/admin_section.h"
#include "ui/admin/frameworks/framework_problem_model.h"
#include "ui/admin/frameworks/framework_table_model.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/tasks/jobs.h"

class QPushButton;
class QStackedWidget;

namespace homeward::ui {

class Card;
class ComparingView;
class FrameworkView;
class TableView;

/// Versions of the needs framework: look, compare, load a council's own, choose the current one.
class FrameworkSection final : public AdminSection {
    Q_OBJECT
public:
    explicit FrameworkSection(const PageContext& context, QWidget* parent = nullptr);

    void enter() override;
    /// Reads and checks a file and shows what it would change; nothing is stored yet.
    void look(const QString& file);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildVersions();
    QWidget* buildLower();
    QWidget* buildProblems();
    QWidget* buildOffer();
    void take(const Result<std::vector<app::FrameworkRow>>& rows);
    void showLower(QWidget* part);
    void count(const NeedsFramework& framework,
               const std::function<void(const app::FrameworkConsequences&)>& whenCounted);
    void stopCounting();
    void countCompared(const NeedsFramework& framework);
    QString selected() const;
    void select(const QString& id);
    std::optional<NeedsFramework> read(const QString& id);
    void showSelected();
    void fitTable();
    void startComparing();
    void compareChosen();
    void startMakingCurrent();
    void makeCurrent(const app::FrameworkRow& row, const app::FrameworkConsequences& consequences);
    void save();
    void chooseFile();
    void showFile(const Result<NeedsFramework>& file, const QString& name);
    void load();
    void showLoaded(const Result<FrameworkVersionId>& loaded);

    LiveQuery<std::vector<app::FrameworkRow>> m_versions;
    FrameworkTableModel* m_model;
    QWidget* m_versionsCard;
    TableView* m_table;
    QPushButton* m_currentButton;
    QPushButton* m_compareButton;
    QStackedWidget* m_lower;  ///< reading, comparing, faults of a file
    FrameworkView* m_view;
    ComparingView* m_comparing;
    Card* m_problems;
    FrameworkProblemModel* m_problemModel;
    QWidget* m_offer;  ///< load or not, for a file that was looked at
    QPushButton* m_loadButton;
    std::optional<NeedsFramework> m_offered;
    QString m_shown;           ///< id of the version that is read below
    QPointer<Job> m_counting;  ///< what a version would change
};

}  // namespace homeward::ui
