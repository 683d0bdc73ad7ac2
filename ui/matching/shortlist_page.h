#pragma once

#include <QPointer>
#include <memory>

#include "app/matching_service.h"
#include "support/result.h"
#include "ui/shared/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class CompareView;
class ExplanationPanel;
class Job;
class PageHeader;
class SearchTermsBar;
class ShortlistTables;
struct ShortlistReport;

/// A home for one child: the ranked list, what only just misses, what does not fit and why, and one
/// household explained.
class ShortlistPage : public Page {
    Q_OBJECT
public:
    explicit ShortlistPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;
    Place place() const override;
    void changed(const app::ChangeSet& changes) override;
    bool print() override;

private:
    void build();
    void buildActions();
    void connectParts();
    void find();
    void showAnswer(const Result<app::ShortlistAnswer>& answer);
    void showHeader();
    void explainSelected();
    void compareSelected();
    void showActions();
    void choose(const HomeId& home);
    void chosen(const app::Choice& choice, const Result<PlacementId>& placement);
    void refuse(const Error& error);
    void savePdf();
    void saveCsv();
    ShortlistReport report() const;
    QString assessmentNotice() const;
    QString fileName(const QString& ending) const;

    PageContext m_context;
    PageHeader* m_header;
    Banner* m_banner;
    SearchTermsBar* m_termsBar;
    QLabel* m_versionsLabel;
    QLabel* m_noticeLabel;
    QStackedWidget* m_stack;
    ShortlistTables* m_tables;
    ExplanationPanel* m_panel;
    CompareView* m_compare;
    QPushButton* m_compareButton;
    QPushButton* m_reportButton;
    QPushButton* m_chooseButton;
    app::SearchTerms m_terms;
    std::shared_ptr<const app::ShortlistAnswer> m_answer;  ///< null: none yet
    QPointer<Job> m_job;
    QString m_keptReason;  ///< typed for a choice that could not be made
    QString m_keptWaiverReason;
};

}  // namespace homeward::ui
