#include "ui/headless/write_results.h"

#include <QCoreApplication>
#include <filesystem>

#include "app/exchange/exports.h"
#include "app/matching/matching_service.h"
#include "app/needs/insight.h"
#include "app/records/children.h"
#include "ui/insight/published_figure.h"
#include "ui/matching/shortlist/search_terms_bar.h"
#include "ui/matching/shortlist/shortlist_report.h"
#include "ui/shared/charts/chart_export.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

QString words(const char* sentence)
{
    return QCoreApplication::translate("headless", sentence);
}

Result<Done> writeOne(app::Session& session, const app::Target& target, const QByteArray& bytes,
                      const app::ExportRecord& record)
{
    return app::exportTo(session, target,
                         {bytes.constData(), static_cast<std::size_t>(bytes.size())}, record);
}

Result<Done> writeShortlist(app::Session& session, const ChildId& child, const app::Target& target)
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
    if (const auto page = app::openChild(session, child))
        report.ownWords = page->child.aboutMe;
    report.terms = termsText(terms, session.today());
    if (!answer->list.candidates.empty())
        report.explained = explain(*answer, answer->list.candidates.front());
    return writeOne(
        session, target,
        reportPdf(shortlistHtml(*answer, report),
                  words("A home for %1").arg(text(answer->childName)), paperEdges(session, child)),
        {"pdf", "shortlist", static_cast<std::size_t>(answer->lookedAt), child});
}

Result<Done> writeNeedsChange(app::Session& session, const app::Target& target)
{
    const auto data = app::insightData(session);
    if (!data)
        return data.error();
    PublishedFigure published(app::publishedChange(*data, {}), data->framework, ChangeOrder::BySize,
                              ChangeMeasure::Percent, {900, 560});
    QStringList notes;
    if (session.authority().demonstration)
        notes << words("Invented data");
    const auto picture = figureBytes(published.figure(notes), QStringLiteral("png"));
    if (!picture)
        return picture.error();
    return writeOne(session, target, *picture,
                    {"png", "trend", static_cast<std::size_t>(published.model().rowCount()), {}});
}

}  // namespace

Result<Done> writeResults(app::Session& session, const QString& caseNumber, const QString& folder,
                          bool replace)
{
    const auto child = app::childNumbered(session, utf8(caseNumber));
    if (!child)
        return child.error();
    const std::filesystem::path results(utf8(folder));
    const app::Target shortlist{results / "shortlist.pdf", replace, false};
    const app::Target change{results / "needs-change.png", replace, false};
    for (const app::Target* target : {&shortlist, &change})
        if (auto usable = app::checkTarget(*target, session.authority().folder); !usable)
            return usable;
    if (auto written = writeShortlist(session, *child, shortlist); !written)
        return written;
    return writeNeedsChange(session, change);
}

}  // namespace homeward::ui
