#include "ui/admin/audit_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/shared/history/history_words.h"
#include "ui/shared/format.h"

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
    {"care-period", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "time in care")},
    {"child", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "child")},
    {"decision", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "decision")},
    {"framework", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "needs framework")},
    {"home", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "household")},
    {"legal-status", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "legal status")},
    {"placement", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "placement")},
    {"provider", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "provider")},
    {"search", QT_TRANSLATE_NOOP("homeward::ui::AuditWords", "search for a home")},
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

QString faultText(app::ChainFault fault, const QString& row)
{
    switch (fault) {
        case app::ChainFault::Edited:
            return Words::tr("Row %1 was edited after it was written.").arg(row);
        case app::ChainFault::Removed:
            return Words::tr("Row %1 is missing: somebody took it out.").arg(row);
        case app::ChainFault::Reordered:
            return Words::tr("Row %1 is not in its place: rows were put in another order.")
                .arg(row);
        case app::ChainFault::Inserted:
            return Words::tr("Row %1 was put in later; Homeward did not write it.").arg(row);
        case app::ChainFault::EndCutOff:
            return Words::tr("The end was cut off: from row %1 on, rows are missing.").arg(row);
        case app::ChainFault::HeadMissing:
            return Words::tr("The seal that says where the trail ends is missing.");
        case app::ChainFault::HeadForged:
            return Words::tr("The seal that says where the trail ends was not made by Homeward.");
    }
    return {};
}

}  // namespace

VerdictWords verdictWords(const app::ChainVerdict& verdict)
{
    const QString rows = QLocale().toString(static_cast<qlonglong>(verdict.rows));
    if (!verdict.fault)
        return {true, Words::tr("The audit trail is whole"),
                verdict.rows == 1
                    ? Words::tr("1 row was checked, and it is as it was written.")
                    : Words::tr("%1 rows were checked, and each is as it was written.").arg(rows)};
    const QString row = QLocale().toString(static_cast<qlonglong>(verdict.sequence));
    return {false, Words::tr("The audit trail was tampered with"),
            Words::tr("%1 %2 rows were looked at. Keep a copy of the folder as it is, and tell the "
                      "person responsible for data protection.")
                .arg(faultText(*verdict.fault, row), rows)};
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
