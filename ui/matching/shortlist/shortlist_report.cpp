#include "ui/matching/shortlist/shortlist_report.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>

#include "support/text/rounding.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/shared/look/theme_colours.h"
#include "ui/shared/output/csv_export.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ShortlistReport)
};

constexpr std::size_t kMostRows = 25;  ///< of the ranked list on paper

QString cell(const QString& shown, const char* align = "left")
{
    return QStringLiteral("<td align=\"%1\">%2</td>")
        .arg(QLatin1String(align), shown.toHtmlEscaped());
}

QString row(const QStringList& cells)
{
    return QStringLiteral("<tr>") + cells.join(QString()) + QStringLiteral("</tr>");
}

/// Of a table that may go on on the next page.
QString headerRow(const QStringList& titles)
{
    QString html = QStringLiteral("<thead><tr>");
    for (const QString& title : titles)
        html += QStringLiteral("<th align=\"left\" bgcolor=\"#e6edf0\">%1</th>")
                    .arg(title.toHtmlEscaped());
    return html + QStringLiteral("</tr></thead>");
}

QString table(const QString& rows)
{
    return QStringLiteral(
               "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"3\" border=\"0\">") +
           rows + QStringLiteral("</table>");
}

QString paragraph(const QString& shown)
{
    return QStringLiteral("<p>%1</p>").arg(shown.toHtmlEscaped());
}

QString heading(const QString& shown)
{
    return QStringLiteral("<h2>%1</h2>").arg(shown.toHtmlEscaped());
}

QString gapsAndQuestions(const CandidateRow& line)
{
    QStringList parts;
    if (!line.criticalGaps.isEmpty())
        parts << Words::tr("critical: %1").arg(line.criticalGaps.join(Words::tr(", ")));
    parts << line.otherGaps;
    if (!line.unknown.isEmpty())
        parts << line.unknown;
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(Words::tr("; "));
}

QString scoreCell(const CandidateRow& line)
{
    if (!line.isAssessed())
        return QStringLiteral("–");
    const QString score = oneDecimalText(line.score);
    return line.upTo.isEmpty() ? score : Words::tr("%1, up to %2").arg(score, line.upTo);
}

QString rankedTable(const app::ShortlistAnswer& answer)
{
    QString rows =
        headerRow({Words::tr("#"), Words::tr("Household"), Words::tr("Score"), Words::tr("Band"),
                   Words::tr("Gaps"), Words::tr("Free"), Words::tr("Miles"), Words::tr("A week")});
    const std::vector<CandidateRow> candidates = candidateRows(answer);
    for (std::size_t i = 0; i < candidates.size() && i < kMostRows; ++i) {
        const CandidateRow& line = candidates[i];
        const QString rank =
            QString::number(line.rank) + (line.tie.isEmpty() ? QString() : QStringLiteral(" ="));
        rows += row({cell(rank), cell(line.shown()), cell(scoreCell(line)), cell(label(line.band)),
                     cell(gapsAndQuestions(line)), cell(QString::number(line.free)),
                     cell(milesText(line.miles)), cell(moneyText(line.pence))});
    }
    QString html = table(rows);
    if (candidates.size() > kMostRows)
        html += paragraph(
            Words::tr("%n more household(s) (is|are) eligible; the list in Homeward shows all.",
                      nullptr, static_cast<int>(candidates.size() - kMostRows)));
    return html;
}

/// Who it is about, before any number: needs by level, and the child's own words.
QString aboutChild(const app::ShortlistAnswer& answer, const AboutMe& words)
{
    QString html;
    const std::pair<QString, std::string> said[] = {
        {Words::tr("What matters to me"), words.whatMattersToMe},
        {Words::tr("What I am good at"), words.whatIAmGoodAt},
        {Words::tr("My hopes"), words.myHopes}};
    for (const auto& [title, own] : said)
        if (!own.empty())
            html += QStringLiteral("<p><b>%1:</b> %2</p>")
                        .arg(title.toHtmlEscaped(), text(own).toHtmlEscaped());
    QStringList needs;
    for (int level = kLevelCount - 1; level > 0; --level) {
        QStringList domains;
        for (std::size_t i = 0; i < answer.request.needs.size(); ++i)
            if (answer.request.needs[i] == Level::fromInt(level))
                domains << text(answer.framework.domains[i].title);
        if (!domains.isEmpty())
            needs << Words::tr("level %1: %2").arg(level).arg(domains.join(Words::tr(", ")));
    }
    if (!needs.isEmpty())
        html += QStringLiteral("<p><b>%1:</b> %2</p>")
                    .arg(Words::tr("Needs").toHtmlEscaped(),
                         needs.join(QStringLiteral(" · ")).toHtmlEscaped());
    return html;
}

QString nearMissTable(const std::vector<ReasonRow>& misses)
{
    QString rows = headerRow({Words::tr("Household"), Words::tr("The one thing in the way"),
                              Words::tr("Needs"), Words::tr("Would be")});
    for (const ReasonRow& miss : misses)
        rows += row({cell(miss.shown()), cell(miss.sentences.join(QStringLiteral(" "))),
                     cell(miss.waiver),
                     cell(miss.band == matching::Band::NotAssessed ? QStringLiteral("–")
                                                                   : oneDecimalText(miss.score))});
    return table(rows);
}

QString linesTable(const Explanation& explanation)
{
    QString rows = headerRow(
        {Words::tr("Line"), Words::tr("What is known"), Words::tr("Points"), Words::tr("of")});
    for (const auto* lines : {&explanation.needs, &explanation.practical})
        for (const ExplanationLine& line : *lines)
            rows += row({cell(line.title), cell(line.sentence), cell(tenthsText(line.pointTenths)),
                         cell(tenthsText(line.possibleTenths))});
    if (!explanation.isAssessed())
        return table(rows);
    rows += QStringLiteral("<tr><td><b>%1</b></td><td></td><td><b>%2</b></td><td></td></tr>")
                .arg(Words::tr("Score").toHtmlEscaped(), tenthsText(explanation.scoreTenths));
    return table(rows);
}

QString bullets(const QString& title, const QStringList& lines)
{
    if (lines.isEmpty())
        return {};
    QString html = QStringLiteral("<h3>%1</h3><ul>").arg(title.toHtmlEscaped());
    for (const QString& line : lines)
        html += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
    return html + QStringLiteral("</ul>");
}

QString explanationPart(const Explanation& explanation)
{
    QString html = QStringLiteral("<div style=\"page-break-before:always\">") +
                   heading(Words::tr("Why %1 has this score").arg(explanation.household)) +
                   paragraph(explanation.identity) + paragraph(explanation.facts) +
                   paragraph(explanation.scoreWords);
    html += linesTable(explanation) + QStringLiteral("<p></p>");
    html += bullets(Words::tr("In the way"), explanation.inTheWay);
    html += bullets(Words::tr("Gaps"), explanation.gaps);
    html += bullets(Words::tr("To ask"), explanation.questions);
    return html + QStringLiteral("</div>");
}

QString plainNumber(const std::optional<double>& value)
{
    return value ? QString::fromStdString(oneDecimal(*value)) : QString();
}

QStringList candidateCells(const app::ShortlistAnswer& answer, const matching::Candidate& candidate)
{
    const Explanation words = explain(answer, candidate);
    const auto facts = answer.households.find(candidate.home);
    const bool known = facts != answer.households.end();
    QString cost;
    if (known && facts->second.weeklyCostPence)
        cost = QString::number(*facts->second.weeklyCostPence / 100.0, 'f', 2);
    return {candidate.rank > 0 ? Words::tr("shortlist") : Words::tr("near miss"),
            candidate.rank > 0 ? QString::number(candidate.rank) : QString(),
            words.household,
            known ? text(facts->second.reference) : QString(),
            known ? text(facts->second.providerName) : QString(),
            words.isAssessed() ? plainNumber(candidate.score) : QString(),
            label(candidate.band),
            words.isAssessed() ? plainNumber(candidate.needsFit) : QString(),
            plainNumber(candidate.practicalFit),
            words.gaps.join(QStringLiteral("; ")),
            words.inTheWay.join(QStringLiteral(" ")),
            words.questions.join(QStringLiteral(" ")),
            QString::number(candidate.freePlaces),
            plainNumber(candidate.miles),
            cost};
}

QStringList csvHeadings()
{
    return {Words::tr("List"),        Words::tr("Rank"),       Words::tr("Household"),
            Words::tr("Reference"),   Words::tr("Provider"),   Words::tr("Score"),
            Words::tr("Band"),        Words::tr("Needs fit"),  Words::tr("Practical fit"),
            Words::tr("Gaps"),        Words::tr("In the way"), Words::tr("To ask"),
            Words::tr("Free places"), Words::tr("Miles"),      Words::tr("Weekly cost (£)")};
}

QString notEligibleWords()
{
    return Words::tr("not eligible");
}

}  // namespace

QString shortlistHtml(const app::ShortlistAnswer& answer, const ShortlistReport& report)
{
    QString html = QStringLiteral("<h1>%1</h1>")
                       .arg(Words::tr("A home for %1").arg(text(answer.childName)).toHtmlEscaped());
    if (report.invented)
        html += QStringLiteral("<p><b>%1</b></p>")
                    .arg(sentence("demonstration.notice").toHtmlEscaped());
    html += paragraph(Words::tr("%1. Prepared on %2 by %3.")
                          .arg(report.authority, report.preparedOn, report.preparedBy));
    if (!report.asShown.isEmpty())
        html += paragraph(report.asShown);
    html += aboutChild(answer, report.ownWords);
    if (const QString leftOut = leftOutText(answer); !leftOut.isEmpty())
        html += QStringLiteral("<p style=\"color:%1\"><b>%2</b></p>")
                    .arg(lightColours().problemText.name(), leftOut.toHtmlEscaped());
    if (const QString siblings = siblingsText(answer); !siblings.isEmpty())
        html += paragraph(siblings);
    html += paragraph(report.terms);
    html += paragraph(answer.list.childAssessed && answer.assessedOn
                          ? sentence("report.shortlist.assessed",
                                     {{"date", catalogue().date(*answer.assessedOn)}})
                          : sentence("not-assessed"));
    html += heading(Words::tr("Shortlist (%1)").arg(answer.list.candidates.size()));
    html += answer.list.candidates.empty() ? paragraph(sentence("report.shortlist.none"))
                                           : rankedTable(answer);
    const std::vector<ReasonRow> misses = nearMissRows(answer);
    html += heading(Words::tr("Near misses (%1)").arg(misses.size()));
    html += misses.empty() ? paragraph(Words::tr("None.")) : nearMissTable(misses);
    const std::vector<ReasonRow> rest = notEligibleRows(answer);
    html += heading(Words::tr("Not eligible (%1)").arg(rest.size()));
    html += paragraph(countsText(countReasons(rest)));
    html +=
        paragraph(sentence("report.shortlist.advice") + u' ' +
                  sentence("report.shortlist.versions", {{"policy", answer.list.policyVersion},
                                                         {"framework", answer.framework.title},
                                                         {"version", answer.framework.version}}));
    if (report.explained)
        html += explanationPart(*report.explained);
    return html;
}

QByteArray reportPdf(const QString& html, const QString& title, const PaperEdges& edges)
{
    return inMemory([&](QIODevice& memory) {
        QPdfWriter writer(&memory);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(18, 14, 18, 12), QPageLayout::Millimeter);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Homeward"));
        Paper(writer, edges).print(html);
    });
}

std::string shortlistCsv(const app::ShortlistAnswer& answer)
{
    std::string csv = csvLineOf(csvHeadings());
    for (const auto* list : {&answer.list.candidates, &answer.list.nearMisses})
        for (const matching::Candidate& candidate : *list)
            csv += csvLineOf(candidateCells(answer, candidate));
    for (const ReasonRow& line : notEligibleRows(answer))
        csv += csvLineOf({notEligibleWords(),
                          {},
                          line.household,
                          line.reference,
                          line.provider,
                          {},
                          {},
                          {},
                          {},
                          {},
                          line.sentences.join(QStringLiteral(" ")),
                          {},
                          {},
                          {},
                          {}});
    return csv;
}

}  // namespace homeward::ui
