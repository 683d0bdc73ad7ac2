#include "ui/children/needs/needs_print.h"

#include <QCoreApplication>

#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct NeedsPrintWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::NeedsPrint)
};

QString paragraphs(const std::string& words)
{
    return text(words).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString ownWordsHtml(const AboutMe& about)
{
    const std::pair<QString, const std::string*> parts[] = {
        {NeedsPrintWords::tr("What matters to me"), &about.whatMattersToMe},
        {NeedsPrintWords::tr("What I am good at"), &about.whatIAmGoodAt},
        {NeedsPrintWords::tr("My hopes"), &about.myHopes}};
    QString html;
    for (const auto& [title, words] : parts)
        if (!words->empty())
            html += QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title, paragraphs(*words));
    return html;
}

QString ratingHtml(const PrintedNeeds& needs, const NeedsFramework::Domain& domain)
{
    const Rating* rating = agreedRating(needs.ratings, domain.key);
    QString level = NeedsPrintWords::tr("not rated");
    QString meaning;
    if (rating && rating->level) {
        const auto value = static_cast<std::size_t>(rating->level->value());
        level =
            NeedsPrintWords::tr("%1 %2").arg(value).arg(text(needs.framework.needLevels[value]));
        meaning = text(domain.need[value]);
    } else if (rating && rating->confirmed) {
        level = NeedsPrintWords::tr("unknown");
    }
    QString words = paragraphs(rating ? rating->evidence : std::string());
    if (rating && !rating->strength.empty())
        words += QStringLiteral("<br><i>%1</i> %2")
                     .arg(NeedsPrintWords::tr("Strength:"), paragraphs(rating->strength));
    return QStringLiteral(
               "<tr><td width=\"24%\"><b>%1</b></td><td width=\"14%\">%2</td>"
               "<td width=\"62%\">%3<br><font color=\"#5c6873\">%4</font></td></tr>")
        .arg(text(domain.title).toHtmlEscaped(), level.toHtmlEscaped(), words,
             meaning.toHtmlEscaped());
}

}  // namespace

QString needsHtml(const PrintedNeeds& needs)
{
    QString html =
        QStringLiteral("<h1>%1</h1><p>%2</p>")
            .arg(text(needs.page.summary.displayName).toHtmlEscaped(),
                 NeedsPrintWords::tr("%1 · case number %2 · assessed on %3 · %4")
                     .arg(ageText(needs.page.summary.ageYears), text(needs.page.child.caseNumber),
                          dateText(needs.assessedOn), needs.state)
                     .toHtmlEscaped());
    html += ownWordsHtml(needs.page.child.aboutMe);
    for (const auto& outcome : needs.framework.outcomes) {
        html += QStringLiteral("<h3>%1</h3><table width=\"100%\" cellpadding=\"4\">")
                    .arg(text(outcome.title).toHtmlEscaped());
        for (const auto& domain : needs.framework.domains)
            if (domain.outcomeKey == outcome.key)
                html += ratingHtml(needs, domain);
        html += QStringLiteral("</table>");
    }
    html += QStringLiteral("<p>%1</p>")
                .arg(NeedsPrintWords::tr("Total need: %1").arg(totalLevel(needs.ratings)));
    return html;
}

}  // namespace homeward::ui
