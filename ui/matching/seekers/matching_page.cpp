#include "ui/matching/seekers/matching_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QUrl>

#include "app/session/session.h"
#include "ui/matching/seekers/seeker_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/filter_bar.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr int kMostRecent = 6;

QString recentKey(const QString& authority)
{
    return QStringLiteral("matching/recent/") +
           QString::fromLatin1(QUrl::toPercentEncoding(authority));
}

QString authorityKey(const PageContext& context)
{
    return QString::fromStdString(context.session.authority().folder.string());
}

QString careKey(CareNow care)
{
    return text(toKey(care));
}

ListNames names()
{
    return {QStringLiteral("matching"),
            QStringLiteral("shortlist"),
            MatchingPage::tr("Who needs a home?"),
            {QStringLiteral("matching"), QStringLiteral("seekersView"),
             MatchingPage::tr("Children a home can be looked for")},
            MatchingPage::tr("who-needs-a-home.csv"),
            MatchingPage::tr("Copy the selected children, or the whole list"),
            MatchingPage::tr("Matching")};
}

}  // namespace

QStringList recentSearches(const QString& authority)
{
    return QSettings().value(recentKey(authority)).toStringList();
}

void rememberSearch(const QString& authority, const QString& childId)
{
    QStringList recent = recentSearches(authority);
    recent.removeAll(childId);
    recent.prepend(childId);
    QSettings().setValue(recentKey(authority), recent.mid(0, kMostRecent));
}

MatchingPage::MatchingPage(const PageContext& context, QWidget* parent)
    : PagedListPage(context, names(), new SeekerTableModel(context.session.today()),
                    kTouchChildRows, parent),
      m_model(model<SeekerTableModel>()),
      m_recent(
          this, context, {app::Aggregate::Child},
          [this](app::Session& session) { return app::childRows(session, recentChildren()); },
          [this](const Result<std::vector<app::ChildRow>>& children) {
              if (children)
                  showRecent(*children);
          }),
      m_recentRow(new QWidget(this)),
      m_recentLayout(new QHBoxLayout(m_recentRow)),
      m_count(new QLabel(this)),
      m_find(addAction(QStringLiteral("findHomeButton"), tr("Find a home")))
{
    filters().addSearch(QStringLiteral("seekerSearchEdit"), tr("Search for a child"),
                        tr("Name, case number or home"));
    m_scope = filters().addChoice(
        QStringLiteral("seekerScopeBox"), tr("Which children"),
        {{tr("All children in care"), careKey(CareNow::InCare)},
         {tr("A home has to be found"), careKey(CareNow::NeedsHome)},
         {tr("In care, in no household of the register"), careKey(CareNow::WithoutHousehold)},
         {tr("Every child on record"), careKey(CareNow::Everyone)}});
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    offerSavedFilters();
    m_recentLayout->setContentsMargins(0, 0, 0, 0);
    m_recentLayout->setSpacing(4);
    addAbove(m_recentRow);
    setRole(m_count, "muted");
    m_count->setObjectName(QStringLiteral("seekerCountLabel"));
    addBelow(m_count);
    view().setSelectionMode(QAbstractItemView::SingleSelection);
    view().setEmptyText(
        tr("No child fits. Change what you typed, or look among all children in care."));
    m_find->setEnabled(false);
    connect(view().selectionModel(), &QItemSelectionModel::selectionChanged, m_find,
            [this] { m_find->setEnabled(view().selectionModel()->hasSelection()); });
    connect(m_find, &QPushButton::clicked, this, [this] { pick(chosenRecord()); });
    buildEmptyState();
    sayWhileReading(tr("Reading the children…"));
    start();
    m_recent.read();
}

void MatchingPage::buildEmptyState()
{
    const bool mayImport = context().session.may(Right::ImportReturns);
    auto* none = sayWhenNone(
        {QStringLiteral("children"), tr("No children yet"),
         mayImport
             ? tr("A home is looked for a child on record. Import your statutory return, which "
                  "brings every child with the whole history, or add one child by hand on the "
                  "Children page.")
             : tr("A home is looked for a child on record. Add the first one on the Children "
                  "page, or ask somebody who may import your statutory return."),
         mayImport ? tr("Import a return") : tr("To the children")});
    none->setObjectName(QStringLiteral("noChildrenState"));
    connect(none, &EmptyState::actionRequested, this, [this, mayImport] {
        emit placeRequested(
            {mayImport ? QStringLiteral("import") : QStringLiteral("children"), {}, {}});
    });
}

void MatchingPage::open(const Place& place)
{
    m_recent.read();
    ListPage::open(place);
}

app::ChildListAsked MatchingPage::asked() const
{
    app::ChildListAsked asked;
    asked.order = m_model->order();
    asked.descending = m_model->sortOrder() == Qt::DescendingOrder;
    asked.filter.typed = utf8(filters().typed());
    asked.filter.care = *fromKey<CareNow>(utf8(m_scope->currentData().toString()));
    return asked;
}

MatchingPage::Counter MatchingPage::counter() const
{
    return [filter = asked().filter](app::Session& session) {
        return app::countChildren(session, filter);
    };
}

void MatchingPage::showCounts(const app::ChildCounts& counts)
{
    m_find->setVisible(counts.total > 0);
    const QStringList facts{tr("%Ln child(ren) in care", nullptr, counts.inCare),
                            tr("a home has to be found for %Ln of them", nullptr, counts.needHome)};
    header().setFacts(facts.join(QStringLiteral(" · ")));
    m_count->setText(
        tr("%1 of %Ln child(ren)", nullptr, counts.total).arg(countText(counts.matching)));
}

void MatchingPage::searchAccepted()
{
    if (m_model->rowCount() > 0)
        pick(text(m_model->rowAt(0).id.value));
}

void MatchingPage::openRow(const QModelIndex& index)
{
    pick(index.data(RecordIdRole).toString());
}

std::vector<ChildId> MatchingPage::recentChildren() const
{
    std::vector<ChildId> children;
    for (const QString& id : recentSearches(authorityKey(context())))
        children.push_back({utf8(id)});
    return children;
}

void MatchingPage::showRecent(const std::vector<app::ChildRow>& children)
{
    while (QLayoutItem* item = m_recentLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const app::ChildRow& child : children) {
        if (m_recentLayout->isEmpty()) {
            auto* caption = new QLabel(tr("Looked for lately:"), m_recentRow);
            setRole(caption, "muted");
            m_recentLayout->addWidget(caption);
        }
        auto* button = new QPushButton(buttonWords(text(child.displayName)), m_recentRow);
        button->setAccessibleName(tr("Find a home for %1").arg(text(child.displayName)));
        setRole(button, "quiet");
        connect(button, &QPushButton::clicked, this,
                [this, id = text(child.id.value)] { pick(id); });
        m_recentLayout->addWidget(button);
    }
    m_recentLayout->addStretch(1);
    m_recentRow->setVisible(m_recentLayout->count() > 1);
}

void MatchingPage::pick(const QString& childId)
{
    if (childId.isEmpty())
        return;
    rememberSearch(authorityKey(context()), childId);
    emit placeRequested({QStringLiteral("shortlist"), childId, {}});
}

}  // namespace homeward::ui
