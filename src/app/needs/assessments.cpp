#include "app/needs/assessments.h"

#include <algorithm>
#include <tuple>

#include "app/records/child_access.h"
#include "app/exchange/text_file.h"
#include "app/needs/framework_store.h"
#include "app/session/draft_rows.h"
#include "app/session/rescue.h"
#include "app/session/use_case.h"
#include "app/trust/audit_fields.h"
#include "exchange/json_documents.h"

namespace homeward::app {
namespace {

Error firstIssue(const std::vector<CompletionIssue>& issues)
{
    const CompletionIssue& issue = issues.front();
    const bool reason = issue.kind == CompletionIssue::Kind::ReasonMissing;
    const std::string field = reason                    ? "reason"
                              : issue.domainKey.empty() ? "assessedOn"
                                                        : issue.domainKey;
    return invalidInput(field, std::string(toKey(issue.kind)),
                        {{"open", std::to_string(issues.size())}});
}

Assessment completed(const AssessmentDraft& draft, UnitOfWork& unit)
{
    Assessment assessment;
    assessment.id = unit.newId<AssessmentId>();
    assessment.child = draft.child;
    assessment.framework = draft.framework;
    assessment.assessedOn = draft.assessedOn;
    assessment.completedAt = unit.stamp().at;
    assessment.completedBy = unit.stamp().by;
    assessment.ratings = draft.ratings;
    assessment.corrects = draft.corrects;
    assessment.reason = draft.reason;
    return assessment;
}

void store(UnitOfWork& unit, const Assessment& assessment)
{
    if (assessment.corrects) {
        unit.audit("assessment", assessment.corrects->value, assessment.child, {},
                   {{"correctedBy", assessment.id.value}});
    }
    unit.assessments.insert(assessment);
    if (assessment.corrects)
        unit.assessments.setCorrectedBy(*assessment.corrects, assessment.id);
    unit.audit("assessment", assessment.id.value, assessment.child, {}, auditFields(assessment));
    unit.touched(Aggregate::Assessment, assessment.child.value);
}

/// Whether someone completed another assessment after this draft was begun.
bool isOutdated(const AssessmentDraft& draft, const std::optional<Assessment>& latest)
{
    return latest ? draft.basedOn != latest->id : draft.basedOn.has_value();
}

bool sameContent(const Assessment& stored, const AssessmentDraft& draft)
{
    const auto key = [](const Rating& r) {
        return std::tie(r.domainKey, r.perspective, r.level, r.evidence, r.strength);
    };
    return stored.assessedOn == draft.assessedOn && stored.ratings.size() == draft.ratings.size() &&
           std::equal(stored.ratings.begin(), stored.ratings.end(), draft.ratings.begin(),
                      [&](const Rating& a, const Rating& b) { return key(a) == key(b); });
}

/// The ratings of a file in the framework's order, so that the same file twice is the same
/// assessment.
AssessmentDraft draftOf(const exchange::AssessmentDocument& document, const Child& child,
                        const NeedsFramework& framework)
{
    AssessmentDraft draft{child.id, framework.id, {}, document.assessedOn, document.ratings};
    std::stable_sort(
        draft.ratings.begin(), draft.ratings.end(), [&](const Rating& a, const Rating& b) {
            return framework.domainIndex(a.domainKey).value_or(framework.domains.size()) <
                   framework.domainIndex(b.domainKey).value_or(framework.domains.size());
        });
    for (Rating& rating : draft.ratings)
        rating.confirmed = true;
    return draft;
}

std::optional<Error> takeDocument(UnitOfWork& unit, const exchange::AssessmentDocument& document,
                                  const NeedsFramework& framework, AssessedFromFile& outcome)
{
    const auto child = unit.children.findByCaseNumber(document.caseNumber);
    if (!child)
        return Error{ErrorCode::NotFound,
                     "child of the file",
                     {{"entity", "child"}, {"child", document.caseNumber}}};
    const AssessmentDraft draft = draftOf(document, *child, framework);
    // A file says everything of its day; nothing in it is carried over.
    const auto issues = completionIssues(draft, framework, child->birthDate, unit.today(), nullptr);
    if (!issues.empty()) {
        Error error = firstIssue(issues);
        error.facts["child"] = document.caseNumber;
        return error;
    }
    const auto earlier = unit.assessments.ofChild(child->id);
    if (std::any_of(earlier.begin(), earlier.end(),
                    [&](const Assessment& a) { return sameContent(a, draft); })) {
        ++outcome.unchanged;
        return std::nullopt;
    }
    const Assessment assessment = completed(draft, unit);
    store(unit, assessment);
    outcome.ids.push_back(assessment.id);
    ++outcome.completed;
    return std::nullopt;
}

/// The one that counted before `assessment`; empty: none.
std::optional<Assessment> before(Records& records, const ChildId& child,
                                 const AssessmentId& assessment)
{
    std::optional<Assessment> earlier;
    for (Assessment& candidate : records.assessments.ofChild(child)) {
        if (candidate.id == assessment)
            break;
        earlier = std::move(candidate);
    }
    return earlier;
}

/// The draft of the signed-in person, resumed or begun anew.
Result<OpenDraft> draftOf(Records& records, Session& session, const ChildId& child)
{
    if (!records.children.find(child))
        return notFound("child", child.value);
    OpenDraft open;
    open.previous = records.assessments.latestOf(child);
    if (const auto body = draftIn(records, session, kAssessmentDraft, child.value)) {
        auto draft = exchange::readDraft(*body);
        if (!draft)
            return Error{ErrorCode::StoreDamaged, "draft of child " + child.value, {}};
        open.draft = std::move(*draft);
        open.resumed = true;
        if (const auto shown = shownDraft(records, session, kAssessmentDraft, child.value))
            open.version = {shown->writer, shown->changedAt};
        for (const storage::StoredDraft& other :
             draftsBeside(records, session, kAssessmentDraft, child.value))
            if (!open.version || other.writer != open.version->writer)
                open.others.push_back({other.writer, other.changedAt});
        open.outdated = isOutdated(open.draft, open.previous);
    }
    auto framework =
        open.resumed ? storedFramework(records, open.draft.framework) : currentFramework(records);
    if (!framework)
        return framework.error();
    open.framework = std::move(*framework);
    if (!open.resumed)
        open.draft = draftFrom(open.framework, child, open.previous ? &*open.previous : nullptr,
                               session.today());
    if (open.draft.corrects)
        open.previous = before(records, child, *open.draft.corrects);
    return open;
}

/// What stands in the way of completing `draft`.
std::optional<Error> completionError(UnitOfWork& unit, Session& session,
                                     const AssessmentDraft& draft)
{
    const auto child = unit.children.find(draft.child);
    if (!child)
        return notFound("child", draft.child.value);
    const auto framework = storedFramework(unit, draft.framework);
    if (!framework)
        return framework.error();
    const auto latest = unit.assessments.latestOf(draft.child);
    const bool carriedOver = latest && !draft.corrects;
    const auto issues = completionIssues(draft, *framework, child->birthDate, unit.today(),
                                         carriedOver ? &latest->ratings : nullptr);
    if (!issues.empty())
        return firstIssue(issues);
    if (isOutdated(draft, latest))
        return editConflict("assessment", draft.child.value);
    if (!draft.corrects)
        return std::nullopt;
    const auto wrong = unit.assessments.find(*draft.corrects);
    if (!wrong)
        return notFound("assessment", draft.corrects->value);
    return correctionRefused(session, *wrong);
}

}  // namespace

std::optional<Error> correctionRefused(const Session& session, const Assessment& assessment)
{
    if (assessment.correctedBy)
        return invalidInput("assessment", "corrected-already");
    if (assessment.completedBy != session.account().id)
        return invalidInput("assessment", "not-the-author");
    if (session.today() > assessment.completedAt.utcDate().plusDays(kCorrectionDays))
        return invalidInput("assessment", "too-late-to-correct");
    return std::nullopt;
}

Result<Done> beginCorrection(Session& session, const AssessmentId& assessment)
{
    return commit<Done>(session, "save-draft", Right::AssessNeeds,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            const auto wrong = unit.assessments.find(assessment);
                            if (!wrong)
                                return notFound("assessment", assessment.value);
                            if (auto refused = correctionRefused(session, *wrong))
                                return *refused;
                            if (draftIn(unit, session, kAssessmentDraft, wrong->child.value))
                                return invalidInput("assessment", "draft-open");
                            AssessmentDraft draft = correctionOf(*wrong);
                            const auto latest = unit.assessments.latestOf(wrong->child);
                            draft.basedOn = latest ? std::optional(latest->id) : std::nullopt;
                            putDraft(unit, session, kAssessmentDraft, wrong->child.value,
                                     exchange::writeDraft(draft), unit.stamp().at);
                            unit.touched(Aggregate::Draft, wrong->child.value);
                            return Done{};
                        });
}

Result<std::vector<Assessment>> assessmentsOf(Session& session, const ChildId& child)
{
    return queryChild<std::vector<Assessment>>(
        session, "read assessments", child,
        [&](Records& records) -> Result<std::vector<Assessment>> {
            return records.assessments.ofChild(child);
        });
}

Result<OpenDraft> openDraft(Session& session, const ChildId& child)
{
    auto open = queryChild<OpenDraft>(session, "open draft", child, [&](Records& records) {
        return draftOf(records, session, child);
    });
    if (open && open->version)
        goOnWith(session, kAssessmentDraft, child.value, *open->version);
    return open;
}

Result<NeedsPage> openNeeds(Session& session, const ChildId& child)
{
    return queryChild<NeedsPage>(session, "open needs", child,
                                 [&](Records& records) -> Result<NeedsPage> {
                                     NeedsPage page{records.assessments.ofChild(child), {}};
                                     if (session.may(Right::AssessNeeds))
                                         page.draft = draftOf(records, session, child);
                                     return page;
                                 });
}

Result<Done> saveDraft(Session& session, const AssessmentDraft& draft)
{
    const std::string body = exchange::writeDraft(draft);
    return orRescued(session, kAssessmentDraft, draft.child.value, body,
                     commit<Done>(session, "save-draft", Right::AssessNeeds,
                                  [&](UnitOfWork& unit) -> Result<Done> {
                                      putDraft(unit, session, kAssessmentDraft, draft.child.value,
                                               body, unit.stamp().at);
                                      unit.touched(Aggregate::Draft, draft.child.value);
                                      return Done{};
                                  }));
}

Result<Done> discardDraft(Session& session, const ChildId& child)
{
    auto discarded = commit<Done>(session, "discard-draft", Right::AssessNeeds,
                                  [&](UnitOfWork& unit) -> Result<Done> {
                                      removeDraft(unit, session, kAssessmentDraft, child.value);
                                      unit.touched(Aggregate::Draft, child.value);
                                      return Done{};
                                  });
    if (discarded)
        forgetOwedDraft(session, kAssessmentDraft, child.value);
    return discarded;
}

Result<AssessmentId> completeAssessment(Session& session, const AssessmentDraft& draft)
{
    auto done =
        commit<AssessmentId>(session, "complete-assessment", Right::AssessNeeds,
                             [&](UnitOfWork& unit) -> Result<AssessmentId> {
                                 if (auto error = completionError(unit, session, draft))
                                     return *error;
                                 const Assessment assessment = completed(draft, unit);
                                 store(unit, assessment);
                                 removeDraft(unit, session, kAssessmentDraft, draft.child.value);
                                 unit.touched(Aggregate::Draft, draft.child.value);
                                 return assessment.id;
                             });
    if (done)
        forgetOwedDraft(session, kAssessmentDraft, draft.child.value);
    return done;
}

Result<AssessedFromFile> assessFromFile(Session& session, const std::filesystem::path& file,
                                        const RunControl& control)
{
    constexpr std::size_t kMostBytes = 16u << 20;
    auto text = readTextFile(file, kMostBytes, control);
    if (!text)
        return text.error();
    auto documents = exchange::readAssessments(*text, control);
    if (!documents)
        return documents.error();
    return commit<AssessedFromFile>(
        session, "assess-from-file", Right::AssessNeeds,
        [&](UnitOfWork& unit) -> Result<AssessedFromFile> {
            auto framework = currentFramework(unit);
            if (!framework)
                return framework.error();
            AssessedFromFile outcome;
            for (const auto& document : *documents) {
                if (control.stopRequested())
                    return Error{ErrorCode::Cancelled, "assess from file", {}};
                if (auto error = takeDocument(unit, document, *framework, outcome))
                    return *error;
            }
            return outcome;
        });
}

}  // namespace homeward::app
