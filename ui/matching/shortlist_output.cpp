// What leaves the shortlist page: on paper, as PDF and as a table.
#include <QPrintDialog>
#include <QPrinter>
#include <filesystem>

#include "app/session.h"
#include "app/text_file.h"
#include "ui/matching/search_terms_bar.h"
#include "ui/matching/shortlist_page.h"
#include "ui/matching/shortlist_report.h"
#include "ui/matching/shortlist_tables.h"
#include "ui/shared/banner.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/format.h"
#include "ui/shared/plain_words.h"

namespace homeward::ui {

ShortlistReport ShortlistPage::report() const
{
    ShortlistReport report;
    report.authority = text(m_context.session.authority().name);
    report.invented = m_context.session.authority().demonstration;
    report.preparedBy = text(m_context.session.account().personName);
    report.preparedOn = dateText(m_context.session.today());
    report.terms = termsText(m_terms, m_context.session.today());
    if (const matching::Candidate* candidate = findCandidate(*m_answer, m_tables->current()))
        report.explained = explained(*candidate);
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
    return fileNameWords(tr("Shortlist %1 %2.%3")
                             .arg(text(m_answer->childName).remove(QLatin1Char('.')),
                                  text(m_context.session.today().toIso()), ending));
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
