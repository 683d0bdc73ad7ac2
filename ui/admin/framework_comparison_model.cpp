#include "ui/admin/framework_comparison_model.h"

#include <QCoreApplication>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkComparison)
};

QString whereText(const std::string& where)
{
    const QString key = text(where);
    const QString level = key.section(QLatin1Char('.'), 1);
    if (key == QLatin1String("title"))
        return Words::tr("title");
    if (key == QLatin1String("guidance"))
        return Words::tr("guidance");
    if (key == QLatin1String("weight"))
        return Words::tr("weight in matching");
    if (key.startsWith(QLatin1String("need.")))
        return Words::tr("need level %1").arg(level);
    if (key.startsWith(QLatin1String("skill.")))
        return Words::tr("skill level %1").arg(level);
    return key;
}

QString titleOf(const NeedsFramework& framework, const std::string& domainKey)
{
    const NeedsFramework::Domain* domain = framework.findDomain(domainKey);
    return text(domain ? domain->title : domainKey);
}

QString kindText(FrameworkDifference::Kind kind)
{
    switch (kind) {
        case FrameworkDifference::Kind::Added:
            return Words::tr("added");
        case FrameworkDifference::Kind::Removed:
            return Words::tr("removed");
        case FrameworkDifference::Kind::Changed:
            return Words::tr("changed");
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
                        {},
                        domain ? text(domain->guidance) : QString()});
    }
    for (const std::string& key : comparison.removedDomains) {
        const NeedsFramework::Domain* domain = before.findDomain(key);
        rows.push_back({Kind::Removed,
                        titleOf(before, key),
                        {},
                        domain ? text(domain->guidance) : QString(),
                        {}});
    }
    for (const FrameworkComparison::ChangedText& change : comparison.changes)
        rows.push_back({Kind::Changed, titleOf(after, change.domainKey), whereText(change.where),
                        text(change.before), text(change.after)});
    return rows;
}

void FrameworkComparisonModel::setRows(std::vector<FrameworkDifference> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FrameworkComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FrameworkComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FrameworkComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FrameworkDifference& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == ToneRole && index.column() == KindColumn)
        return toneOf(row.kind);
    if (role != Qt::DisplayRole && role != SortRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
        case KindColumn:
            return kindText(row.kind);
        case DomainColumn:
            return row.domain;
        case WhereColumn:
            return row.where.isEmpty() ? tr("whole domain") : row.where;
        case BeforeColumn:
            return row.before;
        case AfterColumn:
            return row.after;
        default:
            return {};
    }
}

QVariant FrameworkComparisonModel::headerData(int section, Qt::Orientation orientation,
                                              int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case KindColumn:
            return tr("Difference");
        case DomainColumn:
            return tr("Domain");
        case WhereColumn:
            return tr("Where");
        case BeforeColumn:
            return tr("Before");
        case AfterColumn:
            return tr("After");
        default:
            return {};
    }
}

}  // namespace homeward::ui
