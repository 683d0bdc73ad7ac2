#pragma once

#include <array>
#include <map>

#include "ui/children/about_me_entries.h"
#include "ui/children/child_tab.h"
#include "ui/shared/live_query.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class Banner;
class Card;
class ChildDetailsForm;
class ConflictCard;
class DraftKeeper;
class GrowingTextEdit;

/// Who the child is, in own words first, then the facts. Typing is kept as a draft until it is
/// saved.
class AboutMeTab : public ChildTab {
    Q_OBJECT
public:
    explicit AboutMeTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    bool keepUnsaved() override;
    std::optional<Error> unsaveable() const override;

    AboutMeEntries entries() const;

private:
    QVBoxLayout* buildOwnWords();
    Card* buildDetails();
    void buildTools();
    void showEntries(const AboutMeEntries& entries);
    void resumeDraft();
    void entriesEdited();
    void refreshState();
    void save();
    void saved(const Child& child, const Result<int>& version);
    void giveUp();
    void showSaveError(const Error& error);
    void compareWithNewer();
    void showWorkers(const Result<std::vector<Account>>& accounts);
    void showSiblings(const app::ChildPage& page);
    bool isModified() const { return entries() != m_seenEntries; }

    app::ChildPage m_page;
    AboutMeEntries m_seenEntries;  ///< of the version the fields were begun on
    int m_seenVersion = 0;
    bool m_seenKnown = true;  ///< false: a resumed draft was begun on an older version
    bool m_mayEdit = false;
    bool m_showing = false;
    bool m_saving = false;
    std::map<std::string, QString> m_workerNames;
    LiveQuery<std::vector<Account>> m_workers;

    Banner* m_banner;
    ConflictCard* m_conflict;
    std::array<GrowingTextEdit*, 3> m_ownWords{};
    ChildDetailsForm* m_details = nullptr;
    QLabel* m_siblings = nullptr;
    QLabel* m_readOnlyNote = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_giveUp = nullptr;
    DraftKeeper* m_drafts = nullptr;
};

}  // namespace homeward::ui
