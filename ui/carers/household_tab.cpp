#include "ui/carers/household_tab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/carers/home_fields.h"
#include "ui/children/field_note.h"
#include "ui/shared/card.h"
#include "ui/shared/error_presenter.h"
#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

const QString& newProviderKey()
{
    static const QString key = QStringLiteral("+new");
    return key;
}

HomeFields::Choices kinds()
{
    HomeFields::Choices choices;
    for (const auto& [kind, key] : EnumKeys<HomeKind>::table)
        choices.emplace_back(text(key), label(kind));
    return choices;
}

HomeFields::Choices petAnswers()
{
    return {{QString(), HouseholdTab::tr("not recorded")},
            {QStringLiteral("yes"), HouseholdTab::tr("yes")},
            {QStringLiteral("no"), HouseholdTab::tr("no")}};
}

}  // namespace

void addCaptioned(QGridLayout& grid, int row, int column, const QString& caption, QWidget* field,
                  int columnSpan)
{
    auto* cell = new QVBoxLayout;
    cell->setSpacing(4);
    auto* words = new QLabel(caption, field->parentWidget());
    words->setBuddy(field->focusProxy() ? field->focusProxy() : field);
    setRole(words, "muted");
    cell->addWidget(words);
    cell->addWidget(field);
    cell->addStretch(1);
    grid.addLayout(cell, row, column, 1, columnSpan);
}

HouseholdTab::HouseholdTab(HomeFields& fields, QWidget* parent)
    : QScrollArea(parent), m_fields(fields)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget(this);
    auto* who = new Card(tr("The household"), page);
    auto* where = new Card(tr("Where, and day to day"), page);

    auto* whoGrid = new QGridLayout;
    whoGrid->setHorizontalSpacing(16);
    whoGrid->setVerticalSpacing(12);
    const auto line = [&](QString HomeEntries::*value, const char* key, Card* card,
                          const QString& hint = {}) {
        return fields.addLine(value, key, card, hint);
    };
    addCaptioned(*whoGrid, 0, 0, tr("Household"), line(&HomeEntries::name, "name", who));
    addCaptioned(*whoGrid, 0, 1, tr("Reference"), line(&HomeEntries::reference, "reference", who));
    addCaptioned(*whoGrid, 1, 0, tr("First carer"),
                 line(&HomeEntries::firstCarer, "firstCarer", who));
    addCaptioned(*whoGrid, 1, 1, tr("Second carer"),
                 line(&HomeEntries::secondCarer, "secondCarer", who, tr("if there is one")));
    addCaptioned(*whoGrid, 2, 0, tr("Kind of home"),
                 fields.addChoice(&HomeEntries::kind, "kind", kinds(), who));
    addCaptioned(*whoGrid, 2, 1, tr("Weekly cost (£)"),
                 line(&HomeEntries::weeklyCost, "weeklyCost", who, tr("e.g. 612")));
    who->body()->addLayout(whoGrid);
    addCaptioned(*whoGrid, 3, 0, tr("Provider"), makeProvider(), 2);
    addCaptioned(*whoGrid, 4, 0, tr("Note"), fields.addText(&HomeEntries::note, "note", who), 2);

    auto* whereGrid = new QGridLayout;
    whereGrid->setHorizontalSpacing(16);
    whereGrid->setVerticalSpacing(12);
    addCaptioned(*whereGrid, 0, 0, tr("Postcode"), line(&HomeEntries::postcode, "postcode", where));
    addCaptioned(*whereGrid, 0, 1, tr("Pets"),
                 fields.addChoice(&HomeEntries::hasPets, "hasPets", petAnswers(), where));
    addCaptioned(*whereGrid, 1, 0, tr("Location"), makeLocation(), 2);
    addCaptioned(*whereGrid, 2, 0, tr("Languages spoken"),
                 line(&HomeEntries::languages, "languages", where, tr("e.g. English, Polish")), 2);
    where->body()->addLayout(whereGrid);
    where->body()->addStretch(1);

    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 12, 0, 0);
    columns->setSpacing(16);
    columns->addWidget(who, 1);
    columns->addWidget(where, 1);
    columns->setAlignment(who, Qt::AlignTop);
    columns->setAlignment(where, Qt::AlignTop);
    setWidget(page);
}

FieldWithNote* HouseholdTab::makeProvider()
{
    auto* group = new QWidget(this);
    m_providerBox = new QComboBox(group);
    m_providerBox->setObjectName(QStringLiteral("providerBox"));
    m_providerBox->setAccessibleName(tr("Provider"));
    m_newProviderRow = new QWidget(group);
    m_newProviderEdit = new QLineEdit(m_newProviderRow);
    m_newProviderEdit->setObjectName(QStringLiteral("newProviderEdit"));
    m_newProviderEdit->setAccessibleName(tr("Name of the new provider"));
    m_newProviderEdit->setPlaceholderText(tr("Name of the new provider"));
    m_newOwnBox = new QCheckBox(tr("our own service"), m_newProviderRow);
    auto* newRow = new QHBoxLayout(m_newProviderRow);
    newRow->setContentsMargins(0, 0, 0, 0);
    newRow->addWidget(m_newProviderEdit, 1);
    newRow->addWidget(m_newOwnBox);
    auto* column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_providerBox);
    column->addWidget(m_newProviderRow);
    group->setFocusProxy(m_providerBox);
    m_newProviderRow->hide();
    setProviders({});

    connect(m_providerBox, &QComboBox::currentIndexChanged, this, [this] {
        showNewProvider();
        m_fields.noteEdited();
    });
    connect(m_newProviderEdit, &QLineEdit::textChanged, &m_fields, &HomeFields::noteEdited);
    connect(m_newOwnBox, &QCheckBox::toggled, &m_fields, &HomeFields::noteEdited);

    auto* field = new FieldWithNote(group, this);
    m_fields.add(
        "provider", field,
        [this](HomeEntries& entries) {
            const QString key = m_providerBox->currentData().toString();
            const bool isNew = key == newProviderKey();
            entries.provider = isNew ? QString() : key;
            entries.newProvider = isNew ? m_newProviderEdit->text() : QString();
            entries.newProviderOwn =
                isNew && m_newOwnBox->isChecked() ? QStringLiteral("yes") : QString();
        },
        [this](const HomeEntries& entries) {
            const QString key =
                entries.newProvider.isEmpty() ? entries.provider : newProviderKey();
            m_providerBox->setCurrentIndex(std::max(0, m_providerBox->findData(key)));
            m_newProviderEdit->setText(entries.newProvider);
            m_newOwnBox->setChecked(entries.newProviderOwn == QLatin1String("yes"));
        },
        [this, group](bool readOnly) {
            group->setEnabled(!readOnly);
            showNewProvider();
        });
    return field;
}

void HouseholdTab::setProviders(const std::vector<app::Provider>& providers)
{
    const QString before = m_providerBox->currentData().toString();
    const QSignalBlocker blocker(m_providerBox);
    m_providerBox->clear();
    m_providerBox->addItem(tr("not recorded"), QString());
    for (const app::Provider& provider : providers)
        m_providerBox->addItem(provider.ownService
                                   ? tr("%1 (our own service)").arg(text(provider.name))
                                   : text(provider.name),
                               text(provider.id.value));
    m_providerBox->addItem(tr("Add a provider…"), newProviderKey());
    m_providerBox->setCurrentIndex(std::max(0, m_providerBox->findData(before)));
    showNewProvider();
}

void HouseholdTab::showNewProvider()
{
    m_newProviderRow->setVisible(m_providerBox->currentData().toString() == newProviderKey());
}

FieldWithNote* HouseholdTab::makeLocation()
{
    FieldWithNote* field =
        m_fields.addLine(&HomeEntries::location, "location", this,
                         tr("SE 532 891, or 453200, 389100, or 53.3811, -1.4701"));
    auto* edit = field->findChild<QLineEdit*>(QStringLiteral("locationEdit"));
    m_echoLabel = new QLabel(field);
    m_echoLabel->setObjectName(QStringLiteral("locationEcho"));
    m_echoLabel->setWordWrap(true);
    setRole(m_echoLabel, "muted");
    field->layout()->addWidget(m_echoLabel);
    connect(edit, &QLineEdit::textChanged, this, &HouseholdTab::showLocationEcho);
    showLocationEcho({});
    return field;
}

void HouseholdTab::showLocationEcho(const QString& typed)
{
    if (typed.trimmed().isEmpty()) {
        m_fields.setNote("location", QString());
        m_echoLabel->setText(
            tr("A grid reference, or latitude and longitude. Without it no distance is known."));
        return;
    }
    const Result<QString> echo = locationEcho(typed);
    m_fields.setNote("location", echo ? QString() : ruleText(echo.error()));
    m_echoLabel->setText(echo ? *echo : QString());
}

}  // namespace homeward::ui
