// How a household of the shortlist page is chosen.
#include <QStackedWidget>
#include <algorithm>

#include "app/care/placements.h"
#include "app/session/session.h"
#include "domain/working_days.h"
#include "ui/matching/choosing/choose_dialog.h"
#include "ui/matching/reasons/explanation.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/matching/shortlist/changed_words.h"
#include "ui/matching/shortlist/shortlist_page.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

/// The limit that a near miss would need waived.
const matching::LimitFinding* inTheWay(const matching::Candidate& candidate)
{
    for (const matching::LimitFinding& finding : candidate.limits)
        if (finding.verdict == matching::Verdict::NotMet)
            return &finding;
    return nullptr;
}

QString sentencesInTheWay(const matching::Candidate& candidate)
{
    QStringList sentences;
    for (const matching::LimitFinding& finding : candidate.limits)
        if (finding.verdict == matching::Verdict::NotMet)
            sentences << sentence(finding);
    return sentences.join(QLatin1Char(' '));
}

/// An emergency may go beyond the terms of an approval, and beyond nothing else.
bool isOutsideTermsOnly(const matching::Candidate& candidate, const matching::Request& request)
{
    return request.isEmergency() &&
           std::ranges::all_of(candidate.limits, [](const matching::LimitFinding& finding) {
               return finding.verdict != matching::Verdict::NotMet ||
                      matching::isTermOfApproval(finding.limit);
           });
}

/// What ends and what begins on the day the placement starts.
Result<Done> tellMove(app::Session& session, const app::ShortlistAnswer& shown,
                      ChooseDialog::Subject& subject)
{
    const auto known = app::placementsOf(session, shown.request.child);
    if (!known)
        return known.error();
    subject.startsOn = shown.request.on;
    subject.careBegins = !carePeriodOn(known->history.periods, shown.request.on);
    for (const app::PlacementRow& row : known->rows) {
        if (!shown.current || row.placement.id != shown.current->id)
            continue;
        const std::string& place = row.homeName.empty() ? row.placeLabel : row.homeName;
        subject.livesNow =
            ShortlistPage::tr("%1, since %2")
                .arg(place.empty() ? ShortlistPage::tr("place not recorded") : text(place),
                     dateText(row.placement.startsOn));
    }
    return Done{};
}

}  // namespace

bool ShortlistPage::mayChoose() const
{
    return m_past.isEmpty() && m_answer && !m_answer->search.isEmpty() &&
           m_context.session.may(Right::DecidePlacements);
}

ChooseDialog::Subject ShortlistPage::subjectOf(const matching::Candidate& candidate) const
{
    ChooseDialog::Subject subject;
    subject.household = explain(*m_answer, candidate).household;
    subject.child = text(m_answer->childName);
    subject.leftOut = leftOutText(*m_answer);
    subject.siblings = siblingsText(*m_answer);
    subject.contact = contactText(m_context.session, candidate.home);
    if (candidate.rank > 1) {
        subject.rank = candidate.rank;
        subject.first = explain(*m_answer, m_answer->list.candidates.front()).household;
    }
    for (const matching::Gap& gap : candidate.gaps)
        if (gap.critical)
            subject.criticalGaps << gapText(m_answer->framework, gap);
    if (const matching::LimitFinding* limit = inTheWay(candidate)) {
        subject.limitInTheWay = sentencesInTheWay(candidate);
        subject.waiver = waiverText(limit->limit);
        if (isOutsideTermsOnly(candidate, m_answer->request))
            subject.outsideTermsLatest = lastWorkingDay(m_answer->request.on, kOutsideTermsDays);
    }
    return subject;
}

void ShortlistPage::choose(const HomeId& home)
{
    const matching::Candidate* candidate = m_answer ? findCandidate(*m_answer, home) : nullptr;
    if (!candidate || !mayChoose())
        return;
    ChooseDialog::Subject subject = subjectOf(*candidate);
    if (const auto told = tellMove(m_context.session, *m_answer, subject); !told)
        return m_banner->showError(told.error());
    app::Choice choice;
    choice.search = m_answer->search;
    choice.home = home;
    if (const matching::LimitFinding* limit = inTheWay(*candidate);
        limit && !subject.outsideTermsLatest)
        choice.waived = limit->limit;
    ChooseDialog dialog(subject, this);
    dialog.setTyped(m_kept[home]);
    // A newer list may come while the dialog is open; what is chosen from is the one shown before.
    const auto shown = m_answer;
    dialog.choose = [&](const ChooseDialog::Typed& typed) {
        choice.reason = utf8(typed.reason);
        choice.waiverReason = utf8(typed.waiverReason);
        choice.changeReason = typed.changeReason;
        if (subject.outsideTermsLatest)
            choice.outsideTerms = OutsideTerms{typed.outsideTermsUntil, choice.waiverReason, {}};
        return app::choose(m_context.session, choice);
    };
    m_context.dialogs.run(dialog);
    m_kept[home] = dialog.typed();
    if (dialog.outcome())
        chosen(choice, *shown, *dialog.outcome());
}

void ShortlistPage::chosen(const app::Choice& choice, const app::ShortlistAnswer& shown,
                           const Result<PlacementId>& placement)
{
    if (!placement) {
        refuse(placement.error());
        return;
    }
    m_kept.clear();
    const auto facts = shown.households.find(choice.home);
    const QString household =
        facts == shown.households.end() ? tr("the household") : text(facts->second.name);
    m_stack->setCurrentIndex(List);
    m_offer = Offer::Placements;
    m_banner->showWithAction(Banner::Tone::Success,
                             tr("%1 moves in with: %2").arg(text(shown.childName), household),
                             tr("The placement starts on %1. The decision and your reason are on "
                                "record, and the place is taken.")
                                 .arg(dateText(shown.request.on)),
                             tr("Show placements"));
    find();
}

void ShortlistPage::refuse(const Error& error)
{
    const QStringList changes = changedSentences(error);
    if (error.code == ErrorCode::EditConflict)
        offerLookAgain(tr("The list has changed since it was shown"),
                       (changes + QStringList{tr("Nothing was saved; what you wrote is kept for "
                                                 "the next choice.")})
                           .join(QLatin1Char(' ')));
    else
        m_banner->showError(error);
}

}  // namespace homeward::ui
