#include "ui/shared/output/export_door.h"

#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <filesystem>

#include "app/session/session.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/output/clipboard.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

struct ExportDoorWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ExportDoor)
};

/// The session a page belongs to, hung on the page.
class PageSession final : public QObject {
public:
    PageSession(QObject* page, const PageContext& pageContext) : QObject(page), context(pageContext)
    {
    }
    const PageContext context;
};

const PageContext* contextOf(const QWidget& widget)
{
    for (const QWidget* at = &widget; at; at = at->parentWidget())
        for (const QObject* child : at->children())
            if (const auto* session = dynamic_cast<const PageSession*>(child))
                return &session->context;
    return nullptr;
}

Banner* nearestBanner(const QWidget& widget)
{
    for (const QWidget* at = &widget; at; at = at->parentWidget())
        if (auto* banner = at->findChild<Banner*>(QString(), Qt::FindDirectChildrenOnly))
            return banner;
    return nullptr;
}

/// "png", "svg" of "PNG picture (*.png);;SVG drawing (*.svg)".
QStringList endingsOf(const QString& filter)
{
    static const QRegularExpression ending(QStringLiteral("\\*\\.(\\w+)"));
    QStringList endings;
    for (auto found = ending.globalMatch(filter); found.hasNext();)
        endings << found.next().captured(1).toLower();
    return endings;
}

std::filesystem::path pathOf(const QString& file)
{
    return std::filesystem::path(utf8(file));
}

Question replaceQuestion(const QString& file)
{
    return {sentence("error.FileExists.title"),
            ExportDoorWords::tr("%1 would be replaced.").arg(QDir::toNativeSeparators(file)),
            ExportDoorWords::tr("Replace"),
            {},
            true};
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace

ExportDoor::ExportDoor(const PageContext& context, QWidget* parent, Banner* banner)
    : m_context(context), m_parent(parent), m_banner(banner)
{
}

bool ExportDoor::tell(const Error& error)
{
    if (m_banner)
        m_banner->showError(error);
    return false;
}

bool ExportDoor::recorded(const app::ExportRecord& record)
{
    const auto kept = app::recordExport(m_context.session, record);
    return kept || tell(kept.error());
}

bool ExportDoor::toFile(const FileQuestion& question, app::ExportRecord record,
                        const std::function<Result<QByteArray>(const QString&)>& render)
{
    QString file = m_context.dialogs.saveFile(
        m_parent, question.title, fileNameWords(question.suggestedName), question.filter);
    if (file.isEmpty())
        return false;
    const QStringList endings = endingsOf(question.filter);
    QString ending = QFileInfo(file).suffix().toLower();
    if (!endings.isEmpty() && !endings.contains(ending)) {
        // The dialog asked about the name it gave back, not about this one.
        ending = endings.constFirst();
        file += QLatin1Char('.') + ending;
        const QFileInfo there(file);
        if ((there.exists() || there.isSymLink()) &&
            !m_context.dialogs.confirm(m_parent, replaceQuestion(file)))
            return false;
    }
    const Result<QByteArray> bytes = render(ending);
    if (!bytes)
        return tell(bytes.error());
    record.kind = utf8(ending);
    const auto written =
        app::exportTo(m_context.session, {pathOf(file), true, false}, view(*bytes), record);
    if (!written)
        return tell(written.error());
    if (m_banner)
        m_banner->show(Banner::Tone::Success, ExportDoorWords::tr("Saved"),
                       QDir::toNativeSeparators(file));
    return true;
}

bool ExportDoor::toSpreadsheet(const FileQuestion& question, app::ExportRecord record,
                               const std::string& csv)
{
    return toFile(question, std::move(record), [&csv](const QString&) -> Result<QByteArray> {
        return QByteArray::fromStdString(app::forSpreadsheets(csv));
    });
}

bool ExportDoor::toClipboard(const QString& words, app::ExportRecord record)
{
    record.kind = "copy";
    if (!recorded(record))
        return false;
    Clipboard::instance().setText(words);
    return true;
}

bool ExportDoor::toClipboard(const QImage& picture, app::ExportRecord record)
{
    record.kind = "copy";
    if (!recorded(record))
        return false;
    Clipboard::instance().setImage(picture);
    return true;
}

PaperEdges ExportDoor::edges(const app::ExportRecord& record) const
{
    return paperEdges(m_context.session, record.child.value_or(ChildId{}));
}

bool ExportDoor::toPaper(QPrinter& printer, const QString& title, app::ExportRecord record,
                         const std::function<void(const Paper&)>& draw)
{
    printer.setDocName(title);
    QPrintDialog dialog(&printer, m_parent);
    dialog.setWindowTitle(title);
    if (!m_context.dialogs.run(dialog))
        return false;
    const QString file = printer.outputFileName();
    record.kind = file.isEmpty() ? "print" : "pdf";
    if (file.isEmpty()) {
        if (!recorded(record))
            return false;
        draw(Paper(printer, edges(record)));
        return true;
    }
    // Not by the printer, which would write over whatever is there, for everybody to read.
    const QByteArray pdf = inMemory([&](QIODevice& memory) {
        QPdfWriter writer(&memory);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Homeward"));
        writer.setResolution(printer.resolution());
        writer.setPageLayout(printer.pageLayout());
        draw(Paper(writer, edges(record)));
    });
    const auto written =
        app::exportTo(m_context.session, {pathOf(file), true, false}, view(pdf), record);
    return written || tell(written.error());
}

QByteArray inMemory(const std::function<void(QIODevice&)>& draw)
{
    QByteArray bytes;
    QBuffer memory(&bytes);
    memory.open(QIODevice::WriteOnly);
    draw(memory);
    return bytes;
}

bool copyFrom(const QWidget& widget, const QString& words, app::ExportRecord record)
{
    if (const PageContext* const context = contextOf(widget))
        return ExportDoor(*context, nullptr, nearestBanner(widget))
            .toClipboard(words, std::move(record));
    Clipboard::instance().setText(words);
    return true;
}

void bindToSession(QWidget& page, const PageContext& context)
{
    new PageSession(&page, context);
}

}  // namespace homeward::ui
