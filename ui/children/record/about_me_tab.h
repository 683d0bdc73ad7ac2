#pragma once

#include <map>

#include "ui/children/record/about_me_entries.h"
#include "ui/children/record/child_tab.h"
#include "ui/shared/pages/live_query.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class Banner;
class Card;
class ChildDetailsForm;
class ConflictCard;
class GrowingTextEdit;
class RecordEditor;

/// Who the child is, in own words first, then the facts. Typing is kept as a draft until it is
/// saved.
class AboutMeTab : public ChildTab {
    Q_OBJECT
public:
    explicit AboutMeTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    bool keepUnsaved() override;
    std::optional<Error> unsaveable() const override;
    bool save() override;
    bool print() override;

private:
    QVBoxLayout* buildOwnWords();
    Card* buildDetails();
    void buildTools();
    void buildEditor(ConflictCard* conflict);
    AboutMeEntries entries() const;
    void showEntries(const AboutMeEntries& entries);
    void entriesEdited();
    void refreshState();
    void saveEdited();
    void compareWithNewer();
    QString wordsOf(const std::string& field, const QString& value) const;
    void showSiblings(const app::ChildPage& page);
    void showWorkers(const Result<std::vector<Account>>& accounts);

    app::ChildPage m_page;
    AboutMeEntries m_shown;  ///< as written last; keeps what no field shows
    bool m_mayEdit = false;
    bool m_showing = false;
    std::map<std::string, QString> m_workerNames;
    LiveQuery<std::vector<Account>> m_workers;

    Banner* m_banner;
    std::map<std::string, GrowingTextEdit*> m_ownWords;  ///< by field
    ChildDetailsForm* m_details = nullptr;
    QLabel* m_siblings = nullptr;
    QLabel* m_readOnlyNote = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_giveUp = nullptr;
    RecordEditor* m_editor = nullptr;
};

}  // namespace homeward::ui
