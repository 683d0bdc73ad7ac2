#include "ui/matching/shortlist_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/session.h"
#include "app/text_file.h"
#include "ui/matching/candidate_table_model.h"
#include "ui/matching/choose_dialog.h"
#include "ui/matching/compare_view.h"
#include "ui/matching/explanation_panel.h"
#include "ui/matching/search_terms_bar.h"
#include "ui/matching/seeker_table_model.h"
#include "ui/matching/shortlist_report.h"
#include "ui/matching/shortlist_tables.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/child_words.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/format.h"
#include "ui/shared/jobs.h"
#include "ui/shared/record_lists.h"
#include "ui/shared/table_view.h"

namespace homeward::ui {
namespace {

constexpr int kTablesWidth = 770;
constexpr int kPanelWidth = 384;  ///< the lines of the explanation need it

/// The child as lists show it; null where it is not known yet.
const app::ChildRow* rowOf(const RecordLists& lists, const ChildId& child)
{
    const auto& children = lists.children();
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const app::ChildRow& row) { return row.id == child; });
    return found == children.end() ? nullptr : &*found;
}

QString millisecondsText(double milliseconds)
{
    return milliseconds < 1 ? ShortlistPage::tr("under 1 ms")
                            : ShortlistPage::tr("%1 ms").arg(std::lround(milliseconds));
}

/// The limit that a near miss would need waived.
const matching::LimitFinding* inTheWay(const matching::Candidate& candidate)
{
    for (const matching::LimitFinding& finding : candidate.limits)
        if (finding.verdict == matching::Verdict::NotMet)
            return &finding;
    return nullptr;
}

}  // namespace

ShortlistPage::ShortlistPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_termsBar(new SearchTermsBar(this)),
      m_versionsLabel(new QLabel(this)),
      m_noticeLabel(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_tables(new ShortlistTables(this)),
      m_panel(new ExplanationPanel(this)),
      m_compare(new CompareView(this)),
      m_compareButton(new QPushButton(tr("Compare"), this)),
      m_reportButton(new QPushButton(tr("Report"), this)),
      m_chooseButton(new QPushButton(tr("Choose this household…"), this))
{
    build();
    buildActions();
    connectParts();
}

void ShortlistPage::build()
{
    setRole(m_versionsLabel, "muted");
    m_noticeLabel->setObjectName(QStringLiteral("notAssessedLabel"));
    m_noticeLabel->setWordWrap(true);
    setRole(m_noticeLabel, "pill-warning");
    m_noticeLabel->hide();

    auto* terms = new QHBoxLayout;
    terms->addWidget(m_termsBar, 1);
    terms->addWidget(m_versionsLabel);

    auto* split = new QSplitter(Qt::Horizontal, this);
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

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 12);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addLayout(terms);
    layout->addWidget(m_noticeLabel);
    layout->addWidget(m_stack, 1);
}

void ShortlistPage::buildActions()
{
    m_compareButton->setObjectName(QStringLiteral("compareButton"));
    m_reportButton->setObjectName(QStringLiteral("reportButton"));
    m_chooseButton->setObjectName(QStringLiteral("chooseButton"));
    setRole(m_chooseButton, "primary");
    auto* menu = new QMenu(m_reportButton);
    menu->addAction(tr("Print…  Ctrl+P"), this, &ShortlistPage::print);
    menu->addAction(tr("Save as PDF…"), this, &ShortlistPage::savePdf);
    menu->addAction(tr("Save as CSV…"), this, &ShortlistPage::saveCsv);
    m_reportButton->setMenu(menu);
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
    connect(m_tables, &ShortlistTables::explainRequested, this, [this] { m_panel->setFocus(); });
    connect(m_tables, &ShortlistTables::chooseRequested, this,
            [this] { choose(m_tables->current()); });
    connect(m_chooseButton, &QPushButton::clicked, this, [this] { choose(m_tables->current()); });
    connect(m_compareButton, &QPushButton::clicked, this, &ShortlistPage::compareSelected);
    connect(m_compare, &CompareView::backRequested, this, [this] {
        m_stack->setCurrentIndex(0);
        showActions();
    });
    connect(m_compare, &CompareView::chooseRequested, this,
            [this](const QString& home) { choose(HomeId{utf8(home)}); });
    connect(m_panel, &ExplanationPanel::homeRequested, this, [this](const QString& home) {
        emit placeRequested({QStringLiteral("home"), home, {}});
    });
    connect(m_banner, &Banner::actionRequested, this, [this] {
        emit placeRequested(
            {QStringLiteral("child"), text(m_terms.child.value), QStringLiteral("placements")});
    });
}

void ShortlistPage::open(const Place& place)
{
    const ChildId child{utf8(place.record)};
    if (child != m_terms.child) {
        m_terms = {};
        m_terms.child = child;
        m_answer.reset();
        m_keptReason.clear();
        m_keptWaiverReason.clear();
        m_banner->hide();
        m_noticeLabel->hide();
        m_stack->setCurrentIndex(0);
        m_tables->clear(tr("Looking at every household…"));
        m_panel->showHint({}, {});
        m_termsBar->setTerms(m_terms, m_context.session.today());
    }
    showHeader();
    showActions();
    find();
    m_tables->rankedView()->setFocus();
}

Place ShortlistPage::place() const
{
    return {QStringLiteral("shortlist"), text(m_terms.child.value), {}};
}

void ShortlistPage::changed(const app::ChangeSet& changes)
{
    using app::Aggregate;
    const bool touched =
        changes.touches(Aggregate::Home) || changes.touches(Aggregate::Placement) ||
        changes.touches(Aggregate::CareHistory) || changes.touches(Aggregate::Assessment) ||
        changes.touches(Aggregate::Framework) || changes.touches(Aggregate::Child);
    if (touched && !m_terms.child.isEmpty())
        find();
}

void ShortlistPage::find()
{
    if (m_job)
        m_job->cancel();
    const app::SearchTerms terms = m_terms;
    m_job = m_context.jobs.run<app::ShortlistAnswer>(
        this, tr("Looking at every household"),
        [terms](app::Session& session, const RunControl& control) {
            return app::shortlist(session, terms, control);
        },
        [this, terms](const Result<app::ShortlistAnswer>& answer) {
            if (terms == m_terms)
                showAnswer(answer);
        });
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
    m_answer = std::make_shared<const app::ShortlistAnswer>(*answer);
    showHeader();
    m_versionsLabel->setText(versionsText(*m_answer));
    m_noticeLabel->setText(assessmentNotice());
    m_noticeLabel->setVisible(!m_answer->list.childAssessed);
    m_tables->setAnswer(*m_answer);
    explainSelected();
    showActions();
    if (m_stack->currentWidget() == m_compare)
        m_stack->setCurrentIndex(0);
}

void ShortlistPage::showHeader()
{
    const app::ChildRow* row = rowOf(m_context.lists, m_terms.child);
    const QString name = m_answer ? text(m_answer->childName)
                         : row    ? text(row->displayName)
                                  : tr("this child");
    m_header->setTitle(tr("A home for %1").arg(name));
    emit titleChanged(tr("A home for %1").arg(name));
    QStringList facts;
    if (row) {
        facts << tr("%1, %2").arg(ageText(row->ageYears), label(row->sex));
        facts << tr("lives now: %1").arg(livesText(*row));
    }
    if (m_answer) {
        facts << tr("%1 households looked at in %2")
                     .arg(QLocale().toString(m_answer->lookedAt),
                          millisecondsText(m_answer->milliseconds));
        facts << (m_answer->assessedOn
                      ? tr("needs assessed on %1").arg(dateText(m_answer->assessedOn))
                      : tr("needs not assessed"));
    }
    m_header->setFacts(facts.join(QStringLiteral(" · ")));
}

QString ShortlistPage::assessmentNotice() const
{
    if (!m_answer || m_answer->list.childAssessed)
        return {};
    return tr("The needs of %1 are not assessed yet, so only the practical fit counts. Assess the "
              "needs first for a list that means something.")
        .arg(text(m_answer->childName));
}

void ShortlistPage::explainSelected()
{
    const matching::Candidate* candidate =
        m_answer ? findCandidate(*m_answer, m_tables->current()) : nullptr;
    if (candidate)
        m_panel->showExplanation(explain(*m_answer, *candidate));
    else
        m_panel->showHint(tr("Nobody to explain"),
                          tr("Select a household to see why it stands where it does."));
    showActions();
}

void ShortlistPage::showActions()
{
    const bool comparing = m_stack->currentWidget() == m_compare;
    const std::size_t selected = m_tables->selected().size();
    const bool comparable = selected >= 2 && selected <= CompareView::kMost;
    m_compareButton->setEnabled(m_answer && comparable && !comparing);
    m_compareButton->setText(comparable ? tr("Compare %1").arg(selected) : tr("Compare"));
    m_compareButton->setToolTip(
        tr("Select two to four households (Ctrl+click or Shift+arrow), then compare"));
    m_reportButton->setEnabled(m_answer != nullptr);

    const bool may = m_context.session.may(Right::DecidePlacements);
    const matching::Candidate* candidate =
        m_answer ? findCandidate(*m_answer, m_tables->current()) : nullptr;
    m_chooseButton->setVisible(!comparing);
    m_chooseButton->setEnabled(may && candidate);
    m_chooseButton->setToolTip(may ? tr("Ctrl+Enter in the list")
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
    m_compare->setHouseholds(households, m_context.session.may(Right::DecidePlacements));
    m_stack->setCurrentWidget(m_compare);
    m_compare->setFocus();
    showActions();
}

void ShortlistPage::choose(const HomeId& home)
{
    const matching::Candidate* candidate = m_answer ? findCandidate(*m_answer, home) : nullptr;
    if (!candidate || !m_context.session.may(Right::DecidePlacements))
        return;
    ChooseDialog::Subject subject;
    subject.household = explain(*m_answer, *candidate).household;
    subject.child = text(m_answer->childName);
    subject.startsOn = dateText(m_answer->request.on);
    const app::ChildRow* row = rowOf(m_context.lists, m_terms.child);
    if (row && row->inCare)
        subject.livesNow = row->placedOn
                               ? tr("%1, since %2").arg(livesText(*row), dateText(row->placedOn))
                               : livesText(*row);
    for (const matching::Gap& gap : candidate->gaps)
        if (gap.critical)
            subject.criticalGaps << gapText(m_answer->framework, gap);
    app::Choice choice{m_terms, home, {}, {}, {}};
    if (const matching::LimitFinding* limit = inTheWay(*candidate)) {
        subject.limitInTheWay = sentence(*limit);
        subject.waiver = waiverText(limit->limit);
        choice.waived = limit->limit;
    }
    ChooseDialog dialog(subject, this);
    dialog.setTyped(m_keptReason, m_keptWaiverReason);
    const bool agreed = m_context.dialogs.run(dialog);
    m_keptReason = dialog.reason();
    m_keptWaiverReason = dialog.waiverReason();
    if (!agreed)
        return;
    choice.reason = utf8(m_keptReason);
    choice.waiverReason = utf8(m_keptWaiverReason);
    chosen(choice, app::choose(m_context.session, choice, *m_answer));
}

void ShortlistPage::chosen(const app::Choice& choice, const Result<PlacementId>& placement)
{
    if (!placement) {
        refuse(placement.error());
        return;
    }
    m_keptReason.clear();
    m_keptWaiverReason.clear();
    const auto facts = m_answer->households.find(choice.home);
    const QString household =
        facts == m_answer->households.end() ? tr("the household") : text(facts->second.name);
    m_stack->setCurrentIndex(0);
    m_banner->showWithAction(Banner::Tone::Success,
                             tr("%1 moves in with: %2").arg(text(m_answer->childName), household),
                             tr("The placement starts on %1. The decision and your reason are on "
                                "record, and the place is taken.")
                                 .arg(dateText(m_answer->request.on)),
                             tr("Show placements"));
    find();
}

void ShortlistPage::refuse(const Error& error)
{
    if (error.code == ErrorCode::EditConflict)
        m_banner->show(
            Banner::Tone::Warning, tr("Somebody was quicker"),
            tr("The place has just gone, or the child's placement has changed. Nothing "
               "was saved; the list is new and your reason is kept for the next choice."));
    else
        m_banner->showError(error);
    find();
}

ShortlistReport ShortlistPage::report() const
{
    ShortlistReport report;
    report.authority = text(m_context.session.authority().name);
    report.invented = m_context.session.authority().demonstration;
    report.preparedBy = text(m_context.session.account().personName);
    report.preparedOn = dateText(m_context.session.today());
    report.terms = termsText(m_terms, m_context.session.today());
    if (const matching::Candidate* candidate = findCandidate(*m_answer, m_tables->current()))
        report.explained = explain(*m_answer, *candidate);
    return report;
}

bool ShortlistPage::print()
{
    if (!m_answer)
        return false;
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(tr("Print the shortlist"));
    if (m_context.dialogs.run(dialog))
        printReport(shortlistHtml(*m_answer, report()), printer);
    return true;
}

QString ShortlistPage::fileName(const QString& ending) const
{
    return tr("Shortlist %1 %2.%3")
        .arg(text(m_answer->childName).remove(QLatin1Char('.')),
             text(m_context.session.today().toIso()), ending);
}

void ShortlistPage::savePdf()
{
    const QString file = m_context.dialogs.saveFile(
        this, tr("Save the shortlist as PDF"), fileName(QStringLiteral("pdf")), tr("PDF (*.pdf)"));
    if (file.isEmpty())
        return;
    const auto written = writePdf(shortlistHtml(*m_answer, report()),
                                  tr("A home for %1").arg(text(m_answer->childName)), file);
    if (!written)
        m_banner->showError(written.error());
    else
        m_banner->show(Banner::Tone::Success, tr("Saved"), file);
}

void ShortlistPage::saveCsv()
{
    const QString file = m_context.dialogs.saveFile(
        this, tr("Save the shortlist as CSV"), fileName(QStringLiteral("csv")), tr("CSV (*.csv)"));
    if (file.isEmpty())
        return;
    const auto written =
        app::writeSpreadsheetCsv(std::filesystem::path(file.toStdU16String()), shortlistCsv(*m_answer));
    if (!written)
        m_banner->showError(written.error());
    else
        m_banner->show(Banner::Tone::Success, tr("Saved"), file);
}

}  // namespace homeward::ui
