#include "ui/shared/ratings/issue_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct IssueWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::IssueWords)
};

}  // namespace

QString issueText(CompletionIssue::Kind kind)
{
    using Kind = CompletionIssue::Kind;
    switch (kind) {
        case Kind::LevelMissing:
            return IssueWords::tr("Choose a level, or ? for unknown");
        case Kind::NotConfirmed:
            return IssueWords::tr("Not confirmed yet");
        case Kind::EvidenceMissing:
            return IssueWords::tr("Say what it means day to day");
        case Kind::WordsUnchanged:
            return IssueWords::tr(
                "The level changed: write new words, or say that these still hold");
        case Kind::ReasonMissing:
            return IssueWords::tr("Say why it is corrected");
        case Kind::DateInFuture:
            return IssueWords::tr("The date of the assessment is in the future");
        case Kind::DateBeforeBirth:
            return IssueWords::tr("The date of the assessment is before the birth");
        case Kind::UnknownDomain:
            return IssueWords::tr("This need is not in the framework");
    }
    return {};
}

QString issuesText(const std::vector<CompletionIssue>& issues, const NeedsFramework& framework)
{
    std::vector<std::pair<CompletionIssue::Kind, QStringList>> byKind;
    for (const CompletionIssue& issue : issues) {
        auto group = std::find_if(byKind.begin(), byKind.end(),
                                  [&](const auto& known) { return known.first == issue.kind; });
        if (group == byKind.end())
            group = byKind.insert(byKind.end(), {issue.kind, {}});
        const auto* domain = framework.findDomain(issue.domainKey);
        if (!issue.domainKey.empty())
            group->second << text(domain ? domain->title : issue.domainKey);
    }
    QStringList sentences;
    for (const auto& [kind, domains] : byKind)
        sentences << (domains.isEmpty() ? IssueWords::tr("%1.").arg(issueText(kind))
                                        : IssueWords::tr("%1: %2.").arg(
                                              issueText(kind), domains.join(QStringLiteral(", "))));
    return sentences.join(QLatin1Char(' '));
}

}  // namespace homeward::ui
