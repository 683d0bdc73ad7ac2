#pragma once

#include <QByteArray>
#include <QString>

#include "ui/matching/reasons/explanation.h"
#include "ui/matching/reasons/reasons_model.h"
#include "ui/shared/output/paper.h"

namespace homeward::ui {

/// What a printed shortlist says beside the answer itself.
struct ShortlistReport {
    QString authority;
    bool invented = false;  ///< demonstration authority: said on the first page
    QString preparedBy;
    QString preparedOn;
    QString terms;                         ///< as termsText
    AboutMe ownWords;                      ///< of the child
    QString asShown;                       ///< of an earlier search: when and to whom; may be empty
    std::optional<Explanation> explained;  ///< the chosen row, on a page of its own
};

/// The shortlist as HTML for a QTextDocument: ranked list, near misses, counts of the rest, one
/// explanation.
QString shortlistHtml(const app::ShortlistAnswer& answer, const ShortlistReport& report);

/// The report as a PDF file holds it.
QByteArray reportPdf(const QString& html, const QString& title, const PaperEdges& edges);

/// Every household looked at, one a row: shortlist, near misses, not eligible. CRLF, harmless for
/// spreadsheets.
std::string shortlistCsv(const app::ShortlistAnswer& answer);

}  // namespace homeward::ui
