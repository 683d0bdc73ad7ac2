#include "ui/carers/household/approval_tab.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/carers/household/home_fields.h"
#include "ui/carers/household/named_children.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/child_words.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr int kMostPlaces = 30;
constexpr int kOldestYears = 21;

HomeFields::Choices statuses()
{
    HomeFields::Choices choices;
    for (const auto& [status, key] : EnumKeys<ApprovalStatus>::table)
        choices.emplace_back(text(key), label(status));
    return choices;
}

HomeFields::Choices sexTerms()
{
    return {{QString(), ApprovalTab::tr("any")},
            {text(toKey(Sex::Male)), ApprovalTab::tr("boys only")},
            {text(toKey(Sex::Female)), ApprovalTab::tr("girls only")}};
}

HomeFields::Choices types()
{
    HomeFields::Choices choices;
    for (const auto& [type, key] : EnumKeys<PlacementType>::table)
        choices.emplace_back(text(key), label(type));
    return choices;
}

void putField(QGridLayout* grid, QWidget* field, int row, int column, int columns = 1)
{
    grid->addWidget(field, row, column, 1, columns, Qt::AlignTop);
}

}  // namespace

ApprovalTab::ApprovalTab(const PageContext& context, HomeFields& fields, QWidget* parent)
    : QScrollArea(parent), m_fields(fields), m_freeLabel(new QLabel(this))
{
    setAccessibleName(tr("Approval"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget(this);
    auto* terms = new Card(tr("Terms"), page);
    terms->setSubtitle(tr("As approved by the panel, or as registered"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    putField(grid, fields.addChoice("status", statuses(), terms), 0, 0);
    putField(grid, fields.addDate("reviewDueOn", terms), 0, 1);
    putField(grid, fields.addNumber("places", kMostPlaces, terms), 1, 0);
    putField(grid, fields.addChoice("onlySex", sexTerms(), terms), 1, 1);
    putField(grid, fields.addNumber("youngestYears", kOldestYears, terms), 2, 0);
    putField(grid, fields.addNumber("oldestYears", kOldestYears, terms), 2, 1);
    putField(grid, fields.addTicks("types", types(), terms), 3, 0, 2);
    m_named = addNamedChildren(context, terms);
    putField(grid, m_named, 4, 0, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    terms->body()->addLayout(grid);

    m_placedCard = new Card(tr("Who lives here"), page);
    m_freeLabel->setObjectName(QStringLiteral("freePlacesLabel"));
    m_freeLabel->setWordWrap(true);
    m_placedLayout = new QVBoxLayout;
    m_placedLayout->setSpacing(4);
    m_placedCard->body()->addWidget(m_freeLabel);
    m_placedCard->body()->addLayout(m_placedLayout);

    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 12, 0, 0);
    columns->setSpacing(16);
    columns->addWidget(terms, 1);
    columns->addWidget(m_placedCard, 1);
    columns->setAlignment(terms, Qt::AlignTop);
    columns->setAlignment(m_placedCard, Qt::AlignTop);
    setWidget(page);
    connect(&fields, &HomeFields::edited, this, &ApprovalTab::showEdited);
    connect(&fields, &HomeFields::written, this, &ApprovalTab::showEdited);
}

FormField* ApprovalTab::addNamedChildren(const PageContext& context, QWidget* parent)
{
    auto* named = new NamedChildren(context, parent);
    named->setObjectName(QStringLiteral("namedChildrenEdit"));
    auto* field =
        new FormField(homeFieldLabel("namedChildren"), named,
                      tr("Relatives and friends are offered to these children only."), parent);
    connect(named, &NamedChildren::edited, &m_fields, &HomeFields::noteEdited);
    m_fields.add(
        "namedChildren", field,
        [named](HomeEntries& entries) { entries["namedChildren"] = named->value(); },
        [named](const HomeEntries& entries) { named->setValue(entries["namedChildren"]); },
        [named](bool readOnly) { named->setReadOnly(readOnly); });
    return field;
}

void ApprovalTab::showEdited()
{
    m_named->setVisible(m_fields.read()["kind"] == text(toKey(HomeKind::FamilyAndFriends)));
    showFree();
}

void ApprovalTab::setPlaced(const app::HomePage& page, Date today)
{
    while (QLayoutItem* item = m_placedLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_summary = page.summary;
    for (const app::PlacedChild& child : page.placed) {
        const QString line =
            child.startsOn > today ? tr("%1, %2 · to come on %3") : tr("%1, %2 · since %3");
        auto* button =
            new QPushButton(buttonWords(line.arg(text(child.displayName), ageText(child.ageYears),
                                                 dateText(child.startsOn))),
                            m_placedCard);
        button->setAccessibleName(tr("Open %1").arg(text(child.displayName)));
        setRole(button, "quiet");
        const QString id = text(child.child.value);
        connect(button, &QPushButton::clicked, this, [this, id] { emit childRequested(id); });
        m_placedLayout->addWidget(button, 0, Qt::AlignLeft);
        if (const QString notes = placementNotes(child.outsideTerms, child.leaving);
            !notes.isEmpty()) {
            auto* label = new QLabel(notes, m_placedCard);
            label->setWordWrap(true);
            setRole(label, "pill-warning");
            m_placedLayout->addWidget(label);
        }
    }
    showEdited();
}

void ApprovalTab::showFree()
{
    const int places = m_fields.read()["places"].toInt();
    const int free = std::max(0, places - m_summary.taken);
    const int placed = m_summary.placed;
    QString words = placed == 0 ? tr("Nobody lives here today.")
                                : tr("%n child(ren) (lives|live) here.", nullptr, placed);
    if (m_summary.coming > 0)
        words += u' ' + tr("%n (is|are) to come.", nullptr, m_summary.coming);
    words += u' ' + (free == 0 ? tr("No place is free.")
                               : tr("%n of %1 (is|are) free.", nullptr, free)
                                     .arg(tr("%n place(s)", nullptr, places)));
    if (m_summary.taken > places)
        words += QLatin1Char(' ') + tr("That is more children than places are approved.");
    m_freeLabel->setText(words);
}

}  // namespace homeward::ui
