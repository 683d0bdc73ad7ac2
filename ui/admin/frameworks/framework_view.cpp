#include "ui/admin/frameworks/framework_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

FrameworkView::FrameworkView(QWidget* parent)
    : Card(QStringLiteral(" "), parent),
      m_tree(new QTreeWidget(this)),
      m_words(new WordsBrowser(this))
{
    m_tree->setObjectName(QStringLiteral("frameworkTree"));
    m_tree->setAccessibleName(tr("Outcomes and domains"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setMinimumHeight(96);
    m_tree->setMinimumWidth(180);
    m_words->setObjectName(QStringLiteral("frameworkText"));
    m_words->setAccessibleName(tr("Sentences of the domain"));
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setStyleSheet(
        QStringLiteral("QTextBrowser { background: transparent; border: none; }"));
    m_tree->setStyleSheet(QStringLiteral("QTreeView::item { padding: 3px 0; }"));
    m_words->setMinimumWidth(240);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_tree, 2);
    row->addWidget(m_words, 5);
    body()->addLayout(row, 1);
    connect(m_tree, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem* item) { showItem(item); });
    connect(&Theme::instance(), &Theme::changed, this, [this] { showItem(m_tree->currentItem()); });
}

void FrameworkView::showFramework(const NeedsFramework& framework)
{
    m_framework = framework;
    setTitle(tr("%1, version %2").arg(text(framework.title), text(framework.version)));
    setSubtitle(tr("%1, %2. Each domain has a sentence for every level of need and of skill.")
                    .arg(tr("%n outcome(s)", nullptr, static_cast<int>(framework.outcomes.size())),
                         tr("%n domain(s)", nullptr, static_cast<int>(framework.domains.size()))));
    m_tree->clear();
    QTreeWidgetItem* first = nullptr;
    for (const NeedsFramework::Outcome& outcome : framework.outcomes) {
        auto* parent = new QTreeWidgetItem(m_tree, {text(outcome.title)});
        QFont bold = m_tree->font();
        bold.setBold(true);
        parent->setFont(0, bold);
        parent->setFlags(Qt::ItemIsEnabled);
        for (const NeedsFramework::Domain& domain : framework.domains) {
            if (domain.outcomeKey != outcome.key)
                continue;
            auto* child = new QTreeWidgetItem(parent, {text(domain.title)});
            child->setData(0, Qt::UserRole, text(domain.key));
            child->setToolTip(0, text(domain.title));
            first = first ? first : child;
        }
    }
    m_tree->expandAll();
    m_tree->setCurrentItem(first);
}

Markup FrameworkView::levelsMarkup(const QString& heading,
                                   const std::array<std::string, kLevelCount>& names,
                                   const std::array<std::string, kLevelCount>& words) const
{
    const QString muted = Theme::instance().colours().mutedText.name();
    Markup markup(QStringLiteral("<p><b>%1</b></p><table width=\"100%\" cellspacing=\"0\" "
                                 "cellpadding=\"4\">"),
                  {heading});
    for (std::size_t level = 0; level < words.size(); ++level)
        markup += Markup(QStringLiteral("<tr><td width=\"24%\"><b>%1</b>&nbsp;&nbsp;<span "
                                        "style=\"color:%2\">%3</span></td><td>%4</td></tr>"),
                         {QString::number(level), muted, text(names[level]), text(words[level])});
    markup += Markup(QStringLiteral("</table>"));
    return markup;
}

Markup FrameworkView::domainMarkup(const NeedsFramework::Domain& domain) const
{
    Markup markup(QStringLiteral("<h3>%1</h3><p>%2</p>"),
                  {text(domain.title), text(domain.guidance)});
    markup += levelsMarkup(tr("What a child needs"), m_framework.needLevels, domain.need);
    markup += levelsMarkup(tr("What a carer can do"), m_framework.skillLevels, domain.skill);
    markup += Markup(QStringLiteral("<p style=\"color:%1\">%2</p>"),
                     {Theme::instance().colours().mutedText.name(),
                      tr("Weight in matching: %1").arg(QLocale().toString(domain.weight))});
    return markup;
}

void FrameworkView::showItem(const QTreeWidgetItem* item)
{
    const NeedsFramework::Domain* domain =
        item ? m_framework.findDomain(utf8(item->data(0, Qt::UserRole).toString())) : nullptr;
    setMarkup(*m_words->document(), domain ? domainMarkup(*domain) : Markup());
}

}  // namespace homeward::ui
