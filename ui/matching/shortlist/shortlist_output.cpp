// What leaves the shortlist page: on paper, as PDF and as a table.
#include <QPrinter>

#include "app/records/children.h"
#include "app/session/session.h"
#include "ui/matching/shortlist/search_terms_bar.h"
#include "ui/matching/shortlist/shortlist_page.h"
#include "ui/matching/shortlist/shortlist_report.h"
#include "ui/matching/shortlist/shortlist_tables.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

ShortlistReport ShortlistPage::report() const
{
    ShortlistReport report;
    report.authority = text(m_context.session.authority().name);
    report.invented = m_context.session.authority().demonstration;
    report.preparedBy = text(m_context.session.account().personName);
    report.preparedOn = dateText(m_context.session.today());
    if (const auto page = app::openChild(m_context.session, m_terms.child))
        report.ownWords = page->child.aboutMe;
    report.terms = termsText(m_terms, m_answer->request.on);
    if (!m_past.isEmpty())
        report.asShown = asShownText(*m_answer);
    if (const matching::Candidate* candidate = findCandidate(*m_answer, m_tables->current()))
        report.explained = explain(*m_answer, *candidate);
    return report;
}

app::ExportRecord ShortlistPage::exportRecord() const
{
    return {{}, "shortlist", static_cast<std::size_t>(m_answer->lookedAt), m_terms.child};
}

bool ShortlistPage::complete()
{
    if (!m_chooseButton->isVisible())
        return false;
    m_chooseButton->click();
    return true;
}

bool ShortlistPage::print()
{
    if (!m_answer)
        return false;
    QPrinter printer(QPrinter::HighResolution);
    ExportDoor(m_context, this, m_banner)
        .toPaper(printer, tr("Print the shortlist"), exportRecord(),
                 [this](const Paper& paper) { paper.print(shortlistHtml(*m_answer, report())); });
    return true;
}

QString ShortlistPage::fileName(const QString& ending) const
{
    return fileNameWords(tr("Shortlist %1 %2.%3")
                             .arg(text(m_answer->childName).remove(QLatin1Char('.')),
                                  text(localDate(m_answer->openedAt).toIso()), ending));
}

void ShortlistPage::savePdf()
{
    ExportDoor door(m_context, this, m_banner);
    door.toFile(
        {tr("Save the shortlist as PDF"), fileName(QStringLiteral("pdf")), tr("PDF (*.pdf)")},
        exportRecord(),
        [this, edges = door.edges(exportRecord())](const QString&) -> Result<QByteArray> {
            return reportPdf(shortlistHtml(*m_answer, report()),
                             tr("A home for %1").arg(text(m_answer->childName)), edges);
        });
}

void ShortlistPage::saveCsv()
{
    ExportDoor(m_context, this, m_banner)
        .toSpreadsheet(
            {tr("Save the shortlist as CSV"), fileName(QStringLiteral("csv")), tr("CSV (*.csv)")},
            exportRecord(), shortlistCsv(*m_answer));
}

}  // namespace homeward::ui
