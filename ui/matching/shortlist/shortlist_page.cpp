#include "ui/matching/shortlist/shortlist_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/session/session.h"
#include "ui/matching/reasons/explanation_panel.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/matching/seekers/seeker_table_model.h"
#include "ui/matching/shortlist/compare_view.h"
#include "ui/matching/shortlist/earlier_searches_view.h"
#include "ui/matching/shortlist/search_terms_bar.h"
#include "ui/matching/shortlist/shortlist_report.h"
#include "ui/matching/shortlist/shortlist_tables.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/pages/change_relay.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/child_words.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

using app::Aggregate;

namespace {

constexpr int kTablesWidth = 850;
constexpr int kLeastTablesWidth = 560;
constexpr int kNameLetters = 28;  ///< of a household on the button
constexpr int kFoldedHeight = 320;
constexpr int kPanelWidth = 344;  ///< the lines of the explanation need it

QString millisecondsText(double milliseconds)
{
    return milliseconds < 1 ? ShortlistPage::tr("under 1 ms")
                            : ShortlistPage::tr("%1 ms").arg(std::lround(milliseconds));
}

}  // namespace

ShortlistPage::ShortlistPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_reading(
          this, context,
          {Aggregate::Home, Aggregate::Placement, Aggregate::CareHistory, Aggregate::Assessment,
           Aggregate::Framework, Aggregate::Child},
          Lane::Quick, tr("Looking at every household"),
          [this] {
              m_asked = m_terms;
              const app::Looking looking = std::exchange(m_looking, app::Looking::Opened);
              return [terms = m_terms, looking](app::Session& session, const RunControl& control) {
                  return app::shortlist(session, terms, control, looking);
              };
          },
          [this](const Result<app::ShortlistAnswer>& answer) { take(answer); }),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_older(new Banner(this)),
      m_termsBar(new SearchTermsBar(this)),
      m_versionsLabel(new QLabel(this)),
      m_noticeLabel(new QLabel(this)),
      m_siblingsLabel(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_tables(new ShortlistTables(this)),
      m_panel(new ExplanationPanel(this)),
      m_compare(new CompareView(this)),
      m_compareNote(new QLabel(this)),
      m_compareButton(new QPushButton(tr("Compare"), this)),
      m_reportButton(new QPushButton(tr("Report"), this)),
      m_earlierButton(new QPushButton(tr("Earlier searches"), this)),
      m_chooseButton(new QPushButton(tr("Choose this household…"), this)),
      m_earlier(new EarlierSearchesView(this))
{
    build();
    buildActions();
    connectParts();
    buildReading();
}

void ShortlistPage::build()
{
    setRole(m_versionsLabel, "muted");
    m_noticeLabel->setObjectName(QStringLiteral("needsNoticeLabel"));
    m_noticeLabel->setWordWrap(true);
    setRole(m_noticeLabel, "pill-warning");
    m_noticeLabel->hide();

    m_siblingsLabel->setObjectName(QStringLiteral("siblingsInCareLabel"));
    m_siblingsLabel->setWordWrap(true);
    setRole(m_siblingsLabel, "pill-info");
    m_siblingsLabel->hide();

    m_termsBar->layout()->addWidget(m_versionsLabel);

    m_split = new QSplitter(Qt::Horizontal, this);
    QSplitter* split = m_split;
    split->setChildrenCollapsible(false);
    split->setHandleWidth(12);
    split->addWidget(m_tables);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 17);
    split->setStretchFactor(1, 10);
    split->setSizes({kTablesWidth, kPanelWidth});
    m_panel->setMinimumWidth(kPanelWidth);
    m_stack->addWidget(split);
    m_stack->addWidget(m_compare);
    m_stack->addWidget(m_earlier);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 12);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_older);
    layout->addWidget(m_termsBar);
    layout->addWidget(m_noticeLabel);
    layout->addWidget(m_siblingsLabel);
    layout->addWidget(m_stack, 1);
}

/// The explanation stands below the lists where both have no room side by side.
void ShortlistPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool beside = width() >= kPanelWidth + kLeastTablesWidth;
    m_split->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    m_tables->setMinimumHeight(beside ? 0 : kFoldedHeight);
    m_panel->setMinimumHeight(beside ? 0 : kFoldedHeight);
}

void ShortlistPage::buildActions()
{
    m_compareButton->setObjectName(QStringLiteral("compareButton"));
    m_reportButton->setObjectName(QStringLiteral("reportButton"));
    m_earlierButton->setObjectName(QStringLiteral("earlierButton"));
    m_earlierButton->setToolTip(tr("Lists that were shown for this child before"));
    m_chooseButton->setObjectName(QStringLiteral("chooseButton"));
    setRole(m_chooseButton, "primary");
    auto* menu = new QMenu(m_reportButton);
    menu->addAction(tr("Print…  Ctrl+P"), this, &ShortlistPage::print);
    menu->addAction(tr("Save as PDF…"), this, &ShortlistPage::savePdf);
    menu->addAction(tr("Save as CSV…"), this, &ShortlistPage::saveCsv);
    m_reportButton->setMenu(menu);
    setRole(m_compareNote, "muted");
    m_compareNote->setObjectName(QStringLiteral("compareNoteLabel"));
    m_compareNote->hide();
    m_header->actions()->addWidget(m_compareNote);
    m_header->actions()->addWidget(m_earlierButton);
    m_header->actions()->addWidget(m_compareButton);
    m_header->actions()->addWidget(m_reportButton);
    m_header->actions()->addWidget(m_chooseButton);
}

void ShortlistPage::connectParts()
{
    connect(m_termsBar, &SearchTermsBar::termsChanged, this, [this] {
        m_terms = m_termsBar->terms();
        find();
    });
    connect(m_tables, &ShortlistTables::currentChanged, this, &ShortlistPage::explainSelected);
    connect(m_tables, &ShortlistTables::selectionChanged, this, &ShortlistPage::showActions);
    connect(m_tables, &ShortlistTables::kindRequested, this, [this](HomeKind kind) {
        m_terms.kind = kind;
        m_termsBar->setTerms(m_terms, m_context.session.today());
        find();
    });
    connect(m_tables, &ShortlistTables::explainRequested, this, [this] { m_panel->setFocus(); });
    connect(m_chooseButton, &QPushButton::clicked, this, [this] { choose(m_tables->current()); });
    connect(m_compareButton, &QPushButton::clicked, this, &ShortlistPage::compareSelected);
    const auto back = [this] {
        m_stack->setCurrentIndex(List);
        showActions();
    };
    connect(m_compare, &CompareView::backRequested, this, back);
    connect(m_earlier, &EarlierSearchesView::backRequested, this, back);
    connect(m_earlierButton, &QPushButton::clicked, this, &ShortlistPage::showEarlier);
    connect(m_earlier, &EarlierSearchesView::searchRequested, this, [this](const QString& search) {
        emit placeRequested({QStringLiteral("shortlist"), text(m_terms.child.value), search});
    });
    connect(m_compare, &CompareView::chooseRequested, this,
            [this](const QString& home) { choose(HomeId{utf8(home)}); });
    connect(m_panel, &ExplanationPanel::homeRequested, this, [this](const QString& home) {
        emit placeRequested({QStringLiteral("home"), home, {}});
    });
    connect(m_banner, &Banner::actionRequested, this, [this] {
        if (m_offer == Offer::LookAgain && !m_past.isEmpty())
            return emit placeRequested(
                {QStringLiteral("shortlist"), text(m_terms.child.value), {}});
        if (m_offer == Offer::LookAgain)
            return find(app::Looking::Afresh);
        emit placeRequested(
            {QStringLiteral("child"), text(m_terms.child.value), QStringLiteral("placements")});
    });
}

void ShortlistPage::open(const Place& place)
{
    const ChildId child{utf8(place.record)};
    const SearchId past{utf8(place.part)};
    if (child != m_terms.child || past != m_past)
        startOver(child);
    m_past = past;
    if (m_stack->currentIndex() == Earlier)
        m_stack->setCurrentIndex(List);
    m_tables->startAfresh();
    showHeader();
    showActions();
    if (m_past.isEmpty())
        find();
    else
        showPast(m_past);
    m_tables->view()->setFocus();
}

void ShortlistPage::startOver(const ChildId& child)
{
    m_reading.forget();
    m_older->hide();
    if (child != m_terms.child)
        m_kept.clear();
    m_terms = {};
    m_terms.child = child;
    m_answer.reset();
    m_offer = Offer::Placements;
    m_banner->hide();
    m_noticeLabel->hide();
    m_siblingsLabel->hide();
    m_stack->setCurrentIndex(List);
    m_tables->clear(tr("Looking at every household…"));
    m_panel->showHint({}, {});
    m_termsBar->setTerms(m_terms, m_context.session.today());
    m_termsBar->setEnabled(true);
}

Place ShortlistPage::place() const
{
    return {QStringLiteral("shortlist"), text(m_terms.child.value), text(m_past.value)};
}

void ShortlistPage::showPast(const SearchId& search)
{
    auto answer = app::openSearch(m_context.session, search);
    if (answer && answer->request.child != m_terms.child)
        answer = Error{ErrorCode::NotFound, "search of another child", {{"entity", "search"}}};
    m_termsBar->setEnabled(false);
    if (answer) {
        const matching::Request& asked = answer->request;
        m_terms = {asked.child, asked.on, asked.type, asked.maxMiles, asked.kind};
        m_termsBar->setTerms(m_terms, m_context.session.today());
    }
    showAnswer(answer);
    if (answer)
        offerLookAgain(asShownText(*answer),
                       tr("Nothing here was computed anew, and nothing can be chosen from it."),
                       tr("Show the list as it is now"));
}

void ShortlistPage::showEarlier()
{
    const auto searches = app::searchesOf(m_context.session, m_terms.child);
    if (!searches)
        return m_banner->showError(searches.error());
    m_earlier->setSearches(*searches, m_terms.child);
    m_stack->setCurrentIndex(Earlier);
    m_earlier->setFocus();
    showActions();
}

void ShortlistPage::offerLookAgain(const QString& title, const QString& text, const QString& action)
{
    m_offer = Offer::LookAgain;
    m_banner->showWithAction(Banner::Tone::Info, title, text,
                             action.isEmpty() ? tr("Look again") : action);
}

/// What was shown is a search on record (docs/adr/0014): it does not change under the hand that is
/// choosing from it.
void ShortlistPage::buildReading()
{
    m_older->setObjectName(QStringLiteral("olderBanner"));
    m_reading.setOlder([this] { offerNewList(); });
    // A home that is new, or a place that another child takes, changes a list as much as this
    // child.
    m_reading.setConcerns([this](const app::ChangeSet& changes) {
        return changes.touches(Aggregate::Home) || changes.touches(Aggregate::Placement) ||
               changes.touches(Aggregate::Framework) || changes.concerns(m_terms.child.value);
    });
    connect(m_older, &Banner::actionRequested, this, [this] { find(app::Looking::Afresh); });
}

void ShortlistPage::offerNewList()
{
    m_older->showWithAction(
        Banner::Tone::Info, tr("This list is older than what is on record now"),
        tr("Something that it rests on was changed since it was made at %1. It stays as it was "
           "shown.")
            .arg(QLocale().toString(m_reading.readAt().value_or(QTime()), QLocale::ShortFormat)),
        tr("Search anew"));
}

void ShortlistPage::find(app::Looking looking)
{
    // Why a choice was refused stays to be read until somebody looks again.
    if (m_offer == Offer::LookAgain && (looking == app::Looking::Afresh || !m_answer)) {
        m_offer = Offer::Placements;
        m_banner->hide();
        if (!m_answer)
            m_tables->clear(tr("Looking at every household…"));
    }
    m_looking = looking;
    if (m_answer && m_asked == m_terms)
        m_reading.readAgain();
    else
        m_reading.readNow();
}

void ShortlistPage::take(const Result<app::ShortlistAnswer>& answer)
{
    if (!(m_asked == m_terms) || !m_past.isEmpty())
        return;
    m_older->hide();
    if (!answer && answer.error().code == ErrorCode::Cancelled)
        return showStopped();
    showAnswer(answer);
}

void ShortlistPage::showStopped()
{
    m_answer.reset();
    m_stack->setCurrentIndex(List);
    m_noticeLabel->hide();
    m_siblingsLabel->hide();
    m_tables->clear(tr("Stopped before every household was looked at."));
    m_panel->showHint({}, {});
    showHeader();
    showActions();
    offerLookAgain(tr("The search was stopped"),
                   tr("Not every household was looked at, so there is no list."));
}

void ShortlistPage::showAnswer(const Result<app::ShortlistAnswer>& answer)
{
    if (!answer) {
        m_banner->showError(answer.error());
        m_tables->clear(tr("There is no list to show."));
        m_panel->showHint({}, {});
        m_answer.reset();
        showActions();
        return;
    }
    const bool wasUnkept = m_answer && m_answer->notKept;
    m_answer = std::make_shared<const app::ShortlistAnswer>(*answer);
    showHeader();
    m_versionsLabel->setText(versionsText(*m_answer));
    showNotice();
    m_siblingsLabel->setText(siblingsText(*m_answer));
    m_siblingsLabel->setVisible(!m_answer->siblings.empty());
    m_tables->setAnswer(*m_answer);
    explainSelected();
    showActions();
    if (m_stack->currentWidget() == m_compare)
        m_stack->setCurrentIndex(List);
    if (m_answer->notKept && m_answer->notKept->code != ErrorCode::ReadOnly)
        offerLookAgain(tr("This list is not on record"),
                       tr("It could not be written, so no household can be chosen from it."));
    else if (wasUnkept)
        m_banner->hide();
}

void ShortlistPage::showHeader()
{
    const auto rows = app::childRows(m_context.session, {m_terms.child});
    const app::ChildRow* row = rows && !rows->empty() ? &rows->front() : nullptr;
    const QString name = m_answer ? text(m_answer->childName)
                         : row    ? text(row->displayName)
                                  : tr("this child");
    m_header->setTitle(tr("A home for %1").arg(name));
    emit titleChanged(tr("A home for %1").arg(name));
    QStringList facts;
    if (row) {
        facts << tr("%1, %2").arg(ageText(row->ageYears), label(row->sex));
        if (m_past.isEmpty())
            facts << tr("lives now: %1").arg(livesText(*row));
    }
    if (m_answer) {
        facts << tr("%Ln household(s) looked at in %1", nullptr, m_answer->lookedAt)
                     .arg(millisecondsText(m_answer->milliseconds));
        facts << (m_answer->assessedOn
                      ? tr("needs assessed on %1").arg(dateText(m_answer->assessedOn))
                      : tr("needs not assessed"));
    }
    m_header->setFacts(facts.join(QStringLiteral(" · ")));
}

/// What the child needs and the scores do not say.
void ShortlistPage::showNotice()
{
    QString notice = leftOutText(*m_answer);
    setRole(m_noticeLabel, notice.isEmpty() ? "pill-warning" : "pill-problem");
    if (notice.isEmpty() && !m_answer->list.childAssessed)
        notice = tr("The needs of %1 are not assessed yet, so only the practical fit counts. "
                    "Assess the needs first for a list that means something.")
                     .arg(text(m_answer->childName));
    m_noticeLabel->setText(notice);
    m_noticeLabel->setVisible(!notice.isEmpty());
}

void ShortlistPage::explainSelected()
{
    const HomeId home = m_tables->current();
    const auto show = [&](Explanation explanation) {
        explanation.contact = contactText(m_context.session, home);
        m_panel->showExplanation(explanation);
    };
    if (const auto* candidate = m_answer ? findCandidate(*m_answer, home) : nullptr)
        show(explain(*m_answer, *candidate));
    else if (const auto* other = m_answer ? findNotEligible(*m_answer, home) : nullptr)
        show(explain(*m_answer, *other));
    else
        m_panel->showHint(tr("Nobody to explain"),
                          tr("Select a household to see why it stands where it does."));
    showActions();
}

void ShortlistPage::showActions()
{
    const bool elsewhere = m_stack->currentIndex() != List;
    const std::size_t selected = m_tables->selected().size();
    const bool comparable = selected >= 2 && selected <= CompareView::kMost;
    m_compareButton->setEnabled(m_answer && comparable && !elsewhere);
    m_compareButton->setText(comparable ? tr("Compare %1").arg(selected) : tr("Compare"));
    m_compareButton->setToolTip(
        tr("Select two to four households (Ctrl+click or Shift+arrow), then compare"));
    m_compareNote->setText(tr("%1 selected; at most %2 can be compared")
                               .arg(selected)
                               .arg(static_cast<int>(CompareView::kMost)));
    m_compareNote->setVisible(selected > CompareView::kMost && !elsewhere);
    m_reportButton->setEnabled(m_answer != nullptr);

    const bool may = m_context.session.may(Right::DecidePlacements);
    const matching::Candidate* candidate =
        m_answer ? findCandidate(*m_answer, m_tables->current()) : nullptr;
    m_chooseButton->setVisible(!elsewhere && m_past.isEmpty());
    m_earlierButton->setVisible(!elsewhere);
    m_chooseButton->setEnabled(mayChoose() && candidate);
    m_chooseButton->setText(chooseText(candidate));
    m_chooseButton->setToolTip(may ? tr("Ctrl+Enter")
                                   : tr("Your role may look for a home but not decide. Ask a "
                                        "placement officer or manager."));
}

void ShortlistPage::compareSelected()
{
    std::vector<Explanation> households;
    for (const HomeId& home : m_tables->selected())
        if (const matching::Candidate* candidate = findCandidate(*m_answer, home))
            households.push_back(explain(*m_answer, *candidate));
    if (households.size() < 2)
        return;
    m_compare->setHouseholds(households, mayChoose());
    m_stack->setCurrentWidget(m_compare);
    m_compare->setFocus();
    showActions();
}

/// The button says whom it chooses, so that nobody has to trust a highlight.
QString ShortlistPage::chooseText(const matching::Candidate* candidate) const
{
    const auto facts = candidate ? m_answer->households.find(candidate->home)
                                 : app::Households::Map::const_iterator();
    if (!candidate || facts == m_answer->households.end())
        return tr("Choose this household…");
    QString name = text(facts->second.name);
    if (name.size() > kNameLetters)
        name = name.left(kNameLetters - 1).trimmed() + QChar(0x2026);
    return buttonWords(tr("Choose %1…").arg(name));
}

QString asShownText(const app::ShortlistAnswer& answer)
{
    return ShortlistPage::tr("As it was shown on %1, to %2")
        .arg(momentText(answer.openedAt), text(answer.openedByName));
}

}  // namespace homeward::ui
