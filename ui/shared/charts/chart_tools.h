#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <string>

#include "app/exchange/exports.h"
#include "ui/shared/charts/chart_export.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/words/plain_words.h"

class QAction;
class QPushButton;

namespace homeward::ui {

class Banner;

/// What a chart and the table of the same figures give out; asked at the moment they leave.
struct ChartContent {
    /// With whatever its drawing needs kept alive.
    std::function<std::shared_ptr<const ChartFigure>()> figure;
    std::function<QString()> words;    ///< the table for the clipboard, with tabs
    std::function<std::string()> csv;  ///< the table for spreadsheets
    std::function<Markup()> paper;     ///< heading and table, for a print
    std::function<app::ExportRecord()> record;
    std::function<QString(const QString& ending)> fileName;  ///< suggested, for "png" or "csv"
    std::function<QString()> note;  ///< what to know about a copy; may be empty
};

/// The buttons of a chart: show it as a table, copy and export either, print what is shown.
class ChartTools final : public QWidget {
    Q_OBJECT
public:
    ChartTools(const PageContext& context, Banner* banner, ChartContent content, QWidget* parent);

    /// False: there are no figures yet.
    void setUsable(bool usable);
    /// What is shown: the chart or a table. `hasPicture`: that table is one of a chart.
    void setShown(bool table, bool hasPicture = true);
    /// Icons only.
    void setNarrow(bool narrow);
    /// False: there is nothing to print.
    bool print();
    void copyPicture();
    void copyTable();

signals:
    void tableWanted(bool table);

private:
    QPushButton* addButton(const char* name, const QString& words, const char* icon);
    void exportPicture();
    void exportTable();

    const PageContext m_context;
    const ChartContent m_content;
    Banner* m_banner;
    bool m_usable = false;
    bool m_table = false;
    bool m_narrow = false;
    QPushButton* m_tableButton;
    QList<QPushButton*> m_buttons;
    QList<QAction*> m_pictureActions;
};

}  // namespace homeward::ui
