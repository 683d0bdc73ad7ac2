#include "ui/shared/output/record_print.h"

#include <QPrinter>
#include <utility>

#include "ui/shared/output/export_door.h"
#include "ui/shared/pages/page.h"

namespace homeward::ui {
namespace {

const QString kNotKnown = QStringLiteral("\u2013");

/// Lines as they were typed.
Markup paragraph(const QString& words)
{
    Markup markup(QStringLiteral("<p>"));
    bool first = true;
    for (const QString& line : words.split(u'\n'))
        markup += std::exchange(first, false) ? Markup(QStringLiteral("%1"), {line})
                                              : Markup(QStringLiteral("<br>%1"), {line});
    markup += Markup(QStringLiteral("</p>"));
    return markup;
}

}  // namespace

Markup recordMarkup(const PrintedRecord& record)
{
    Markup page(QStringLiteral("<h1>%1</h1><p>%2</p>"),
                {record.title, record.facts.join(QStringLiteral(" · "))});
    for (const auto& [title, words] : record.words) {
        if (words.trimmed().isEmpty())
            continue;
        page += Markup(QStringLiteral("<h3>%1</h3>"), {title});
        page += paragraph(words);
    }
    for (const PrintedRecord::Section& section : record.sections) {
        page += Markup(QStringLiteral("<h3>%1</h3><table width=\"100%\" cellpadding=\"4\">"),
                       {section.title});
        for (const auto& [what, says] : section.fields)
            page += Markup(QStringLiteral("<tr><td width=\"34%\"><b>%1</b></td>"
                                          "<td width=\"66%\">%2</td></tr>"),
                           {what, says.trimmed().isEmpty() ? kNotKnown : says});
        page += Markup(QStringLiteral("</table>"));
    }
    return page;
}

void printRecord(const PageContext& context, QWidget* over, Banner* banner,
                 const PrintedRecord& record, const app::ExportRecord& kept)
{
    QPrinter printer;
    printer.setDocName(record.title);
    ExportDoor(context, over, banner).toPaper(printer, record.title, kept, [&](const Paper& paper) {
        paper.print(recordMarkup(record).html());
    });
}

}  // namespace homeward::ui
