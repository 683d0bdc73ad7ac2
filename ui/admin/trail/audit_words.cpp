#include "ui/admin/trail/audit_words.h"

#include <QLocale>
#include <QStringList>

#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

VerdictWords verdictWords(const app::VerifyReport& report)
{
    const QLocale locale;
    const documents::Facts counts{
        {"rows", utf8(locale.toString(static_cast<qlonglong>(report.rows)))},
        {"records", utf8(locale.toString(static_cast<qlonglong>(report.records)))}};
    const bool whole = report.isWhole();
    const std::string verdict = whole ? "verify.whole" : "verify.not-whole";
    QStringList sentences;
    for (const app::VerifyFinding& finding : report.findings)
        sentences << sentence("verify." + finding.what, finding.facts);
    sentences.insert(whole ? 0 : sentences.size(), sentence(verdict, counts));
    return {whole, sentence(verdict + ".title"), sentences.join(u'\n')};
}

QString conflictText(const app::OpenConflict& conflict)
{
    return sentence(
        "verify.found",
        {{"found", catalogue().text("verify.conflict." + conflict.kind, app::factsOf(conflict))},
         {"moment", utf8(momentText(conflict.foundAt))},
         {"person", conflict.foundBy}});
}

QString entityText(const std::string& entity)
{
    const std::string key = "entity." + entity;
    return catalogue().has(key) ? sentence(key) : text(entity);
}

}  // namespace homeward::ui
