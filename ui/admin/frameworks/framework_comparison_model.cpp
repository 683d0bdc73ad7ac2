#include "ui/admin/frameworks/framework_comparison_model.h"

#include <QCoreApplication>

namespace homeward::ui {

namespace {

struct ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkComparison)
};

QString whereText(const std::string& where)
{
    QString key = text(where);
    const QString level = key.section(QLatin1Char('.'), 1);
    if (key == QLatin1String("title"))
        return ComparisonWords::tr("title");
    if (key == QLatin1String("guidance"))
        return ComparisonWords::tr("guidance");
    if (key == QLatin1String("weight"))
        return ComparisonWords::tr("weight in matching");
    if (key == QLatin1String("replaces"))
        return ComparisonWords::tr("replaces");
    if (key.startsWith(QLatin1String("need.")))
        return ComparisonWords::tr("need level %1").arg(level);
    if (key.startsWith(QLatin1String("skill.")))
        return ComparisonWords::tr("skill level %1").arg(level);
    return key;
}

QString titleOf(const NeedsFramework& framework, const std::string& domainKey)
{
    const NeedsFramework::Domain* domain = framework.findDomain(domainKey);
    return text(domain ? domain->title : domainKey);
}

QString titlesOf(const std::vector<const NeedsFramework::Domain*>& domains)
{
    QStringList titles;
    for (const NeedsFramework::Domain* domain : domains)
        titles << text(domain->title);
    return titles.join(ComparisonWords::tr(", "));
}

/// What stands for a domain that was removed, else that nothing does.
QString successorsText(const std::string& domainKey, const NeedsFramework& after)
{
    const auto successors = after.successorsOf(domainKey);
    return successors.empty()
               ? ComparisonWords::tr("Nothing takes its place: a known need is left out.")
               : ComparisonWords::tr("Replaced by %1.").arg(titlesOf(successors));
}

/// Whose place a domain takes that was added; empty: nobody's.
QString replacedText(const NeedsFramework::Domain& domain, const NeedsFramework& before)
{
    std::vector<const NeedsFramework::Domain*> replaced;
    for (const std::string& key : domain.replaces)
        if (const NeedsFramework::Domain* earlier = before.findDomain(key))
            replaced.push_back(earlier);
    return replaced.empty() ? QString()
                            : ComparisonWords::tr("Takes the place of %1.").arg(titlesOf(replaced));
}

QString kindText(FrameworkDifference::Kind kind)
{
    switch (kind) {
        case FrameworkDifference::Kind::Added:
            return ComparisonWords::tr("added");
        case FrameworkDifference::Kind::Removed:
            return ComparisonWords::tr("removed");
        case FrameworkDifference::Kind::Changed:
            return ComparisonWords::tr("changed");
    }
    return {};
}

QString toneOf(FrameworkDifference::Kind kind)
{
    switch (kind) {
        case FrameworkDifference::Kind::Added:
            return QStringLiteral("good");
        case FrameworkDifference::Kind::Removed:
            return QStringLiteral("problem");
        case FrameworkDifference::Kind::Changed:
            return QStringLiteral("info");
    }
    return {};
}

}  // namespace

std::vector<FrameworkDifference> differencesOf(const NeedsFramework& before,
                                               const NeedsFramework& after)
{
    using Kind = FrameworkDifference::Kind;
    const FrameworkComparison comparison = compareFrameworks(before, after);
    std::vector<FrameworkDifference> rows;
    for (const std::string& key : comparison.addedDomains) {
        const NeedsFramework::Domain* domain = after.findDomain(key);
        rows.push_back({Kind::Added,
                        titleOf(after, key),
                        {},
                        domain ? replacedText(*domain, before) : QString(),
                        domain ? text(domain->guidance) : QString()});
    }
    for (const std::string& key : comparison.removedDomains) {
        const NeedsFramework::Domain* domain = before.findDomain(key);
        rows.push_back({Kind::Removed,
                        titleOf(before, key),
                        {},
                        domain ? text(domain->guidance) : QString(),
                        successorsText(key, after)});
    }
    for (const FrameworkComparison::ChangedText& change : comparison.changes)
        rows.push_back({Kind::Changed, titleOf(after, change.domainKey), whereText(change.where),
                        text(change.before), text(change.after)});
    return rows;
}

FrameworkComparisonModel::FrameworkComparisonModel(QObject* parent) : RowTable(parent)
{
    using Row = FrameworkDifference;
    setColumns({
        column("difference", tr("Difference"), [](const Row& row) { return kindText(row.kind); })
            .tooltip()
            .tone([](const Row& row) { return toneOf(row.kind); }),
        column("domain", tr("Domain"), &Row::domain).tooltip().ems(9).share(220),
        column("where", tr("Where"),
               [](const Row& row) { return row.where.isEmpty() ? tr("whole domain") : row.where; })
            .tooltip()
            .fits({tr("whole domain")}),
        column("before", tr("Before"), &Row::before).tooltip().ems(12).share(300),
        column("after", tr("After"), &Row::after).tooltip().ems(12).share(300),
    });
}

}  // namespace homeward::ui
