#include "ui/shared/charts/chart_tools.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPrinter>
#include <QPushButton>
#include <utility>

#include "ui/shared/look/banner.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/table_print.h"

namespace homeward::ui {

ChartTools::ChartTools(const PageContext& context, Banner* banner, ChartContent content,
                       QWidget* parent)
    : QWidget(parent), m_context(context), m_content(std::move(content)), m_banner(banner)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_tableButton = addButton("tableButton", tr("Table"), "table");
    auto* copyButton = addButton("copyButton", tr("Copy"), "copy");
    auto* exportButton = addButton("exportButton", tr("Export"), "export");
    auto* printButton = addButton("printButton", tr("Print"), "print");
    connect(m_tableButton, &QPushButton::clicked, this, [this] { emit tableWanted(!m_table); });
    connect(printButton, &QPushButton::clicked, this, &ChartTools::print);

    const auto add = [this](QMenu* menu, const char* name, const QString& words, auto act) {
        QAction* const action = menu->addAction(words, this, act);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    auto* copy = new QMenu(copyButton);
    m_pictureActions << add(copy, "copyPictureAction", tr("Copy the picture"),
                            &ChartTools::copyPicture);
    add(copy, "copyTableAction", tr("Copy the table"), &ChartTools::copyTable);
    copyButton->setMenu(copy);
    auto* out = new QMenu(exportButton);
    m_pictureActions << add(out, "exportPictureAction", tr("Picture (PNG, SVG or PDF)…"),
                            &ChartTools::exportPicture);
    add(out, "exportTableAction", tr("Table (CSV)…"), &ChartTools::exportTable);
    exportButton->setMenu(out);
    setUsable(false);
}

QPushButton* ChartTools::addButton(const char* name, const QString& words, const char* icon)
{
    auto* button = new QPushButton(words, this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(Theme::instance().icon(QLatin1String(icon)));
    button->setAccessibleName(words);
    button->setToolTip(words);
    layout()->addWidget(button);
    m_buttons << button;
    return button;
}

void ChartTools::setUsable(bool usable)
{
    m_usable = usable;
    for (QPushButton* button : m_buttons)
        button->setEnabled(usable);
}

void ChartTools::setShown(bool table, bool hasPicture)
{
    m_table = table;
    m_tableButton->setVisible(hasPicture);
    m_tableButton->setAccessibleName(table ? tr("Chart") : tr("Table"));
    m_tableButton->setToolTip(m_tableButton->accessibleName());
    setNarrow(m_narrow);
    m_tableButton->setIcon(
        Theme::instance().icon(table ? QStringLiteral("chart") : QStringLiteral("table")));
    for (QAction* action : m_pictureActions)
        action->setVisible(hasPicture);
}

void ChartTools::setNarrow(bool narrow)
{
    m_narrow = narrow;
    layout()->setSpacing(narrow ? 4 : 12);
    for (QPushButton* button : m_buttons)
        button->setText(narrow ? QString() : button->accessibleName());
}

void ChartTools::copyPicture()
{
    if (m_usable && ExportDoor(m_context, this, m_banner)
                        .toClipboard(toImage(*m_content.figure()), m_content.record()))
        m_banner->show(Banner::Tone::Success, tr("Picture copied"), m_content.note());
}

void ChartTools::copyTable()
{
    if (m_usable &&
        ExportDoor(m_context, this, m_banner).toClipboard(m_content.words(), m_content.record()))
        m_banner->show(Banner::Tone::Success, tr("Table copied"), m_content.note());
}

void ChartTools::exportPicture()
{
    ExportDoor(m_context, this, m_banner)
        .toFile({tr("Save the picture"), m_content.fileName(QStringLiteral("png")),
                 tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)")},
                m_content.record(),
                [this](const QString& ending) { return figureBytes(*m_content.figure(), ending); });
}

void ChartTools::exportTable()
{
    ExportDoor(m_context, this, m_banner)
        .toSpreadsheet(
            {tr("Save the table"), m_content.fileName(QStringLiteral("csv")), tr("Table (*.csv)")},
            m_content.record(), m_content.csv());
}

bool ChartTools::print()
{
    if (!m_usable)
        return false;
    QPrinter printer(QPrinter::ScreenResolution);
    printer.setResolution(logicalDpiX());
    printer.setPageOrientation(m_table ? QPageLayout::Portrait : QPageLayout::Landscape);
    ExportDoor(m_context, this, m_banner)
        .toPaper(printer, tr("Print"), m_content.record(), [this](const Paper& paper) {
            if (m_table)
                paper.print(m_content.paper().html());
            else
                printFigure(*m_content.figure(), paper);
        });
    return true;
}

}  // namespace homeward::ui
