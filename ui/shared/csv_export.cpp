#include "ui/shared/csv_export.h"

#include <QCoreApplication>
#include <QDir>
#include <filesystem>

#include "app/insight.h"
#include "ui/shared/banner.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/format.h"
#include "ui/shared/page.h"

namespace homeward::ui {

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
    // A byte order mark, so that spreadsheets read accents right.
    const std::string content = "\xef\xbb\xbf" + utf8(csv);
    const auto written = app::writeTextFile(std::filesystem::path(utf8(file)), content);
    if (!written)
        return banner.showError(written.error());
    banner.show(Banner::Tone::Success, say(QT_TR_NOOP("Exported")), QDir::toNativeSeparators(file));
}

}  // namespace homeward::ui
