#include "ui/matching/shortlist/compare_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/matching/shortlist/domain_fit_bar.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

QLabel* words(const QString& shown, QWidget* parent, const char* role = nullptr)
{
    auto* label = new QLabel(shown, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        setRole(label, role);
    return label;
}

using Lines = std::vector<ExplanationLine> Explanation::*;

const ExplanationLine* lineNamed(const std::vector<ExplanationLine>& lines, const QString& title)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const ExplanationLine& line) {
        return line.title == title;
    });
    return found == lines.end() ? nullptr : &*found;
}

/// Titles that at least one household has, in reading order.
QStringList titlesOf(const std::vector<Explanation>& households, Lines lines)
{
    QStringList titles;
    for (const Explanation& household : households)
        for (const ExplanationLine& line : household.*lines)
            if (!titles.contains(line.title))
                titles << line.title;
    return titles;
}

class Grid {
public:
    Grid(QGridLayout* layout, QWidget* parent, const std::vector<Explanation>& households)
        : m_layout(layout), m_parent(parent), m_households(households)
    {
    }

    template <typename Cell>
    void addRow(const QString& title, const char* role, Cell cell)
    {
        const int row = m_layout->rowCount();
        m_layout->addWidget(words(title, m_parent, role), row, 0);
        for (std::size_t i = 0; i < m_households.size(); ++i)
            m_layout->addWidget(cell(m_households[i], m_parent), row, static_cast<int>(i) + 1);
    }

    void addHeading(const QString& title)
    {
        auto* line = new QFrame(m_parent);
        line->setFrameShape(QFrame::HLine);
        const int columns = static_cast<int>(m_households.size()) + 1;
        m_layout->addWidget(line, m_layout->rowCount(), 0, 1, columns);
        m_layout->addWidget(words(title, m_parent, "heading"), m_layout->rowCount(), 0, 1, columns);
    }

private:
    QGridLayout* m_layout;
    QWidget* m_parent;
    const std::vector<Explanation>& m_households;
};

QWidget* domainCell(const ExplanationLine* line, QWidget* parent)
{
    if (!line)
        return words(QStringLiteral("–"), parent, "muted");
    auto* cell = new QWidget(parent);
    auto* layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (line->kind == ExplanationLine::Kind::Domain)
        layout->addWidget(
            new DomainFitBar(line->title, line->need, line->skill, line->critical, cell));
    QString shown = fitText(line->need, line->skill);
    if (line->critical)
        shown = CompareView::tr("%1 · critical").arg(shown);
    layout->addWidget(
        words(CompareView::tr("%1 · %2 points").arg(shown, tenthsText(line->pointTenths)), cell,
              "muted"));
    return cell;
}

QWidget* factorCell(const ExplanationLine* line, QWidget* parent)
{
    if (!line)
        return words(CompareView::tr("not known: ask"), parent, "muted");
    return words(
        CompareView::tr("%1 · %2 points").arg(line->sentence, tenthsText(line->pointTenths)),
        parent);
}

void addSummary(Grid& grid)
{
    grid.addRow(
        CompareView::tr("Score"), "heading", [](const Explanation& household, QWidget* parent) {
            const QString score =
                household.isAssessed() ? tenthsText(household.scoreTenths) : QStringLiteral("–");
            return words(CompareView::tr("%1 · %2").arg(score, label(household.band)), parent,
                         "heading");
        });
    grid.addRow(CompareView::tr("Household"), nullptr,
                [](const Explanation& household, QWidget* parent) {
                    return words(household.identity, parent);
                });
    grid.addRow(CompareView::tr("At a glance"), nullptr,
                [](const Explanation& household, QWidget* parent) {
                    return words(household.facts, parent);
                });
    grid.addRow(
        CompareView::tr("In the way"), nullptr, [](const Explanation& household, QWidget* parent) {
            return words(household.inTheWay.isEmpty() ? CompareView::tr("nothing")
                                                      : household.inTheWay.join(QLatin1Char('\n')),
                         parent);
        });
}

void addDetails(Grid& grid, const std::vector<Explanation>& households)
{
    grid.addHeading(CompareView::tr("Needs"));
    for (const QString& title : titlesOf(households, &Explanation::needs))
        grid.addRow(title, nullptr, [&](const Explanation& household, QWidget* parent) {
            return domainCell(lineNamed(household.needs, title), parent);
        });
    grid.addHeading(CompareView::tr("Practical"));
    for (const QString& title : titlesOf(households, &Explanation::practical))
        grid.addRow(title, nullptr, [&](const Explanation& household, QWidget* parent) {
            return factorCell(lineNamed(household.practical, title), parent);
        });
    grid.addHeading(CompareView::tr("Not known yet"));
    grid.addRow(CompareView::tr("Ask"), nullptr, [](const Explanation& household, QWidget* parent) {
        return words(household.questions.isEmpty() ? CompareView::tr("nothing")
                                                   : household.questions.join(QLatin1Char('\n')),
                     parent);
    });
}

}  // namespace

CompareView::CompareView(QWidget* parent) : QWidget(parent), m_scroll(new QScrollArea(this))
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setObjectName(QStringLiteral("compareScroll"));
    m_scroll->setAccessibleName(tr("Households side by side"));
    auto* back = new QPushButton(tr("Back to the shortlist"), this);
    back->setObjectName(QStringLiteral("backToShortlistButton"));
    setRole(back, "quiet");
    setFocusProxy(back);
    back->setToolTip(tr("Escape"));
    connect(back, &QPushButton::clicked, this, &CompareView::backRequested);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CompareView::backRequested);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(m_scroll, 1);
}

void CompareView::setHouseholds(const std::vector<Explanation>& households, bool mayChoose)
{
    auto* page = new QWidget(this);
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card({}, page);
    outer->addWidget(card);
    auto* layout = new QGridLayout;
    layout->setHorizontalSpacing(24);
    layout->setVerticalSpacing(8);
    layout->setColumnStretch(0, 2);
    for (int i = 0; i < static_cast<int>(households.size()); ++i)
        layout->setColumnStretch(i + 1, 3);
    Grid grid(layout, card, households);
    grid.addRow(QString(), nullptr, [](const Explanation& household, QWidget* parent) {
        return words(household.household, parent, "title");
    });
    addSummary(grid);
    addDetails(grid, households);
    if (mayChoose)
        grid.addRow(QString(), nullptr, [this](const Explanation& household, QWidget* parent) {
            auto* button = new QPushButton(tr("Choose…"), parent);
            button->setAccessibleName(tr("Choose %1").arg(household.household));
            const QString home = text(household.home.value);
            connect(button, &QPushButton::clicked, this,
                    [this, home] { emit chooseRequested(home); });
            return button;
        });
    card->body()->addLayout(layout);
    card->body()->addStretch(1);
    m_scroll->setWidget(page);
}

}  // namespace homeward::ui
