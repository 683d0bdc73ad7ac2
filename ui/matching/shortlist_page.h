#pragma once

#include <QPointer>
#include <memory>

#include "app/exports.h"
#include "app/matching_service.h"
#include "support/result.h"
#include "ui/matching/choose_dialog.h"
#include "ui/shared/page.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class CompareView;
class ExplanationPanel;
class Job;
class PageHeader;
class SearchTermsBar;
class ShortlistTables;
struct Explanation;
struct ShortlistReport;

/// A home for one child: the ranked list, what only just misses, what does not fit and why, and one
/// household explained.
class ShortlistPage : public Page {
    Q_OBJECT
public:
    explicit ShortlistPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;
    Place place() const override;
    bool print() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void changed(const app::ChangeSet& changes);
    /// What the button of the banner does.
    enum class Offer { Placements, LookAgain };

    void build();
    void buildActions();
    void connectParts();
    void find();
    /// The search has ended: with an answer, or stopped.
    void endSearch(const Job* job);
    void showAnswer(const Result<app::ShortlistAnswer>& answer);
    void showHeader();
    void explainSelected();
    /// With what the carers list knows of the household.
    Explanation explained(const matching::Candidate& candidate) const;
    void compareSelected();
    void showActions();
    void choose(const HomeId& home);
    void chosen(const app::Choice& choice, const app::ShortlistAnswer& shown,
                const Result<PlacementId>& placement);
    void refuse(const Error& error);
    void savePdf();
    void saveCsv();
    ShortlistReport report() const;
    QString assessmentNotice() const;
    QString fileName(const QString& ending) const;
    app::ExportRecord exportRecord() const;

    PageContext m_context;
    PageHeader* m_header;
    Banner* m_banner;
    SearchTermsBar* m_termsBar;
    QLabel* m_versionsLabel;
    QLabel* m_noticeLabel;
    QStackedWidget* m_stack;
    QSplitter* m_split = nullptr;
    ShortlistTables* m_tables;
    ExplanationPanel* m_panel;
    CompareView* m_compare;
    QLabel* m_compareNote;  ///< why Compare is grey
    QPushButton* m_compareButton;
    QPushButton* m_reportButton;
    QPushButton* m_chooseButton;
    app::SearchTerms m_terms;
    std::shared_ptr<const app::ShortlistAnswer> m_answer;  ///< null: none yet
    QPointer<Job> m_job;
    bool m_searched = false;  ///< the last search came to an end of its own
    Offer m_offer = Offer::Placements;
    ChooseDialog::Typed m_kept;  ///< typed for a choice that was not made
};

}  // namespace homeward::ui
