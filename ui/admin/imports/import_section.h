#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/exchange/import_return.h"
#include "support/result.h"
#include "ui/admin/admin_section.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class Card;
class DropArea;
class FindingTableModel;
class ImportChangeModel;
class ImportFileModel;
class ImportsCard;
class JobProgress;
class TableView;

/// A statutory return: choose files, look at what they would do, take them over.
class ImportSection final : public AdminSection {
    Q_OBJECT
public:
    explicit ImportSection(const PageContext& context, QWidget* parent = nullptr);

    /// Looks at the files; nothing is written.
    void look(const QStringList& files);
    void enter() override;
    /// Null while nothing was looked at.
    const app::ImportPreview* preview() const { return m_preview.get(); }

private:
    void build();
    QWidget* buildYear();
    QWidget* buildChanges();
    QWidget* buildFindings();
    void lookAt(std::vector<std::filesystem::path> paths, std::optional<int> year);
    void showYearAsked();
    /// False: the person thought better of it.
    bool mayMix();
    QWidget* buildCommit();
    void chooseFiles();
    void showPreview(const Result<std::shared_ptr<const app::ImportPreview>>& looked);
    QString notTaken() const;  ///< "2 rows and 1 whole file"; empty: nothing
    void showFindingCount();
    void commit();
    void showOutcome(const Result<app::ImportOutcome>& outcome);
    void startAgain();
    void setBusy(bool busy);
    void exportFindings();

    std::vector<std::filesystem::path> m_paths;
    std::shared_ptr<const app::ImportPreview> m_preview;
    bool m_committing = false;
    std::shared_ptr<std::optional<app::ImportOutcome>> m_written;  ///< set by the job that commits

    DropArea* m_drop = nullptr;
    JobProgress* m_progress = nullptr;
    Card* m_filesCard = nullptr;
    Card* m_changesCard = nullptr;
    Card* m_findingsCard = nullptr;
    ImportsCard* m_imports = nullptr;
    Card* m_yearCard = nullptr;  ///< which year files without one are of
    QComboBox* m_year = nullptr;
    ImportChangeModel* m_changes = nullptr;
    app::ImportOptions m_options;
    ImportFileModel* m_files = nullptr;
    FindingTableModel* m_findings = nullptr;
    TableView* m_filesTable = nullptr;
    TableView* m_findingsTable = nullptr;
    QComboBox* m_show = nullptr;
    QLineEdit* m_search = nullptr;
    QWidget* m_commitBar = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_commitButton = nullptr;
    QPushButton* m_againButton = nullptr;
};

/// What an import would do or did, in one sentence.
QString importText(int childrenCreated, int childrenChanged, int placementsCreated,
                   int placementsChanged);

}  // namespace homeward::ui
