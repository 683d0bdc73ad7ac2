#pragma once

#include "app/records/homes.h"
#include "support/result.h"
#include "ui/carers/household/home_entries.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"

class QPushButton;
class QTabWidget;

namespace homeward::ui {

class ApprovalTab;
class Banner;
class ConflictCard;
class HomeFields;
class HomeHistoryTab;
class HouseholdTab;
class PageHeader;
class RecordEditor;
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
    bool save() override;
    bool complete() override;
    bool print() override;
    bool comesBackWhole() const override;
    std::optional<Unsaved> unsaved() const override;

private:
    void build();
    void connectParts();
    bool isNew() const { return m_page.home.id.isEmpty(); }
    void buildEditor();
    void load(HomeId id);
    void take(const Result<app::HomePage>& page);
    void startNew();
    void showPage(const app::HomePage& page);
    void showFacts(const app::HomePage& page);  ///< all but the fields
    void showHeader();
    void showProviders();
    void showEdited();
    void showNewer(const app::HomePage& page);  ///< keeps what was typed
    void showTab(const QString& part);
    void saveEdited();
    void saved(const HomeId& home);
    void compareWithNewer();
    bool setProblem(const std::string& field, const QString& sentence);
    QString providerName(const QString& id) const;

    PageContext m_context;
    app::HomePage m_page;  ///< as read last
    HomeId m_wanted;       ///< being opened; the home of m_page once that is done
    LiveQuery<app::HomePage> m_reading;
    std::vector<Provider> m_providers;

    PageHeader* m_header;
    Banner* m_banner;
    ConflictCard* m_conflict;
    QTabWidget* m_tabs;
    HomeFields* m_fields;
    HouseholdTab* m_householdTab;
    ApprovalTab* m_approvalTab;
    SkillsTab* m_skillsTab;
    HomeHistoryTab* m_historyTab;
    QPushButton* m_discardButton;
    QPushButton* m_saveButton;
    RecordEditor* m_editor = nullptr;
};

}  // namespace homeward::ui
