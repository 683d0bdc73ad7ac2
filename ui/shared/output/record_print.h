#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

#include "app/exchange/exports.h"
#include "ui/shared/words/plain_words.h"

class QWidget;

namespace homeward::ui {

class Banner;
struct PageContext;

/// A record as it is printed: who it is about, what was written in sentences, and what is known in
/// fields.
struct PrintedRecord {
    using Lines = std::vector<std::pair<QString, QString>>;  ///< what it is, and what it says

    QString title;
    QStringList facts;
    Lines words;  ///< each below a heading of its own; empty ones are left out
    struct Section {
        QString title;
        Lines fields;  ///< what is not known is printed as a dash
    };
    std::vector<Section> sections;
};

Markup recordMarkup(const PrintedRecord& record);

/// Asks for a printer and prints it.
void printRecord(const PageContext& context, QWidget* over, Banner* banner,
                 const PrintedRecord& record, const app::ExportRecord& kept);

}  // namespace homeward::ui
