#include "ui/carers/list/carers_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/session/session.h"
#include "ui/carers/list/home_table_model.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/filter_bar.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

ListNames names()
{
    return {QStringLiteral("carers"),
            QStringLiteral("home"),
            CarersPage::tr("Carers and homes"),
            {QStringLiteral("carers"), QStringLiteral("homesView"),
             CarersPage::tr("Homes of the register")},
            CarersPage::tr("homes.csv"),
            CarersPage::tr("Copy the selected homes, or the whole list"),
            CarersPage::tr("Carers")};
}

}  // namespace

CarersPage::CarersPage(const PageContext& context, QWidget* parent)
    : PagedListPage(context, names(), new HomeTableModel, kTouchHomeRows, parent),
      m_model(model<HomeTableModel>()),
      m_count(new QLabel(this))
{
    addFilters();
    auto* providers = addAction(QStringLiteral("providersButton"), tr("Providers"), false);
    connect(providers, &QPushButton::clicked, this, [this] {
        emit placeRequested({QStringLiteral("providers"), {}, {}});
    });
    auto* add = addAction(QStringLiteral("addHomeButton"), tr("Add household"));
    add->setVisible(context.session.may(Right::EditHomes));
    connect(add, &QPushButton::clicked, this, [this] {
        emit placeRequested(
            {QStringLiteral("home"), QStringLiteral("new"), QStringLiteral("household")});
    });
    m_count->setObjectName(QStringLiteral("homesCountLabel"));
    setRole(m_count, "muted");
    addBelow(m_count);
    sayWhenNone({QStringLiteral("carers"), tr("No homes yet"),
                 tr("Add the first household, or import a return.")});
    sayWhenNoMatch({QStringLiteral("search"), tr("No home fits"),
                    tr("Change what you typed or widen the filters.")});
    sayWhileReading(tr("Reading the register…"));
    start();
}

void CarersPage::addFilters()
{
    FilterBar& bar = filters();
    bar.addSearch(QStringLiteral("carersSearchEdit"), tr("Search the register"),
                  tr("Home, carer, provider, postcode"));
    FilterBar::Choices kinds{{tr("All kinds"), {}}};
    for (const auto& [kind, key] : EnumKeys<HomeKind>::table)
        kinds << std::pair(label(kind), text(key));
    FilterBar::Choices statuses{{tr("Any status"), {}}};
    for (const auto& [status, key] : EnumKeys<ApprovalStatus>::table)
        statuses << std::pair(label(status), text(key));
    m_kind = bar.addChoice(QStringLiteral("kindFilter"), tr("Kind of home"), kinds);
    m_status = bar.addChoice(QStringLiteral("statusFilter"), tr("Approval status"), statuses);
    m_provider = bar.addChoice(
        QStringLiteral("providerFilter"), tr("Own service or agency"),
        {{tr("Any provider"), {}}, {tr("Own service"), true}, {tr("Agency or other"), false}});
    m_skills = bar.addChoice(
        QStringLiteral("skillsFilter"), tr("Skills profile"),
        {{tr("Skills or none"), {}}, {tr("With skills"), true}, {tr("No skills yet"), false}});
    m_free = bar.addCheck(QStringLiteral("freeFilter"), tr("Free place"),
                          tr("Only approved homes with at least one free place today"));
    bar.addClear(QStringLiteral("clearHomeFiltersButton"));
    offerSavedFilters();
}

void CarersPage::open(const Place& place)
{
    if (!place.record.isEmpty()) {
        filters().clear();
        filters().search()->setText(place.record);
    }
    ListPage::open(place);
}

app::HomeListAsked CarersPage::asked() const
{
    app::HomeListAsked asked;
    asked.order = m_model->order();
    asked.descending = m_model->sortOrder() == Qt::DescendingOrder;
    HomeFilter& filter = asked.filter;
    filter.typed = utf8(filters().typed());
    filter.kind = fromKey<HomeKind>(utf8(m_kind->currentData().toString()));
    filter.status = fromKey<ApprovalStatus>(utf8(m_status->currentData().toString()));
    filter.ownService = answerOf(*m_provider);
    filter.hasSkills = answerOf(*m_skills);
    filter.withFreePlace = m_free->isChecked();
    return asked;
}

CarersPage::Counter CarersPage::counter() const
{
    return [filter = asked().filter](app::Session& session) {
        return app::countHomes(session, filter);
    };
}

void CarersPage::showCounts(const app::RegisterCounts& counts)
{
    const QStringList facts{tr("%Ln home(s) on the register", nullptr, counts.total.homes),
                            tr("%Ln approved", nullptr, counts.total.approved),
                            tr("%Ln place(s) free in approved homes", nullptr, counts.total.free)};
    header().setFacts(facts.join(QStringLiteral(" · ")));
    QStringList shown{
        tr("%1 of %Ln home(s)", nullptr, counts.total.homes).arg(countText(counts.matching.homes))};
    if (isCounted())
        shown << tr("%Ln free place(s) in the approved ones shown", nullptr, counts.matching.free);
    m_count->setText(shown.join(QStringLiteral(" · ")));
}

}  // namespace homeward::ui
