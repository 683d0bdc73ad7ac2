#include "ui/insight/children_behind_view.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/insight/cohort_filter.h"
#include "ui/insight/needs_change_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

ChildrenBehindView::ChildrenBehindView(QWidget* parent)
    : Card(QStringLiteral(" "), parent),
      m_model(new ChildrenBehindModel(this)),
      m_table(new TableView({QStringLiteral("insight/childrenBehind"),
                             QStringLiteral("childrenBehindTable"),
                             {},
                             tr("No children to show here.")},
                            m_model, this))
{
    auto* back = new QPushButton(tr("Back to the chart"), this);
    back->setObjectName(QStringLiteral("backToChartButton"));
    back->setIcon(Theme::instance().icon(QStringLiteral("back")));
    headerTools()->addWidget(back);
    connect(back, &QPushButton::clicked, this, &ChildrenBehindView::backRequested);

    m_table->setMinimumHeight(200);
    body()->addWidget(m_table, 1);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        emit childRequested(index.data(RecordIdRole).toString());
    });
}

void ChildrenBehindView::showChildren(const app::InsightData& source, const Cohort& cohort,
                                      const std::string& domainKey)
{
    m_domainKey = domainKey;
    std::vector<analytics::ChildChange> rows =
        analytics::childrenBehind(source.children, source.framework, cohort, domainKey, kOwnLimit);
    const NeedsFramework::Domain* domain = source.framework.findDomain(domainKey);
    const bool suppressed = rows.empty();
    const QString title = domain ? text(domain->title) : tr("All domains together");
    m_heading =
        suppressed ? title : tr("%1: %2").arg(title, childrenText(static_cast<int>(rows.size())));
    setTitle(m_heading);
    setSubtitle(suppressed
                    ? tr("There are %1 here, so the list is not shown.").arg(tooFewText())
                    : tr("Of %1, those with two assessments or more; largest rise first. Enter or "
                         "double click opens the child over time.")
                          .arg(cohortText(cohort)));
    m_table->setAccessibleName(tr("Children behind %1").arg(title));
    m_model->setRows(std::move(rows), source.names, domain == nullptr);
    if (m_table->model()->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
}

}  // namespace homeward::ui
