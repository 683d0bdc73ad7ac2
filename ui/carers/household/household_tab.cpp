#include "ui/carers/household/household_tab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/carers/household/home_fields.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/fields/place_line.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

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

void put(QGridLayout* grid, QWidget* field, int row, int column, int columns = 1)
{
    grid->addWidget(field, row, column, 1, columns, Qt::AlignTop);
}

Card* reachCard(HomeFields& fields, QWidget* parent)
{
    auto* card = new Card(HouseholdTab::tr("How to reach it"), parent);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    put(grid, fields.addLine("telephone", card), 0, 0);
    put(grid, fields.addLine("email", card), 0, 1);
    put(grid, fields.addLine("supervisingWorker", card), 1, 0, 2);
    put(grid, fields.addText("address", card), 2, 0, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    return card;
}

}  // namespace

HouseholdTab::HouseholdTab(const PageContext& context, HomeFields& fields, QWidget* parent)
    : QScrollArea(parent), m_context(context), m_fields(fields)
{
    setAccessibleName(tr("Household"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget(this);
    auto* who = new Card(tr("The household"), page);
    auto* where = new Card(tr("Where, and day to day"), page);

    auto* whoGrid = new QGridLayout;
    whoGrid->setHorizontalSpacing(16);
    whoGrid->setVerticalSpacing(12);
    const auto line = [&](const char* key, Card* card, const QString& hint = {}) {
        return fields.addLine(key, card, hint);
    };
    put(whoGrid, line("name", who), 0, 0);
    put(whoGrid, line("reference", who), 0, 1);
    put(whoGrid, line("firstCarer", who), 1, 0);
    put(whoGrid, line("secondCarer", who, tr("if there is one")), 1, 1);
    put(whoGrid, fields.addChoice("kind", kinds(), who), 2, 0);
    put(whoGrid, line("weeklyCost", who, tr("e.g. 612")), 2, 1);
    who->body()->addLayout(whoGrid);
    put(whoGrid, makeProvider(), 3, 0, 2);
    put(whoGrid, fields.addText("note", who), 4, 0, 2);

    Card* const reach = reachCard(fields, page);  // before the fields that nobody laid out

    auto* whereGrid = new QGridLayout;
    whereGrid->setHorizontalSpacing(16);
    whereGrid->setVerticalSpacing(12);
    put(whereGrid, line("postcode", where), 0, 0);
    put(whereGrid, fields.addChoice("hasPets", petAnswers(), where), 0, 1);
    put(whereGrid, makeLocation(), 1, 0, 2);
    put(whereGrid, line("languages", where, tr("e.g. English, Polish")), 2, 0, 2);
    int row = 3;
    for (const bool prose : {false, true})
        for (const std::string& key : textKeys<Home>(prose, fields.keys()))
            put(whereGrid, prose ? fields.addText(key, where) : line(key.c_str(), where), row++, 0,
                2);
    where->body()->addLayout(whereGrid);
    where->body()->addStretch(1);

    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 12, 0, 0);
    columns->setSpacing(16);
    for (QGridLayout* grid : {whoGrid, whereGrid}) {
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
    }
    auto* second = new QVBoxLayout;
    second->setSpacing(16);
    second->addWidget(reach);
    second->addWidget(where);
    second->addStretch(1);
    columns->addWidget(who, 1);
    columns->addLayout(second, 1);
    columns->setAlignment(who, Qt::AlignTop);
    setWidget(page);
}

FormField* HouseholdTab::makeProvider()
{
    auto* group = new QWidget(this);
    m_providerBox = new QComboBox(group);
    m_providerBox->setObjectName(QStringLiteral("providerBox"));
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

    auto* field = new FormField(tr("Provider"), group, {}, this);
    m_fields.add(
        "provider", field,
        [this](HomeEntries& entries) {
            const QString key = m_providerBox->currentData().toString();
            const bool isNew = key == newProviderKey();
            entries["provider"] = isNew ? QString() : key;
            entries["newProvider"] = isNew ? m_newProviderEdit->text() : QString();
            entries["newProviderOwn"] =
                isNew && m_newOwnBox->isChecked() ? QStringLiteral("yes") : QString();
        },
        [this](const HomeEntries& entries) {
            const QString key =
                entries["newProvider"].isEmpty() ? entries["provider"] : newProviderKey();
            m_providerBox->setCurrentIndex(std::max(0, m_providerBox->findData(key)));
            m_newProviderEdit->setText(entries["newProvider"]);
            m_newOwnBox->setChecked(entries["newProviderOwn"] == QLatin1String("yes"));
        },
        [this, group](bool readOnly) {
            group->setEnabled(!readOnly);
            showNewProvider();
        });
    return field;
}

void HouseholdTab::setProviders(const std::vector<Provider>& providers)
{
    const QString before = m_providerBox->currentData().toString();
    const QSignalBlocker blocker(m_providerBox);
    m_providerBox->clear();
    m_providerBox->addItem(tr("not recorded"), QString());
    for (const Provider& provider : providers)
        m_providerBox->addItem(provider.ownService
                                   ? tr("%1 · our own service").arg(text(provider.name))
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

FormField* HouseholdTab::makeLocation()
{
    FormField* field =
        m_fields.addLine("location", this, tr("S11 8AA, or SE 532 891, or 53.3811, -1.4701"));
    auto* edit = field->findChild<QLineEdit*>(QStringLiteral("locationEdit"));
    m_echoLabel = new QLabel(field);
    m_echoLabel->setObjectName(QStringLiteral("locationEcho"));
    m_echoLabel->setWordWrap(true);
    setRole(m_echoLabel, "muted");
    field->layout()->addWidget(m_echoLabel);
    takePostcodes(*edit, m_context.session);
    connect(edit, &QLineEdit::textChanged, this, &HouseholdTab::showLocationEcho);
    showLocationEcho({});
    return field;
}

void HouseholdTab::showLocationEcho(const QString& typed)
{
    if (typed.trimmed().isEmpty()) {
        m_fields.setNote("location", QString());
        m_echoLabel->setText(
            tr("A postcode of the directory, a grid reference, or latitude and longitude. Empty: "
               "the place of the postcode above, where the directory has it."));
        m_echoLabel->show();
        return;
    }
    const Result<QString> echo = locationEcho(typed);
    const Result<Done> checked = checkPlace(typed);
    m_fields.setNote("location", checked ? QString() : ruleText(checked.error()));
    m_echoLabel->setText(echo ? *echo : QString());
    m_echoLabel->setVisible(echo.ok());
}

}  // namespace homeward::ui
