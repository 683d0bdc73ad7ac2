#pragma once

#include <map>
#include <memory>

#include "app/exchange/exports.h"
#include "app/matching/matching_service.h"
#include "support/result.h"
#include "ui/matching/choosing/choose_dialog.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class CompareView;
class EarlierSearchesView;
class ExplanationPanel;
class PageHeader;
class SearchTermsBar;
class ShortlistTables;
struct ShortlistReport;

/// A home for one child: the ranked list, what only just misses, what does not fit and why, and one
/// household explained. Every list is on record; `Place::part` names an earlier search, which is
/// shown as it was and only read.
class ShortlistPage : public Page {
    Q_OBJECT
public:
    explicit ShortlistPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;
    Place place() const override;
    bool print() override;
    bool complete() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What the button of the banner does.
    enum class Offer { Placements, LookAgain };
    /// What the middle of the page shows.
    enum Middle { List, Comparison, Earlier };

    void build();
    void buildActions();
    void connectParts();
    void buildReading();
    void find(app::Looking looking = app::Looking::Opened);
    /// The list, unless it gave way to another meanwhile.
    void take(const Result<app::ShortlistAnswer>& answer);
    /// What the list rests on was changed: it stays as it was shown, and says so.
    void offerNewList();
    /// Forgets what was shown of another child or another search.
    void startOver(const ChildId& child);
    void showPast(const SearchId& search);
    void showEarlier();
    void offerLookAgain(const QString& title, const QString& text, const QString& action = {});
    void showStopped();
    void showAnswer(const Result<app::ShortlistAnswer>& answer);
    void showHeader();
    void explainSelected();
    void compareSelected();
    void showActions();
    void choose(const HomeId& home);
    /// From the list on the page: it is on record, it is not an earlier one, and the role may.
    bool mayChoose() const;
    /// What the dialog says of a household; where the child lives now is still to be told.
    ChooseDialog::Subject subjectOf(const matching::Candidate& candidate) const;
    void chosen(const app::Choice& choice, const app::ShortlistAnswer& shown,
                const Result<PlacementId>& placement);
    void refuse(const Error& error);
    void savePdf();
    void saveCsv();
    ShortlistReport report() const;
    void showNotice();
    QString chooseText(const matching::Candidate* candidate) const;
    QString fileName(const QString& ending) const;
    app::ExportRecord exportRecord() const;

    PageContext m_context;
    LiveQuery<app::ShortlistAnswer> m_reading;
    PageHeader* m_header;
    Banner* m_banner;
    Banner* m_older;  ///< says that there may be a newer list
    SearchTermsBar* m_termsBar;
    QLabel* m_versionsLabel;
    QLabel* m_noticeLabel;
    QLabel* m_siblingsLabel;
    QStackedWidget* m_stack;
    QSplitter* m_split = nullptr;
    ShortlistTables* m_tables;
    ExplanationPanel* m_panel;
    CompareView* m_compare;
    QLabel* m_compareNote;  ///< why Compare is grey
    QPushButton* m_compareButton;
    QPushButton* m_reportButton;
    QPushButton* m_earlierButton;
    QPushButton* m_chooseButton;
    EarlierSearchesView* m_earlier;
    app::SearchTerms m_terms;
    std::shared_ptr<const app::ShortlistAnswer> m_answer;  ///< null: none yet
    app::SearchTerms m_asked;                              ///< of the search that runs, or ran last
    app::Looking m_looking = app::Looking::Opened;
    SearchId m_past;  ///< the earlier search that is shown; empty: the list as it is now
    Offer m_offer = Offer::Placements;
    /// Typed for choices that were not made: a reason belongs to the household it was written for.
    std::map<HomeId, ChooseDialog::Typed> m_kept;
};

/// "As it was shown on 12 Nov 2026, 14:05, to A. Okafor."
QString asShownText(const app::ShortlistAnswer& answer);

}  // namespace homeward::ui
