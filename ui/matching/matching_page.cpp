#include "ui/matching/matching_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "app/session.h"
#include "ui/matching/seeker_table_model.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/cells/cell_delegate.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"
#include "ui/shared/kept_place.h"
#include "ui/shared/plain_words.h"
#include "ui/shared/record_lists.h"
#include "ui/shared/table_view.h"

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
    : Page(parent),
      m_context(context),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_searchEdit(new QLineEdit(this)),
      m_scopeBox(new QComboBox(this)),
      m_recentRow(new QWidget(this)),
      m_recentLayout(new QHBoxLayout(m_recentRow)),
      m_view(new TableView(QStringLiteral("matching"), this)),
      m_countLabel(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_list(new QWidget(m_stack)),
      m_model(new SeekerTableModel(this)),
      m_filter(new SeekerFilterModel(this))
{
    build();
    connect(m_searchEdit, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_filter->setTyped(typed);
        showCount();
    });
    connect(m_searchEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_filter->rowCount() > 0)
            pick(m_filter->index(0, 0).data(RecordIdRole).toString());
    });
    connect(m_scopeBox, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setScope(static_cast<SeekerFilterModel::Scope>(index));
        showCount();
    });
    connect(m_view, &TableView::rowActivated, this,
            [this](const QModelIndex& index) { pick(index.data(RecordIdRole).toString()); });
    connect(&m_context.lists, &RecordLists::childrenReplaced, this, &MatchingPage::showChildren);
    connect(&m_context.lists, &RecordLists::failed, m_banner, &Banner::showError);
    showChildren();
}

void MatchingPage::build()
{
    m_searchEdit->setObjectName(QStringLiteral("seekerSearchEdit"));
    m_searchEdit->setAccessibleName(tr("Search for a child"));
    m_searchEdit->setPlaceholderText(tr("Name, case number or where the child lives"));
    m_searchEdit->setClearButtonEnabled(true);
    m_scopeBox->setObjectName(QStringLiteral("seekerScopeBox"));
    m_scopeBox->setAccessibleName(tr("Which children"));
    m_scopeBox->addItems({tr("In care, in no household of the register"),
                          tr("All children in care"), tr("Every child on record")});
    m_recentLayout->setContentsMargins(0, 0, 0, 0);
    m_recentLayout->setSpacing(4);

    m_filter->setSourceModel(m_model);
    m_view->setObjectName(QStringLiteral("seekersView"));
    m_view->setAccessibleName(tr("Children a home can be looked for"));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->sortByColumn(SeekerTableModel::SinceColumn, Qt::DescendingOrder);
    const int widths[] = {190, 70, 230, 120, 120, 160, 140};
    for (int i = 0; i < SeekerTableModel::ColumnCount; ++i)
        m_view->setColumnWidth(i, widths[i]);
    setRole(m_countLabel, "muted");
    m_countLabel->setObjectName(QStringLiteral("seekerCountLabel"));

    m_findButton = new QPushButton(tr("Find a home"), this);
    m_findButton->setObjectName(QStringLiteral("findHomeButton"));
    setRole(m_findButton, "primary");
    m_findButton->setEnabled(false);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, m_findButton,
            [this] { m_findButton->setEnabled(m_view->selectionModel()->hasSelection()); });
    connect(m_findButton, &QPushButton::clicked, this,
            [this] { pick(m_view->currentIndex().data(RecordIdRole).toString()); });
    m_header->setTitle(tr("Who needs a home?"));
    m_header->actions()->addWidget(m_findButton);

    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(m_searchEdit, 1);
    filters->addWidget(m_scopeBox);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    auto* list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(8);
    list->addLayout(filters);
    list->addWidget(m_recentRow);
    list->addWidget(m_view, 1);
    list->addWidget(m_countLabel);
    m_stack->addWidget(m_list);
    m_noChildren = buildEmptyState();
    m_stack->addWidget(m_noChildren);
}

QWidget* MatchingPage::buildEmptyState()
{
    const bool mayImport = m_context.session.may(Right::ImportReturns);
    auto* none = new EmptyState(
        QStringLiteral("children"), tr("No children yet"),
        mayImport
            ? tr("A home is looked for a child on record. Import your statutory return, which "
                 "brings every child with the whole history, or add one child by hand on the "
                 "Children page.")
            : tr("A home is looked for a child on record. Add the first one on the Children "
                 "page, or ask somebody who may import your statutory return."),
        mayImport ? tr("Import a return") : tr("To the children"), m_stack);
    none->setObjectName(QStringLiteral("noChildrenState"));
    connect(none, &EmptyState::actionRequested, this, [this, mayImport] {
        emit placeRequested(
            {mayImport ? QStringLiteral("import") : QStringLiteral("children"), {}, {}});
    });
    return none;
}

void MatchingPage::open(const Place& /*place*/)
{
    showRecent();
    m_searchEdit->setFocus();
    emit titleChanged(tr("Matching"));
}

Place MatchingPage::place() const
{
    return {QStringLiteral("matching"), {}, {}};
}

std::optional<QTime> MatchingPage::readAt() const
{
    return m_context.lists.childrenReadAt();
}

void MatchingPage::showChildren()
{
    const KeptPlace kept(*this);
    const std::vector<app::ChildRow>& children = m_context.lists.children();
    m_model->setRows(children);
    const auto inCare = std::count_if(children.begin(), children.end(),
                                      [](const app::ChildRow& row) { return row.inCare; });
    const auto without =
        std::count_if(children.begin(), children.end(),
                      [](const app::ChildRow& row) { return row.inCare && row.home.isEmpty(); });
    const bool none = m_context.lists.childrenLoaded() && children.empty();
    m_stack->setCurrentWidget(none ? m_noChildren : m_list);
    m_findButton->setVisible(!none);
    m_header->setFacts(tr("%1 children in care · %2 of them in no household of the register")
                           .arg(inCare)
                           .arg(without));
    showCount();
    showRecent();
}

void MatchingPage::showCount()
{
    m_view->setEmptyText(!m_context.lists.isLoaded()
                             ? tr("Reading the children…")
                             : tr("No child fits. Change what you typed, or look among all "
                                  "children in care."));
    m_countLabel->setText(
        tr("%1 of %2 children").arg(m_filter->rowCount()).arg(m_model->rowCount()));
}

void MatchingPage::showRecent()
{
    while (QLayoutItem* item = m_recentLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto& children = m_context.lists.children();
    const QStringList recent = recentSearches(authorityKey(m_context));
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
    rememberSearch(authorityKey(m_context), childId);
    emit placeRequested({QStringLiteral("shortlist"), childId, {}});
}

}  // namespace homeward::ui
