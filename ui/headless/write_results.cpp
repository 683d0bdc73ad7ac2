#include "ui/headless/write_results.h"

#include <QCoreApplication>
#include <QDir>

#include "app/children.h"
#include "app/insight.h"
#include "app/matching_service.h"
#include "ui/insight/published_figure.h"
#include "ui/matching/search_terms_bar.h"
#include "ui/matching/shortlist_report.h"
#include "ui/shared/charts/chart_export.h"
#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

QString words(const char* sentence)
{
    return QCoreApplication::translate("headless", sentence);
}

Result<ChildId> childWithNumber(app::Session& session, const QString& caseNumber)
{
    const auto children = app::listChildren(session);
    if (!children)
        return children.error();
    for (const app::ChildRow& row : *children)
        if (row.caseNumber == utf8(caseNumber))
            return row.id;
    return Error{ErrorCode::NotFound, "child by case number", {{"entity", "child"}}};
}

Result<Done> writeShortlist(app::Session& session, const ChildId& child, const QString& file)
{
    app::SearchTerms terms;
    terms.child = child;
    const auto answer = app::shortlist(session, terms);
    if (!answer)
        return answer.error();
    ShortlistReport report;
    report.authority = text(session.authority().name);
    report.invented = session.authority().demonstration;
    report.preparedBy = text(session.account().personName);
    report.preparedOn = dateText(session.today());
    report.terms = termsText(terms, session.today());
    if (!answer->list.candidates.empty())
        report.explained = explain(*answer, answer->list.candidates.front());
    return writePdf(shortlistHtml(*answer, report),
                    words("A home for %1").arg(text(answer->childName)), file);
}

Result<Done> writeNeedsChange(app::Session& session, const QString& file)
{
    const auto data = app::insightData(session);
    if (!data)
        return data.error();
    PublishedFigure published(app::publishedChange(*data, {}), data->framework, ChangeOrder::BySize,
                              ChangeMeasure::Percent, {900, 560});
    QStringList notes;
    if (session.authority().demonstration)
        notes << words("Invented data");
    return saveFigure(published.figure(notes), file);
}

}  // namespace

Result<Done> writeResults(app::Session& session, const QString& caseNumber, const QString& folder)
{
    const auto child = childWithNumber(session, caseNumber);
    if (!child)
        return child.error();
    const QDir results(folder);
    if (auto written = writeShortlist(session, *child, results.filePath(QStringLiteral("shortlist.pdf")));
        !written)
        return written;
    return writeNeedsChange(session, results.filePath(QStringLiteral("needs-change.png")));
}

}  // namespace homeward::ui
