#pragma once

#include <filesystem>

#include "app/authority/backups.h"
#include "ui/admin/admin_section.h"
#include "ui/shared/pages/live_query.h"

class QLabel;
class QPushButton;

namespace homeward::ui {

class BackupTableModel;
class Card;
class JobProgress;
class TableView;

/// Where backups go by themselves, one by button, which there are and whether they are whole.
class BackupSection final : public AdminSection {
    Q_OBJECT
public:
    explicit BackupSection(const PageContext& context, QWidget* parent = nullptr);

    void enter() override;

private:
    QWidget* buildState();
    QWidget* buildList();
    void showState();
    void chooseFolder();
    void stopDaily();
    void setFolder(const std::filesystem::path& folder);
    void backUpInto(const std::filesystem::path& folder);
    void checkAll();
    void setBusy(bool busy);

    /// What one reading gives.
    struct Backups {
        app::BackupState state;
        std::optional<Result<std::vector<app::ListedBackup>>> listed;  ///< empty: no place chosen
    };
    void take(const Result<Backups>& read);

    LiveQuery<Backups> m_reading;
    app::BackupState m_state;
    BackupTableModel* m_model = nullptr;  ///< Null without the right.
    Card* m_listCard = nullptr;
    QLabel* m_last = nullptr;
    QLabel* m_failure = nullptr;
    QLabel* m_place = nullptr;
    QLabel* m_warning = nullptr;
    QPushButton* m_backUp = nullptr;
    QPushButton* m_elsewhere = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_check = nullptr;
    JobProgress* m_progress = nullptr;
    TableView* m_table = nullptr;
    bool m_busy = false;
};

}  // namespace homeward::ui
