#include "ui/insight/needs_change_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <limits>

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::NeedsChange)
};

double levelChange(const analytics::DomainChange& change)
{
    return change.latestMean - change.firstMean;
}

QString percentText(const NeedsChangeRow& row)
{
    if (row.change.percent)
        return signedNumber(*row.change.percent, 0) + QLatin1Char('%');
    return row.published ? Words::tr("too little need at first") : Words::tr("no need at first");
}

/// As rows show it.
analytics::DomainChange shownAs(const analytics::PublishedRow& row)
{
    analytics::DomainChange shown;
    shown.domainKey = row.domainKey;
    shown.children = row.children;
    shown.firstMean = row.firstMean;
    shown.latestMean = row.latestMean;
    shown.percent = row.percent ? std::optional<double>(*row.percent) : std::nullopt;
    shown.fell = row.fell;
    shown.same = row.same;
    shown.rose = row.rose;
    shown.suppressed = row.suppressed;
    return shown;
}

/// A column of figures; a group that is too small shows none.
template <typename Figure, typename Words>
TableColumn<NeedsChangeRow> figure(const char* key, const QString& heading, Figure value,
                                   Words words)
{
    using Row = NeedsChangeRow;
    return TableColumn<Row>(key, heading, &Row::title)
        .shownAs([words](const Row& row) {
            return row.change.suppressed ? QStringLiteral("–") : words(row);
        })
        .of(SortRole,
            [value](const Row& row) {
                return row.change.suppressed ? QVariant() : plainValue(value(row));
            })
        .muted([](const Row& row) { return row.change.suppressed; })
        .right()
        .ems(4);
}

TableColumn<NeedsChangeRow> meanColumn(const char* key, const QString& heading,
                                       double analytics::DomainChange::*mean)
{
    const auto value = [mean](const NeedsChangeRow& row) { return row.change.*mean; };
    return figure(key, heading, value, [value](const NeedsChangeRow& row) {
        return QLocale().toString(value(row), 'f', 2);
    });
}

TableColumn<NeedsChangeRow> countColumn(const char* key, const QString& heading,
                                        int analytics::DomainChange::*children)
{
    const auto value = [children](const NeedsChangeRow& row) { return row.change.*children; };
    return figure(key, heading, value,
                  [value](const NeedsChangeRow& row) { return shownValue(value(row)); });
}

}  // namespace

QString tooFewText()
{
    return Words::tr("fewer than %1 children").arg(analytics::kSuppressionLimit);
}

QString childrenText(int children)
{
    return Words::tr("%Ln child(ren)", nullptr, children);
}

QString withoutFigures(const NeedsChangeRow& row)
{
    if (row.published)
        return tooFewText();
    return row.change.isNew ? Words::tr("new domain") : Words::tr("nobody compared");
}

std::optional<double> barHalf(const NeedsChangeRow& row, ChangeMeasure measure)
{
    const analytics::DomainChange& change = row.change;
    if (change.suppressed || !change.halfInterval)
        return std::nullopt;
    if (measure == ChangeMeasure::Levels)
        return change.halfInterval;
    return change.percent ? std::optional(100 * *change.halfInterval / change.firstMean)
                          : std::nullopt;
}

std::optional<double> barValue(const NeedsChangeRow& row, ChangeMeasure measure)
{
    if (row.change.suppressed)
        return std::nullopt;
    if (measure == ChangeMeasure::Percent)
        return row.change.percent;
    return levelChange(row.change);
}

QString barText(const NeedsChangeRow& row, ChangeMeasure measure)
{
    if (row.change.suppressed)
        return withoutFigures(row);
    if (measure == ChangeMeasure::Percent)
        return percentText(row);
    return signedNumber(levelChange(row.change), 2);
}

QString totalText(const NeedsChangeModel& model)
{
    if (model.rows().empty())
        return {};
    const NeedsChangeRow& total = model.rows().front();
    const QString words = model.measure() == ChangeMeasure::Percent
                              ? Words::tr("Total need %1 for %2")
                              : Words::tr("Mean level %1 for %2");
    const QString children = childrenText(total.change.children);
    return words.arg(barText(total, model.measure()),
                     model.isPublished() ? Words::tr("about %1").arg(children) : children);
}

NeedsChangeModel::NeedsChangeModel(QObject* parent) : RowTable(parent)
{
    using Row = NeedsChangeRow;
    using Change = analytics::DomainChange;
    const auto levels = [](const Row& row) { return levelChange(row.change); };
    const auto percent = [](const Row& row) { return row.change.percent; };
    setColumns({
        column("domain", tr("Domain"), &Row::title).ems(10).share(400),
        // All domains together stand before the first outcome.
        column("outcome", tr("Outcome"), &Row::outcome)
            .sortedBy([](const Row& row) {
                return row.isTotal() ? -1 : static_cast<int>(row.outcomeIndex);
            })
            .ems(7)
            .share(130),
        countColumn("children", tr("Children"), &Change::children).shownAs([](const Row& row) {
            return row.change.suppressed ? withoutFigures(row) : shownValue(row.change.children);
        }),
        meanColumn("first", tr("First"), &Change::firstMean)
            .explained(tr("Mean level, 0 to 4, at each child's first assessment")),
        meanColumn("latest", tr("Latest"), &Change::latestMean)
            .explained(tr("Mean level, 0 to 4, at each child's latest assessment")),
        figure("levels", tr("Levels"), levels,
               [levels](const Row& row) { return signedNumber(levels(row), 2); })
            .explained(tr("Change of the mean level")),
        figure("percent", tr("Per cent"), percent, percentText)
            .explained(tr("Change of the summed levels, in per cent of the first")),
        countColumn("fell", tr("Fell"), &Change::fell)
            .explained(tr("Children whose level is lower now")),
        countColumn("same", tr("Same"), &Change::same)
            .explained(tr("Children whose level is the same")),
        countColumn("rose", tr("Rose"), &Change::rose)
            .explained(tr("Children whose level is higher now")),
    });
    eachRow(RecordIdRole, &Row::domainKey);
    eachRow(StrongRole, [](const Row& row) { return row.isTotal(); });
}

void NeedsChangeModel::setChange(const analytics::NeedsChange& change,
                                 const NeedsFramework& framework)
{
    m_published = false;
    setFigures(change.total, change.domains, framework);
}

void NeedsChangeModel::setPublished(const analytics::PublishedChange& change,
                                    const NeedsFramework& framework)
{
    m_published = true;
    std::vector<analytics::DomainChange> domains;
    for (const analytics::PublishedRow& row : change.domains)
        domains.push_back(shownAs(row));
    setFigures(shownAs(change.total), domains, framework);
}

void NeedsChangeModel::setFigures(const analytics::DomainChange& total,
                                  const std::vector<analytics::DomainChange>& domains,
                                  const NeedsFramework& framework)
{
    m_frameworkOrder.clear();
    for (const NeedsFramework::Domain& domain : framework.domains)
        m_frameworkOrder.push_back(domain.key);
    std::vector<NeedsChangeRow> rows;
    rows.push_back({{}, tr("All domains together"), {}, 0, total, m_published});
    for (const analytics::DomainChange& one : domains) {
        const NeedsFramework::Domain* domain = framework.findDomain(one.domainKey);
        if (!domain)
            continue;
        const NeedsFramework::Outcome* outcome = framework.findOutcome(domain->outcomeKey);
        rows.push_back({domain->key, text(domain->title),
                        outcome ? text(outcome->title) : QString(),
                        framework.outcomeIndexOf(*domain), one, m_published});
    }
    putInOrder(std::move(rows));
}

void NeedsChangeModel::setOrder(ChangeOrder order, ChangeMeasure measure)
{
    m_order = order;
    m_measure = measure;
    putInOrder(rows());
}

void NeedsChangeModel::putInOrder(std::vector<NeedsChangeRow> rows)
{
    const auto place = [this](const NeedsChangeRow& row) {
        return std::find(m_frameworkOrder.begin(), m_frameworkOrder.end(), row.domainKey) -
               m_frameworkOrder.begin();
    };
    const auto size = [this](const NeedsChangeRow& row) {
        return barValue(row, m_measure).value_or(std::numeric_limits<double>::infinity());
    };
    if (rows.size() > 1)
        std::sort(rows.begin() + 1, rows.end(),
                  [&](const NeedsChangeRow& a, const NeedsChangeRow& b) {
                      if (m_order == ChangeOrder::BySize && size(a) != size(b))
                          return size(a) < size(b);
                      return place(a) < place(b);
                  });
    setRows(std::move(rows));
}

int NeedsChangeModel::rowOf(const std::string& domainKey) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const NeedsChangeRow& row) {
        return row.domainKey == domainKey;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int NeedsChangeModel::suppressedDomains() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(),
        [](const NeedsChangeRow& row) { return !row.isTotal() && row.change.suppressed; }));
}

}  // namespace homeward::ui
