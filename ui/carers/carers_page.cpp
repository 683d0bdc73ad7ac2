#include "ui/carers/carers_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/session.h"
#include "support/text.h"
#include "ui/carers/home_table_model.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/cells/cell_delegate.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/csv_export.h"
#include "ui/shared/flow_layout.h"
#include "ui/shared/format.h"
#include "ui/shared/kept_place.h"
#include "ui/shared/record_lists.h"
#include "ui/shared/table_view.h"

namespace homeward::ui {
namespace {

QComboBox* choiceBox(const char* name, const QString& accessible, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessible);
    return box;
}

/// "yes", "no" or nothing, as the boxes hold it.
std::optional<bool> answerOf(const QComboBox& box)
{
    const QVariant data = box.currentData();
    return data.isValid() ? std::optional<bool>(data.toBool()) : std::nullopt;
}

}  // namespace

CarersPage::CarersPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_searchEdit(new QLineEdit(this)),
      m_kindBox(choiceBox("kindFilter", tr("Kind of home"), this)),
      m_statusBox(choiceBox("statusFilter", tr("Approval status"), this)),
      m_providerBox(choiceBox("providerFilter", tr("Own service or agency"), this)),
      m_skillsBox(choiceBox("skillsFilter", tr("Skills profile"), this)),
      m_freeBox(new QCheckBox(tr("Free place"), this)),
      m_clearButton(new QPushButton(tr("Clear filters"), this)),
      m_view(new TableView(QStringLiteral("carers"), this)),
      m_countLabel(new QLabel(this)),
      m_model(new HomeTableModel(this)),
      m_filter(new HomeFilterModel(this))
{
    buildFilters();
    build();
    connect(&m_context.lists, &RecordLists::homesReplaced, this, &CarersPage::showHomes);
    connect(&m_context.lists, &RecordLists::failed, m_banner, &Banner::showError);
    showHomes();
}

void CarersPage::buildFilters()
{
    m_searchEdit->setObjectName(QStringLiteral("carersSearchEdit"));
    m_searchEdit->setAccessibleName(tr("Search the register"));
    m_searchEdit->setPlaceholderText(tr("Household, carer, reference, provider or postcode"));
    m_searchEdit->setClearButtonEnabled(true);
    m_searchEdit->setFixedWidth(fontMetrics().averageCharWidth() * 32);
    m_kindBox->addItem(tr("All kinds"));
    for (const auto& [kind, key] : EnumKeys<HomeKind>::table)
        m_kindBox->addItem(label(kind), text(key));
    m_statusBox->addItem(tr("Any status"));
    for (const auto& [status, key] : EnumKeys<ApprovalStatus>::table)
        m_statusBox->addItem(label(status), text(key));
    m_providerBox->addItem(tr("Any provider"));
    m_providerBox->addItem(tr("Own service"), true);
    m_providerBox->addItem(tr("Agency or other"), false);
    m_skillsBox->addItem(tr("Skills or none"));
    m_skillsBox->addItem(tr("With skills"), true);
    m_skillsBox->addItem(tr("No skills yet"), false);
    m_freeBox->setObjectName(QStringLiteral("freeFilter"));
    m_freeBox->setToolTip(tr("Only approved homes with at least one free place today"));

    for (QComboBox* box : {m_kindBox, m_statusBox, m_providerBox, m_skillsBox}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->setToolTip(box->accessibleName());
    }
    m_clearButton->setObjectName(QStringLiteral("clearHomeFiltersButton"));
    setRole(m_clearButton, "quiet");
    connect(m_clearButton, &QPushButton::clicked, this, &CarersPage::clearFilters);
    connect(m_searchEdit, &QLineEdit::textChanged, this, &CarersPage::filter);
    for (QComboBox* box : {m_kindBox, m_statusBox, m_providerBox, m_skillsBox})
        connect(box, &QComboBox::currentIndexChanged, this, &CarersPage::filter);
    connect(m_freeBox, &QCheckBox::toggled, this, &CarersPage::filter);
}

void CarersPage::buildHeader()
{
    auto* copyButton = new QPushButton(tr("Copy"), this);
    copyButton->setObjectName(QStringLiteral("copyHomesButton"));
    copyButton->setAccessibleName(tr("Copy the selected homes, or the whole list"));
    connect(copyButton, &QPushButton::clicked, this, [this] {
        if (!m_view->selectionModel()->hasSelection())
            m_view->selectAll();
        if (m_view->copySelection())
            m_banner->show(Banner::Tone::Success, tr("Copied"), {});
    });
    auto* exportButton = new QPushButton(tr("Export…"), this);
    exportButton->setObjectName(QStringLiteral("exportHomesButton"));
    exportButton->setAccessibleName(tr("Export the list as CSV"));
    connect(exportButton, &QPushButton::clicked, this, &CarersPage::exportCsv);
    auto* addButton = new QPushButton(tr("Add household"), this);
    addButton->setObjectName(QStringLiteral("addHomeButton"));
    addButton->setVisible(m_context.session.may(Right::EditHomes));
    setRole(addButton, "primary");
    connect(addButton, &QPushButton::clicked, this, [this] {
        emit placeRequested(
            {QStringLiteral("home"), QStringLiteral("new"), QStringLiteral("household")});
    });
    m_header->setTitle(tr("Carers and homes"));
    m_header->actions()->addWidget(copyButton);
    m_header->actions()->addWidget(exportButton);
    m_header->actions()->addWidget(addButton);
}

void CarersPage::build()
{
    m_filter->setSourceModel(m_model);
    m_view->setObjectName(QStringLiteral("homesView"));
    m_view->setAccessibleName(tr("Homes of the register"));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->sortByColumn(HomeTableModel::NameColumn, Qt::AscendingOrder);
    m_view->horizontalHeader()->setStretchLastSection(false);
    const auto room = [this](const QString& words) {
        return fontMetrics().horizontalAdvance(words) + 20;
    };
    const int name = room(QStringLiteral("Ash household"));
    const int pill = room(label(ApprovalStatus::InAssessment)) + 18;
    m_view->setLeastWidths({name, name, name, pill, room(tr("%1 of %2").arg(10).arg(10)), 0,
                            room(agesText(10, 17)), room(sexTermsText(Sex::Male)),
                            room(tr("none yet")), room(QStringLiteral("ZZ99 9ZZ")),
                            room(QStringLiteral("£10,000"))});
    m_view->setColumnShares({170, 170, 190, 1, 1, 1, 1, 1, 1, 1, 1});
    connect(m_view, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        emit placeRequested({QStringLiteral("home"), index.data(RecordIdRole).toString(), {}});
    });
    m_countLabel->setObjectName(QStringLiteral("homesCountLabel"));
    setRole(m_countLabel, "muted");

    buildHeader();

    auto* filters = new FlowLayout(nullptr, 8, 8);
    filters->addWidget(m_searchEdit);
    for (QWidget* part : std::initializer_list<QWidget*>{m_kindBox, m_statusBox, m_providerBox,
                                                         m_skillsBox, m_freeBox, m_clearButton})
        filters->addWidget(part);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addLayout(filters);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_countLabel);
}

void CarersPage::open(const Place& /*place*/)
{
    m_searchEdit->setFocus();
    emit titleChanged(tr("Carers"));
}

Place CarersPage::place() const
{
    return {QStringLiteral("carers"), {}, {}};
}

std::optional<QTime> CarersPage::readAt() const
{
    return m_context.lists.homesReadAt();
}

void CarersPage::showHomes()
{
    const KeptPlace kept(*this);
    m_model->setRows(m_context.lists.homes());
    int approved = 0;
    int free = 0;
    for (const app::HomeRow& home : m_model->rows()) {
        if (home.status != ApprovalStatus::Approved)
            continue;
        ++approved;
        free += home.free;
    }
    m_header->setFacts(
        tr("%1 homes on the register · %2 approved · %3 places free in approved homes")
            .arg(m_model->rowCount())
            .arg(approved)
            .arg(free));
    filter();
}

void CarersPage::clearFilters()
{
    m_searchEdit->clear();
    for (QComboBox* box : {m_kindBox, m_statusBox, m_providerBox, m_skillsBox})
        box->setCurrentIndex(0);
    m_freeBox->setChecked(false);
}

void CarersPage::filter()
{
    HomeCriteria criteria;
    criteria.foldedTyped = foldedForSearch(utf8(m_searchEdit->text()));
    criteria.kind = fromKey<HomeKind>(utf8(m_kindBox->currentData().toString()));
    criteria.status = fromKey<ApprovalStatus>(utf8(m_statusBox->currentData().toString()));
    criteria.ownService = answerOf(*m_providerBox);
    criteria.hasSkills = answerOf(*m_skillsBox);
    criteria.withFreePlace = m_freeBox->isChecked();
    m_filter->setCriteria(criteria);
    m_clearButton->setEnabled(criteria != HomeCriteria());
    if (m_model->rowCount() > 0)
        m_view->setEmptyText(tr("No home fits. Change what you typed or widen the filters."));
    else if (m_context.lists.isLoaded())
        m_view->setEmptyText(tr("No homes yet. Add the first household, or import a return."));
    else
        m_view->setEmptyText(tr("Reading the register…"));
    m_countLabel->setText(tr("%1 of %2 homes · %3 free places in the approved ones shown")
                              .arg(m_filter->rowCount())
                              .arg(m_model->rowCount())
                              .arg(m_filter->freePlaces()));
}

void CarersPage::exportCsv()
{
    exportTable(m_context, this, *m_banner, tr("homes.csv"), *m_view);
}

}  // namespace homeward::ui
