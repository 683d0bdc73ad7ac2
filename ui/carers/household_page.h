#pragma once

#include "app/homes.h"
#include "support/result.h"
#include "ui/carers/home_entries.h"
#include "ui/shared/live_query.h"
#include "ui/shared/page.h"

class QPushButton;
class QTabWidget;

namespace homeward::ui {

class ApprovalTab;
class Banner;
class DraftKeeper;
class HomeConflictCard;
class HomeFields;
class HomeHistoryTab;
class HouseholdTab;
class PageHeader;
class SkillsTab;

/// One home: household, approval and who lives there, skills, history. Also adds a new one (record
/// "new").
class HouseholdPage : public Page {
    Q_OBJECT
public:
    explicit HouseholdPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;
    Place place() const override;
    bool keepUnsaved() override;
    bool comesBackWhole() const override;
    std::optional<Unsaved> unsaved() const override;

private:
    /// What the button of the banner does.
    enum class Offer { None, DiscardEdits, NewerVersion };

    void build();
    void connectParts();
    bool isNew() const { return m_page.home.id.isEmpty(); }
    bool isEdited() const;
    void load(HomeId id);
    void startNew();
    void showPage(const app::HomePage& page);
    void restoreDraft();
    void showHeader();
    void showProviders();
    void showEdited();
    void take(const Result<app::HomePage>& page);
    void showNewer(const app::HomePage& page);  ///< keeps what was typed
    void showTab(const QString& part);
    void save();
    void finishSaving(const Result<HomeId>& done);
    void saved();
    void refuse(const Error& error);
    void offerNewer();
    void showNewerBesideMine();
    void takeTheirs(const QString& field);
    void discardEdits();
    QString providerName(const QString& id) const;
    Result<Done> storeDraft(const std::string& record);

    PageContext m_context;
    app::HomePage m_page;  ///< as read; its home is what the entries are based on
    HomeId m_wanted;       ///< being opened; the home of m_page once that is done
    LiveQuery<app::HomePage> m_reading;
    HomeEntries m_base;    ///< entries of that home
    HomeEntries m_theirs;  ///< after a conflict: what a colleague saved
    std::vector<app::Provider> m_providers;
    Offer m_offer = Offer::None;
    bool m_saving = false;

    PageHeader* m_header;
    Banner* m_banner;
    HomeConflictCard* m_conflict;
    QTabWidget* m_tabs;
    HomeFields* m_fields;
    HouseholdTab* m_householdTab;
    ApprovalTab* m_approvalTab;
    SkillsTab* m_skillsTab;
    HomeHistoryTab* m_historyTab;
    QPushButton* m_discardButton;
    QPushButton* m_saveButton;
    DraftKeeper* m_keeper;
};

}  // namespace homeward::ui
