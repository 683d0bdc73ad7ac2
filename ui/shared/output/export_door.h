#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

#include "app/exchange/exports.h"
#include "ui/shared/output/paper.h"

class QIODevice;
class QImage;
class QPrinter;
class QWidget;

namespace homeward::ui {

class Banner;
struct PageContext;

/// What the dialog that asks for a file name says.
struct FileQuestion {
    QString title;
    QString suggestedName;
    QString filter;  ///< e.g. "Table (*.csv)"; its first ending is taken where the name has none of
                     ///< them
};

/// The one way out of the window: into a file, onto the clipboard, onto paper. Each is put into the
/// audit trail first; what cannot be recorded does not leave, and the banner says why. Cheap to
/// make; user interface thread.
class ExportDoor {
public:
    ExportDoor(const PageContext& context, QWidget* parent, Banner* banner);

    /// `render` gives the bytes for a name ending, e.g. "csv"; the record's kind is that ending.
    /// Asks before replacing a file whose name the dialog did not see. True: written, and said so.
    bool toFile(const FileQuestion& question, app::ExportRecord record,
                const std::function<Result<QByteArray>(const QString& ending)>& render);
    /// A table for spreadsheets, with a byte order mark.
    bool toSpreadsheet(const FileQuestion& question, app::ExportRecord record,
                       const std::string& csv);
    bool toClipboard(const QString& words, app::ExportRecord record);
    bool toClipboard(const QImage& picture, app::ExportRecord record);
    /// What the pages of a paper about this say at their edges.
    PaperEdges edges(const app::ExportRecord& record) const;
    /// Asks for a printer, then draws. Where the person chose to print into a file, that file is
    /// written like any other. True: it was drawn.
    bool toPaper(QPrinter& printer, const QString& title, app::ExportRecord record,
                 const std::function<void(const Paper&)>& draw);

private:
    bool recorded(const app::ExportRecord& record);
    bool tell(const Error& error);
    const PageContext& m_context;
    QWidget* m_parent;
    Banner* m_banner;  ///< null: nobody to tell
};

/// What `draw` writes, kept in memory.
QByteArray inMemory(const std::function<void(QIODevice&)>& draw);

/// Copies for a widget that knows no more than its page: with the page's session, told in the
/// nearest banner. Outside a page nobody is signed in and nothing is recorded.
bool copyFrom(const QWidget& widget, const QString& words, app::ExportRecord record);

/// Says which session the widgets of `page` belong to; the registry does it for every page.
void bindToSession(QWidget& page, const PageContext& context);

}  // namespace homeward::ui
