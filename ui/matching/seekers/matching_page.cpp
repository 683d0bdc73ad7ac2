#include "ui/matching/seekers/matching_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QUrl>
#include <algorithm>

#include "app/session/session.h"
#include "ui/matching/seekers/seeker_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/card.h"
#include "ui/shared/pages/record_lists.h"
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
    : ListPage(context, names(), new SeekerTableModel, parent),
      m_model(model<SeekerTableModel>()),
      m_recentRow(new QWidget(this)),
      m_recentLayout(new QHBoxLayout(m_recentRow)),
      m_count(new QLabel(this)),
      m_find(addAction(QStringLiteral("findHomeButton"), tr("Find a home")))
{
    filters().addSearch(QStringLiteral("seekerSearchEdit"), tr("Search for a child"),
                        tr("Name, case number or where the child lives"));
    m_scope = filters().addChoice(QStringLiteral("seekerScopeBox"), tr("Which children"),
                                  {{tr("In care, in no household of the register"), 0},
                                   {tr("All children in care"), 1},
                                   {tr("Every child on record"), 2}});
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
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
    connect(&context.lists, &RecordLists::childrenReplaced, this, &MatchingPage::showChildren);
    start();
    showChildren();
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
    showRecent();
    ListPage::open(place);
}

std::optional<QTime> MatchingPage::readAt() const
{
    return context().lists.childrenReadAt();
}

void MatchingPage::showChildren()
{
    const std::vector<app::ChildRow>& children = context().lists.children();
    keepingPlace([&] { m_model->setRows(children); });
    const auto inCare = std::count_if(children.begin(), children.end(),
                                      [](const app::ChildRow& row) { return row.inCare; });
    const auto without =
        std::count_if(children.begin(), children.end(),
                      [](const app::ChildRow& row) { return row.inCare && row.home.isEmpty(); });
    m_find->setVisible(!context().lists.childrenLoaded() || !children.empty());
    header().setFacts(tr("%1 children in care · %2 of them in no household of the register")
                          .arg(inCare)
                          .arg(without));
    narrow();
    showRecent();
}

void MatchingPage::narrow()
{
    m_model->setScope(static_cast<SeekerTableModel::Scope>(m_scope->currentIndex()));
    m_model->setTyped(filters().typed());
    m_count->setText(tr("%1 of %2 children").arg(m_model->rowCount()).arg(m_model->totalCount()));
    showState(context().lists.childrenLoaded());
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

void MatchingPage::showRecent()
{
    while (QLayoutItem* item = m_recentLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto& children = context().lists.children();
    const QStringList recent = recentSearches(authorityKey(context()));
    for (const QString& id : recent) {
        const auto child =
            std::find_if(children.begin(), children.end(),
                         [&](const app::ChildRow& row) { return row.id.value == utf8(id); });
        if (child == children.end())
            continue;
        if (m_recentLayout->isEmpty()) {
            auto* caption = new QLabel(tr("Looked for lately:"), m_recentRow);
            setRole(caption, "muted");
            m_recentLayout->addWidget(caption);
        }
        auto* button = new QPushButton(buttonWords(text(child->displayName)), m_recentRow);
        button->setAccessibleName(tr("Find a home for %1").arg(text(child->displayName)));
        setRole(button, "quiet");
        connect(button, &QPushButton::clicked, this, [this, id] { pick(id); });
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
