#pragma once

#include <functional>
#include <optional>

#include "support/result.h"
#include "ui/admin/admin_section.h"
#include "ui/admin/frameworks/framework_problem_model.h"
#include "ui/admin/frameworks/framework_table_model.h"
#include "ui/shared/pages/live_query.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace homeward::ui {

class Card;
class FrameworkComparisonView;
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
    void fillCombos();
    QString selected() const;
    void select(const QString& id);
    std::optional<NeedsFramework> read(const QString& id);
    void showSelected();
    void fitTable();
    void startComparing();
    void compareChosen();
    void makeCurrent();
    void save();
    void chooseFile();
    void showFile(const Result<NeedsFramework>& file, const QString& name);
    void load();
    void showLoaded(const Result<FrameworkVersionId>& loaded);

    LiveQuery<std::vector<app::FrameworkRow>> m_versions;
    FrameworkTableModel* m_model;
    TableView* m_table;
    QPushButton* m_currentButton;
    QPushButton* m_compareButton;
    QStackedWidget* m_lower;  ///< reading, comparing, faults of a file
    FrameworkView* m_view;
    FrameworkComparisonView* m_comparison;
    Card* m_problems;
    FrameworkProblemModel* m_problemModel;
    QWidget* m_choice;  ///< which two versions are compared
    QComboBox* m_before;
    QComboBox* m_after;
    QWidget* m_offer;  ///< load or not, for a file that was looked at
    QPushButton* m_loadButton;
    std::optional<NeedsFramework> m_offered;
    QString m_shown;  ///< id of the version that is read below
};

}  // namespace homeward::ui
