#include "ui/admin/frameworks/consequence_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct FrameworkWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkConsequences)
};

QString listed(const std::vector<std::string>& titles)
{
    QStringList parts;
    for (const std::string& title : titles)
        parts << text(title);
    return parts.join(FrameworkWords::tr(", "));
}

QString leftOutWords(const app::FrameworkConsequences& found)
{
    QStringList domains;
    for (std::size_t i = 0; i < found.leftOutTitles.size(); ++i)
        domains << FrameworkWords::tr("%1 (%2)").arg(
            text(found.leftOutTitles[i]), QLocale().toString(found.change.leftOut[i].children));
    return domains.join(FrameworkWords::tr(", "));
}

}  // namespace

ConsequenceWords consequenceWords(const app::FrameworkConsequences& found)
{
    const analytics::FrameworkChange& change = found.change;
    ConsequenceWords words;
    if (change.childrenWithoutBand > 0)
        words.warning = FrameworkWords::tr(
                            "%Ln child(ren) in care (has|have) a known need without a place in "
                            "it: %1. Until they are assessed again their shortlists give no "
                            "band. A domain of the file can take such a need over: see "
                            "“replaces” in the guide.",
                            nullptr, change.childrenWithoutBand)
                            .arg(leftOutWords(found));
    if (change.assessments > 0)
        words.lines << FrameworkWords::tr(
            "%Ln completed assessment(s) (stays|stay) in the version of (its|their) time.", nullptr,
            change.assessments);
    if (found.drafts > 0)
        words.lines << FrameworkWords::tr(
            "%Ln assessment(s) being written will be finished in the version of (its|their) start.",
            nullptr, found.drafts);
    if (!found.newTitles.empty())
        words.lines << FrameworkWords::tr("New: %1.").arg(listed(found.newTitles));
    if (change.childrenToAsk > 0 || change.householdsToAsk > 0)
        words.lines << FrameworkWords::tr(
                           "Not every domain is known yet of %1 and %2; what is not "
                           "known is asked, and never counted as no need.")
                           .arg(FrameworkWords::tr("%Ln child(ren) in care", nullptr,
                                                   change.childrenToAsk),
                                FrameworkWords::tr("%Ln household(s)", nullptr,
                                                   change.householdsToAsk));
    if (change.charts > 0)
        words.lines << FrameworkWords::tr(
            "The chart over time of %Ln child(ren) gets a gap or "
            "loses a line.",
            nullptr, change.charts);
    if (found.openSearches > 0)
        words.lines << FrameworkWords::tr(
            "%Ln list(s) of homes from which nobody was chosen yet "
            "(has|have) to be opened again before choosing.",
            nullptr, found.openSearches);
    if (change.charts == 0 && found.openSearches == 0 && words.warning.isEmpty())
        words.lines << FrameworkWords::tr("No chart and no open list changes.");
    return words;
}

}  // namespace homeward::ui
