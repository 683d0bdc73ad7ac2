#include "ui/shared/csv_export.h"

#include <QCoreApplication>
#include <QDir>
#include <filesystem>
#include <vector>

#include "app/text_file.h"
#include "support/csv_line.h"
#include "ui/shared/banner.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/format.h"
#include "ui/shared/page.h"

namespace homeward::ui {

std::string csvLineOf(const QStringList& cells)
{
    std::vector<std::string> fields;
    for (const QString& cell : cells)
        fields.push_back(utf8(cell));
    return csvLine(fields);
}

void exportCsvText(const PageContext& context, QWidget* parent, Banner& banner,
                   const QString& suggestedName, const QString& csv)
{
    const auto say = [](const char* words) {
        return QCoreApplication::translate("homeward::ui::CsvExport", words);
    };
    const QString file =
        context.dialogs.saveFile(parent, say(QT_TR_NOOP("Export as CSV")), suggestedName,
                                 say(QT_TR_NOOP("CSV files (*.csv)")));
    if (file.isEmpty())
        return;
    const auto written =
        app::writeSpreadsheetCsv(std::filesystem::path(utf8(file)), utf8(csv));
    if (!written)
        return banner.showError(written.error());
    banner.show(Banner::Tone::Success, say(QT_TR_NOOP("Exported")), QDir::toNativeSeparators(file));
}

}  // namespace homeward::ui
