#include "ui/admin/frameworks/framework_comparison_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

QString nameOf(const NeedsFramework& framework)
{
    return QStringLiteral("%1 %2").arg(text(framework.title), text(framework.version));
}

Markup sideOf(const QString& heading, const QString& words)
{
    return Markup(QStringLiteral("<p style=\"color:%1\">%2</p><p>%3</p>"),
                  {Theme::instance().colours().mutedText.name(), heading,
                   words.isEmpty() ? QStringLiteral("–") : words});
}

}  // namespace

FrameworkComparisonView::FrameworkComparisonView(QWidget* parent)
    : Card(QStringLiteral(" "), parent),
      m_model(new FrameworkComparisonModel(this)),
      m_table(new TableView(
          {QStringLiteral("admin/frameworkDifferences"),
           QStringLiteral("frameworkDifferencesTable"), tr("Differences between the two versions"),
           tr("The two say the same: no domain and no text differs.")},
          m_model, this)),
      m_before(new WordsBrowser(this)),
      m_after(new WordsBrowser(this))
{
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(120);
    setFocusProxy(m_table);
    body()->addWidget(m_table, 1);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    m_before->setObjectName(QStringLiteral("differenceBeforeText"));
    m_after->setObjectName(QStringLiteral("differenceAfterText"));
    m_before->setAccessibleName(tr("Text before"));
    m_after->setAccessibleName(tr("Text after"));
    for (WordsBrowser* side : {m_before, m_after}) {
        sides->addWidget(side);
    }
    body()->addLayout(sides);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FrameworkComparisonView::showDifference);
}

void FrameworkComparisonView::compare(const NeedsFramework& before, const NeedsFramework& after)
{
    m_beforeName = nameOf(before);
    m_afterName = nameOf(after);
    m_model->setRows(differencesOf(before, after));
    using Kind = FrameworkDifference::Kind;
    const auto count = [this](Kind kind) {
        return std::count_if(m_model->rows().begin(), m_model->rows().end(),
                             [kind](const FrameworkDifference& row) { return row.kind == kind; });
    };
    setTitle(tr("%1 compared with %2").arg(m_afterName, m_beforeName));
    setSubtitle(m_model->rows().empty() ? tr("No difference")
                                        : tr("Domains added: %1 · removed: %2 · texts changed: %3")
                                              .arg(count(Kind::Added))
                                              .arg(count(Kind::Removed))
                                              .arg(count(Kind::Changed)));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    for (WordsBrowser* side : {m_before, m_after})
        side->setVisible(m_model->rowCount() > 0);
    showDifference();
}

/// As high as the longer text, so that the list of differences has the rest.
void FrameworkComparisonView::fitSides()
{
    constexpr int kMost = 160;
    int needed = 0;
    for (const WordsBrowser* side : {m_before, m_after})
        needed = std::max(needed, static_cast<int>(side->document()->size().height()) +
                                      side->height() - side->viewport()->height());
    for (WordsBrowser* side : {m_before, m_after})
        side->setFixedHeight(std::min(needed, kMost));
}

/// Once the texts are laid out in their width; before, they have no height.
void FrameworkComparisonView::fitSoon()
{
    QMetaObject::invokeMethod(this, &FrameworkComparisonView::fitSides, Qt::QueuedConnection);
}

void FrameworkComparisonView::showEvent(QShowEvent* event)
{
    Card::showEvent(event);
    fitSoon();
}

void FrameworkComparisonView::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    fitSoon();
}

void FrameworkComparisonView::showDifference()
{
    const QModelIndex current = m_table->currentIndex();
    const auto cell = [&](int column) { return current.siblingAtColumn(column).data().toString(); };
    setMarkup(*m_before->document(),
              sideOf(m_beforeName, cell(FrameworkComparisonModel::BeforeColumn)));
    setMarkup(*m_after->document(),
              sideOf(m_afterName, cell(FrameworkComparisonModel::AfterColumn)));
    fitSoon();
}

}  // namespace homeward::ui
