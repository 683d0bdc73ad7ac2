#include "ui/admin/trail/audit_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/shared/history/history_words.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::AuditWords)
};

struct KeyedText {
    const char* key;
    const char* text;
};

constexpr KeyedText kCases[] = {
    {"add-account", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Added an account")},
    {"change-account", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Changed an account")},
    {"remove-account", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Removed an account")},
    {"change-passphrase", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Changed own passphrase")},
    {"reset-passphrase",
     QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Set a passphrase for somebody")},
    {"load-framework", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Loaded a needs framework")},
    {"make-framework-current",
     QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Chose the current framework")},
    {"import-return", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Took over a return")},
    {"create-authority", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Set up the authority")},
    {"create-demonstration",
     QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Invented the demonstration")},
    {"sign-in", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Signed in")},
    {"sign-in-failed", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Could not sign in")},
    {"trail-conflict",
     QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Found records and trail in contradiction")},
    {"decide-trail-conflict",
     QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Decided on a contradiction")},
    {"back-up", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Made a backup")},
    {"back-up-failed",
     QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Could not make the daily backup")},
    {"set-backup-folder",
     QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Chose where daily backups go")},
    {"restore-backup", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Restored from a backup")},
    {"add-home", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Added a household")},
    {"save-home", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Changed a household")},
    {"record-skills", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Recorded skills")},
    {"add-provider", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Added a provider")},
    {"add-child", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Added a child")},
    {"save-child", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "Changed a child's record")},
};

constexpr KeyedText kEntities[] = {
    {"account", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "account")},
    {"assessment", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "assessment")},
    {"authority", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "authority")},
    {"backup", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "backup")},
    {"care-period", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "time in care")},
    {"child", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "child")},
    {"export", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "export")},
    {"decision", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "decision")},
    {"framework", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "needs framework")},
    {"home", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "household")},
    {"legal-status", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "legal status")},
    {"placement", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "placement")},
    {"provider", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "provider")},
    {"search", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "search for a home")},
    {"sign-in", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "sign-in")},
    {"trail", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "audit trail")},
    {"record", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "record")},
    {"skills-profile", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "skills profile")},
};

template <std::size_t N>
QString find(const KeyedText (&table)[N], const std::string& key)
{
    for (const KeyedText& entry : table)
        if (key == entry.key)
            return Words::tr(entry.text);
    return {};
}

}  // namespace

VerdictWords verdictWords(const app::VerifyReport& report)
{
    const QLocale locale;
    const QString rows = locale.toString(static_cast<qlonglong>(report.rows));
    const QString records = locale.toString(static_cast<qlonglong>(report.records));
    QStringList sentences;
    for (const app::VerifyFinding& finding : report.findings)
        sentences << text(catalogue().text("verify." + finding.what, finding.facts));
    if (report.isWhole()) {
        sentences.prepend(
            Words::tr("%1 rows of the trail and %2 records were checked, and each is as it "
                      "was written.")
                .arg(rows, records));
        return {true, Words::tr("The authority is whole"), sentences.join(u'\n')};
    }
    sentences
        << Words::tr(
               "%1 rows of the trail and %2 records were looked at. Keep a copy of the folder as "
               "it is, and tell the person responsible for data protection.")
               .arg(rows, records);
    return {false, Words::tr("The authority is not whole"), sentences.join(u'\n')};
}

QString conflictText(const app::OpenConflict& conflict)
{
    const QString found =
        text(catalogue().text("verify.conflict." + conflict.kind, app::factsOf(conflict)));
    return Words::tr("%1 Found on %2, signed in: %3.")
        .arg(found, momentText(conflict.foundAt), text(conflict.foundBy));
}

QString auditCaseText(const std::string& useCase)
{
    const QString words = find(kCases, useCase);
    return words.isEmpty() ? useCaseText(useCase) : words;
}

QString entityText(const std::string& entity)
{
    const QString words = find(kEntities, entity);
    return words.isEmpty() ? text(entity) : words;
}

}  // namespace homeward::ui
