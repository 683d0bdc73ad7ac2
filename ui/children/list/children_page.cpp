#include "ui/children/list/children_page.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "app/authority/accounts.h"
#include "app/records/children.h"
#include "ui/children/list/add_child_dialog.h"
#include "ui/children/list/children_table_model.h"
#include "ui/children/needs/need_bar_delegate.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/pages/list_sources.h"
#include "ui/shared/tables/filter_bar.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct AgeBand {
    int youngest;
    int oldest;
};
constexpr AgeBand kAgeBands[] = {{0, 4}, {5, 9}, {10, 15}, {16, 25}};
constexpr const char* kMine = "mine";
constexpr const char* kNobody = "nobody";

ListNames names()
{
    return {
        QStringLiteral("children"),
        QStringLiteral("child"),
        ChildrenPage::tr("Children"),
        {QStringLiteral("children"), QStringLiteral("childrenView"), ChildrenPage::tr("Children")},
        ChildrenPage::tr("children.csv"),
        ChildrenPage::tr("Copy the selected children, or the whole list")};
}

}  // namespace

ChildrenPage::ChildrenPage(const PageContext& context, QWidget* parent)
    : PagedListPage(context, names(), new ChildrenTableModel, kTouchChildRows, parent),
      m_workers(
          this, context, {app::Aggregate::Account},
          [](app::Session& session) { return app::listAccounts(session); },
          [this](const Result<std::vector<Account>>& accounts) {
              if (accounts)
                  showWorkers(*accounts);
          }),
      m_model(model<ChildrenTableModel>()),
      m_needBars(new NeedBarDelegate(&view())),
      m_nearest(new QLabel(tr("Nothing is spelled so; showing the nearest."), this))
{
    addFilters();
    m_nearest->setObjectName(QStringLiteral("nearestLabel"));
    setRole(m_nearest, "muted");
    addAbove(m_nearest);
    view().setItemDelegateForColumn(ChildrenTableModel::TotalNeedColumn, m_needBars);
    auto* add = addAction(QStringLiteral("addChildButton"), tr("Add child…"));
    add->setVisible(context.session.may(Right::EditChildren));
    connect(add, &QPushButton::clicked, this, &ChildrenPage::addChild);
    addStates();
    m_workers.readNow();
    start();
}

void ChildrenPage::addFilters()
{
    FilterBar& bar = filters();
    bar.addSearch(QStringLiteral("childrenSearch"), tr("Search children"),
                  tr("Name, case number, home, postcode"));
    m_care = bar.addChoice(QStringLiteral("careChoice"), tr("In care"),
                           {{tr("In care, or new"), text(toKey(CareNow::Open))},
                            {tr("In care now"), text(toKey(CareNow::InCare))},
                            {tr("All children"), text(toKey(CareNow::Everyone))}});
    FilterBar::Choices ages{{tr("Any age"), -1}, {tr("Under 5"), 0}};
    for (int i = 1; i < 3; ++i)
        ages << std::pair(tr("%1 to %2").arg(kAgeBands[i].youngest).arg(kAgeBands[i].oldest), i);
    ages << std::pair(tr("16 and over"), 3);
    m_age = bar.addChoice(QStringLiteral("ageChoice"), tr("Age"), ages);
    FilterBar::Choices places{{tr("Any place"), QString()}};
    for (const auto& [group, key] : EnumKeys<PlaceGroup>::table)
        places << std::pair(label(group), text(key));
    m_place = bar.addChoice(QStringLiteral("placeChoice"), tr("Kind of place"), places);
    m_worker = bar.addChoice(QStringLiteral("workerChoice"), tr("Worker"), {});
    m_assessed = bar.addChoice(QStringLiteral("assessedChoice"), tr("Assessed"),
                               {{tr("Assessed or not"), QString()},
                                {tr("Assessed"), QStringLiteral("yes")},
                                {tr("Not assessed yet"), QStringLiteral("no")}});
    bar.addClear(QStringLiteral("clearFiltersButton"));
    offerSavedFilters();
}

void ChildrenPage::addStates()
{
    const bool mayImport = context().session.may(Right::ImportReturns);
    auto* none = sayWhenNone({QStringLiteral("children"), tr("No children yet"),
                              tr("Import your statutory return, which brings every child with the "
                                 "whole history, or add one child by hand."),
                              mayImport ? tr("Import a return") : QString()});
    connect(none, &EmptyState::actionRequested, this, [this] {
        emit placeRequested({QStringLiteral("import"), {}, {}});
    });
    auto* noMatch = sayWhenNoMatch({QStringLiteral("search"), tr("No child matches"),
                                    tr("Fewer words or fewer filters find more.")});
    // After the filters were cleared: where nobody is in care now, everybody is shown.
    connect(noMatch, &EmptyState::actionRequested, this, [this] {
        if (counts() && counts()->inCare == 0)
            m_care->setCurrentIndex(m_care->findData(text(toKey(CareNow::Everyone))));
    });
}

void ChildrenPage::showWorkers(const std::vector<Account>& accounts)
{
    const std::pair<QString, QVariant> any{tr("Any worker"), QString()};
    const std::pair<QString, QVariant> mine{tr("My children"), QString::fromLatin1(kMine)};
    // What one begins with is what one's work is about.
    const bool across = worksAcross(context().session.account().role);
    FilterBar::Choices workers{
        across ? any : mine, across ? mine : any, {tr("Nobody yet"), QString::fromLatin1(kNobody)}};
    for (const Account& account : accounts)
        workers << std::pair(text(account.personName), text(account.id.value));
    filters().setChoices(m_worker, workers);
}

app::ChildListAsked ChildrenPage::asked() const
{
    app::ChildListAsked asked;
    asked.order = m_model->order();
    asked.descending = m_model->sortOrder() == Qt::DescendingOrder;
    ChildFilter& filter = asked.filter;
    filter.typed = utf8(filters().typed());
    filter.care = fromKey<CareNow>(utf8(m_care->currentData().toString())).value_or(CareNow::Open);
    if (const int band = m_age->currentData().toInt(); band >= 0) {
        filter.cohort.youngestYears = kAgeBands[band].youngest;
        filter.cohort.oldestYears = kAgeBands[band].oldest;
    }
    filter.cohort.placement = fromKey<PlaceGroup>(utf8(m_place->currentData().toString()));
    const QString worker = m_worker->currentData().toString();
    if (worker == QLatin1String(kMine))
        filter.worker = context().session.account().id;
    else if (worker == QLatin1String(kNobody))
        filter.worker = AccountId();
    else if (!worker.isEmpty())
        filter.worker = AccountId{utf8(worker)};
    if (const QString assessed = m_assessed->currentData().toString(); !assessed.isEmpty())
        filter.assessed = assessed == QStringLiteral("yes");
    return asked;
}

ChildrenPage::Counter ChildrenPage::counter() const
{
    return [filter = asked().filter](app::Session& session) {
        return app::countChildren(session, filter);
    };
}

void ChildrenPage::showCounts(const app::ChildCounts& counts)
{
    m_needBars->setHighest(std::max(counts.highestNeed, 1));
    header().setFacts(
        tr("%1 of %Ln child(ren)", nullptr, counts.total).arg(countText(counts.matching)));
    m_nearest->setVisible(rows().isNearest());
}

void ChildrenPage::addChild()
{
    const auto accounts = app::listAccounts(context().session);
    if (!accounts)
        return banner().showError(accounts.error());
    AddChildDialog dialog(*accounts, context().session.account().id, context().session.today(),
                          this);
    dialog.add = [this](const Child& child, app::SamePerson samePerson) {
        return app::addChild(context().session, child, samePerson);
    };
    if (context().dialogs.run(dialog))
        emit placeRequested(
            {QStringLiteral("child"), text(dialog.added().value), QStringLiteral("about-me")});
}

}  // namespace homeward::ui
