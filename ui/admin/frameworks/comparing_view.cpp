#include "ui/admin/frameworks/comparing_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/admin/frameworks/consequence_words.h"
#include "ui/admin/frameworks/framework_comparison_view.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/flow_layout.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

ComparingView::ComparingView(QWidget* parent)
    : QWidget(parent),
      m_choice(new QWidget(this)),
      m_back(new QPushButton(tr("Back to the versions"), m_choice)),
      m_before(new QComboBox(m_choice)),
      m_after(new QComboBox(m_choice)),
      m_consequences(new Card(tr("What making it current would do"), this)),
      m_warning(new QLabel(m_consequences)),
      m_lines(new QLabel(m_consequences)),
      m_comparison(new FrameworkComparisonView(this))
{
    build();
}

void ComparingView::build()
{
    m_back->setObjectName(QStringLiteral("backToVersionsButton"));
    m_back->setIcon(Theme::instance().icon(QStringLiteral("back")));
    connect(m_back, &QPushButton::clicked, this, &ComparingView::left);
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ComparingView::left);
    m_before->setObjectName(QStringLiteral("compareBeforeCombo"));
    m_after->setObjectName(QStringLiteral("compareAfterCombo"));
    m_before->setAccessibleName(tr("Version before"));
    m_after->setAccessibleName(tr("Version after"));
    for (QComboBox* combo : {m_before, m_after}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(combo, &QComboBox::activated, this, &ComparingView::versionsChosen);
    }
    auto* flow = new FlowLayout(m_choice, 8, 8);
    flow->addWidget(m_back);
    flow->addWidget(new QLabel(tr("From"), m_choice));
    flow->addWidget(m_before);
    flow->addWidget(new QLabel(tr("to"), m_choice));
    flow->addWidget(m_after);

    m_warning->setObjectName(QStringLiteral("needsLeftOutLabel"));
    setRole(m_warning, "pill-problem");
    m_lines->setObjectName(QStringLiteral("consequencesLabel"));
    for (QLabel* label : {m_warning, m_lines}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_consequences->body()->addWidget(label);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choice);
    layout->addWidget(m_consequences);
    layout->addWidget(m_comparison, 1);
    setFocusProxy(m_comparison);
}

void ComparingView::setVersions(const std::vector<app::FrameworkRow>& rows)
{
    for (QComboBox* combo : {m_before, m_after}) {
        const QString chosen = combo->currentData().toString();
        combo->clear();
        for (const app::FrameworkRow& row : rows)
            combo->addItem(tr("%1 %2").arg(text(row.title), text(row.version)), text(row.id.value));
        combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
    }
}

void ComparingView::choose(const FrameworkVersionId& before, const FrameworkVersionId& after)
{
    m_before->setCurrentIndex(m_before->findData(text(before.value)));
    m_after->setCurrentIndex(m_after->findData(text(after.value)));
}

QString ComparingView::before() const
{
    return m_before->currentData().toString();
}

QString ComparingView::after() const
{
    return m_after->currentData().toString();
}

void ComparingView::setOffer(bool offer)
{
    m_choice->setHidden(offer);
}

void ComparingView::compare(const NeedsFramework& before, const NeedsFramework& after)
{
    m_comparison->compare(before, after);
}

void ComparingView::showCounting()
{
    m_warning->hide();
    m_lines->setText(tr("Counting what it would change…"));
    m_consequences->show();
}

void ComparingView::showNotCounted()
{
    m_warning->hide();
    m_lines->setText(tr("It was not counted what this would change. Compare it again to count."));
}

void ComparingView::showConsequences(const app::FrameworkConsequences& consequences)
{
    const ConsequenceWords words = consequenceWords(consequences);
    m_warning->setText(words.warning);
    m_warning->setHidden(words.warning.isEmpty());
    m_lines->setText(words.lines.join(QLatin1Char('\n')));
    m_consequences->show();
}

void ComparingView::hideConsequences()
{
    m_consequences->hide();
}

}  // namespace homeward::ui
