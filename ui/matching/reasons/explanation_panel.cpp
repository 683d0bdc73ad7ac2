#include "ui/matching/reasons/explanation_panel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/matching/shortlist/domain_fit_bar.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

QLabel* selectableLabel(const QString& shown, QWidget* parent, const char* role = nullptr)
{
    auto* label = new QLabel(shown, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        setRole(label, role);
    return label;
}

QLabel* number(const QString& shown, QWidget* parent, const char* role = nullptr)
{
    auto* label = new QLabel(shown, parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (role)
        setRole(label, role);
    return label;
}

/// Tall enough to be round at its ends.
QLabel* pill(const QString& shown, const char* role, QWidget* parent)
{
    auto* label = new QLabel(shown, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    label->setFixedHeight(std::max(20, label->fontMetrics().height() + 4));
    setRole(label, role);
    return label;
}

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    return line;
}

QString pointsText(int points, int possible)
{
    return ExplanationPanel::tr("%1 of %2").arg(tenthsText(points), tenthsText(possible));
}

QPushButton* titleButton(const Explanation& explanation, QWidget* parent)
{
    auto* button = new QPushButton(ExplanationPanel::tr("Open"), parent);
    button->setObjectName(QStringLiteral("openHomeButton"));
    button->setAccessibleName(
        ExplanationPanel::tr("Open the page of %1").arg(explanation.household));
    setRole(button, "quiet");
    return button;
}

const char* pillRole(matching::Band band)
{
    const QString tone = toneOf(band);
    if (tone == QLatin1String("good"))
        return "pill-good";
    if (tone == QLatin1String("info"))
        return "pill-info";
    return tone == QLatin1String("warning") ? "pill-warning" : "pill-problem";
}

void addHeading(QVBoxLayout* layout, const QString& title, QWidget* parent)
{
    layout->addWidget(rule(parent));
    layout->addWidget(selectableLabel(title, parent, "heading"));
}

/// Heading with the name of the points column at its right.
void addLinesHeading(QGridLayout* grid, const QString& title, QWidget* parent)
{
    const int row = grid->rowCount();
    grid->addWidget(selectableLabel(title, parent, "heading"), row, 0, 1, 2);
    grid->addWidget(number(ExplanationPanel::tr("points"), parent, "muted"), row, 2);
}

void addSum(QGridLayout* grid, const QString& title, int points, int possible, QWidget* parent)
{
    const int row = grid->rowCount();
    grid->addWidget(selectableLabel(title, parent, "heading"), row, 0, 1, 2);
    grid->addWidget(number(pointsText(points, possible), parent, "heading"), row, 2);
}

/// The bar with its levels in words below it.
QWidget* fitCell(const ExplanationLine& line, QWidget* parent)
{
    auto* cell = new QWidget(parent);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new DomainFitBar(line.title, line.need, line.skill, line.critical, cell));
    QLabel* levels = selectableLabel(fitText(line.need, line.skill), cell, "muted");
    levels->setWordWrap(false);
    column->addWidget(levels);
    return cell;
}

void addDomainLine(QGridLayout* grid, const ExplanationLine& line, QWidget* parent)
{
    const int row = grid->rowCount();
    if (line.kind == ExplanationLine::Kind::NoAssessedNeed) {
        grid->addWidget(selectableLabel(line.title, parent), row, 0, 1, 2);
    } else {
        grid->addWidget(selectableLabel(line.title, parent), row, 0);
        grid->addWidget(fitCell(line, parent), row, 1);
    }
    grid->addWidget(number(pointsText(line.pointTenths, line.possibleTenths), parent), row, 2);
}

void addFactorLine(QGridLayout* grid, const ExplanationLine& line, QWidget* parent)
{
    const int row = grid->rowCount();
    // "Not known" says of what only with the title that the printed table has beside it.
    QLabel* sentence = selectableLabel(
        line.known ? line.sentence : ExplanationPanel::tr("%1: %2").arg(line.title, line.sentence),
        parent);
    sentence->setToolTip(line.title);
    grid->addWidget(sentence, row, 0);
    grid->addWidget(number(QLocale().toString(line.value, 'f', 2), parent, "muted"), row, 1);
    grid->addWidget(number(pointsText(line.pointTenths, line.possibleTenths), parent), row, 2);
}

QGridLayout* linesOf(const Explanation& explanation, QWidget* parent)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 5);
    grid->setColumnStretch(1, 4);
    if (!explanation.needs.empty()) {
        addLinesHeading(grid, ExplanationPanel::tr("Needs"), parent);
        for (const ExplanationLine& line : explanation.needs)
            addDomainLine(grid, line, parent);
        addSum(grid, ExplanationPanel::tr("Needs together"), explanation.needsTenths,
               explanation.needsPossibleTenths, parent);
    }
    if (!explanation.practical.empty()) {
        grid->addWidget(rule(parent), grid->rowCount(), 0, 1, 3);
        addLinesHeading(grid, ExplanationPanel::tr("Practical"), parent);
        for (const ExplanationLine& line : explanation.practical)
            addFactorLine(grid, line, parent);
        addSum(grid, ExplanationPanel::tr("Practical together"), explanation.practicalTenths,
               explanation.practicalPossibleTenths, parent);
    }
    if (!explanation.isAssessed())
        return grid;
    grid->addWidget(rule(parent), grid->rowCount(), 0, 1, 3);
    addSum(grid, ExplanationPanel::tr("Score"), explanation.scoreTenths,
           explanation.needsPossibleTenths + explanation.practicalPossibleTenths, parent);
    return grid;
}

/// A line with a pill in front, e.g. "ask".
void addMarked(QVBoxLayout* layout, const QString& mark, const char* role, const QString& shown,
               QWidget* parent)
{
    auto* row = new QHBoxLayout;
    row->addWidget(pill(mark, role, parent), 0, Qt::AlignTop);
    row->addWidget(selectableLabel(shown, parent), 1);
    layout->addLayout(row);
}

void addWords(QVBoxLayout* layout, const Explanation& explanation, QWidget* parent)
{
    if (!explanation.gaps.isEmpty()) {
        addHeading(layout, ExplanationPanel::tr("Gaps"), parent);
        for (const QString& gap : explanation.gaps)
            layout->addWidget(selectableLabel(gap, parent));
    }
    if (!explanation.questions.isEmpty()) {
        addHeading(layout, ExplanationPanel::tr("Not known yet"), parent);
        for (const QString& question : explanation.questions)
            addMarked(layout, ExplanationPanel::tr("ask"), "pill-warning", question, parent);
    }
    if (!explanation.withoutNeed.isEmpty()) {
        addHeading(layout, ExplanationPanel::tr("No additional need here, so no points"), parent);
        layout->addWidget(selectableLabel(explanation.withoutNeed, parent, "muted"));
    }
    if (!explanation.notAssessed.isEmpty()) {
        addHeading(layout, ExplanationPanel::tr("Level of need not known"), parent);
        layout->addWidget(selectableLabel(explanation.notAssessed, parent, "muted"));
    }
    layout->addWidget(rule(parent));
    layout->addWidget(selectableLabel(explanation.versions, parent, "muted"));
}

void addScore(QVBoxLayout* layout, const Explanation& explanation, QWidget* parent)
{
    QLabel* score = selectableLabel(explanation.scoreWords, parent);
    score->setObjectName(QStringLiteral("scoreWordsLabel"));
    layout->addWidget(score);
    if (!explanation.tie.isEmpty())
        layout->addWidget(selectableLabel(explanation.tie, parent, "muted"));
    if (explanation.explained)
        layout->addLayout(linesOf(explanation, parent));
    else
        layout->addWidget(
            selectableLabel(ExplanationPanel::tr("The score is not taken apart this far down the "
                                                 "list. Narrow the search to see its lines."),
                            parent, "muted"));
}

}  // namespace

ExplanationPanel::ExplanationPanel(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("explanationPanel"));
    setAccessibleName(tr("Why this household has this score"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
}

QVBoxLayout* ExplanationPanel::startAfresh()
{
    auto* page = new QWidget(this);
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    m_card = new Card({}, page);
    outer->addWidget(m_card);
    QVBoxLayout* layout = m_card->body();
    layout->setSpacing(8);
    setWidget(page);  // deletes the card shown before
    return layout;
}

void ExplanationPanel::showHint(const QString& title, const QString& hint)
{
    QVBoxLayout* layout = startAfresh();
    layout->addWidget(selectableLabel(title, m_card, "heading"));
    layout->addWidget(selectableLabel(hint, m_card, "muted"));
    layout->addStretch(1);
    fitHeight();
}

/// Words that wrap are taller the narrower they are; a scroll area asks only for the least height.
void ExplanationPanel::fitHeight()
{
    QWidget* const page = widget();
    if (!page)
        return;
    // In a language of long words the points would else stand outside.
    const int needed = page->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    if (needed > minimumWidth())
        setMinimumWidth(needed);
    page->setMinimumHeight(std::max(0, page->layout()->totalHeightForWidth(viewport()->width())));
}

void ExplanationPanel::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

bool ExplanationPanel::eventFilter(QObject* object, QEvent* event)
{
    const bool filtered = QScrollArea::eventFilter(object, event);
    // The words get their fonts only when they are first shown.
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        fitHeight();
    return filtered;
}

void ExplanationPanel::showExplanation(const Explanation& explanation)
{
    QVBoxLayout* layout = startAfresh();
    QWidget* card = m_card;

    auto* top = new QHBoxLayout;
    QLabel* title = selectableLabel(explanation.household, card, "title");
    title->setObjectName(QStringLiteral("explainedHouseholdLabel"));
    layout->addWidget(title);
    if (explanation.eligible)
        top->addWidget(pill(label(explanation.band), pillRole(explanation.band), card), 0,
                       Qt::AlignVCenter);
    top->addStretch(1);
    QPushButton* openButton = titleButton(explanation, card);
    const QString home = text(explanation.home.value);
    connect(openButton, &QPushButton::clicked, this, [this, home] { emit homeRequested(home); });
    top->addWidget(openButton, 0, Qt::AlignVCenter);
    layout->addLayout(top);
    QLabel* identity = selectableLabel(explanation.identity, card, "muted");
    identity->setObjectName(QStringLiteral("explainedIdentityLabel"));
    layout->addWidget(identity);
    layout->addWidget(selectableLabel(explanation.facts, card, "muted"));
    if (!explanation.contact.isEmpty()) {
        auto* contact = selectableLabel(explanation.contact, card);
        contact->setObjectName(QStringLiteral("contactLabel"));
        layout->addWidget(contact);
    }

    for (const QString& limit : explanation.inTheWay)
        addMarked(layout, explanation.eligible ? tr("near miss") : tr("not eligible"),
                  explanation.eligible ? "pill-warning" : "pill-problem", limit, card);
    if (explanation.eligible)
        addScore(layout, explanation, card);
    addWords(layout, explanation, card);
    layout->addStretch(1);
    fitHeight();
}

}  // namespace homeward::ui
