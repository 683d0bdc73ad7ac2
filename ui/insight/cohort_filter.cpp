#include "ui/insight/cohort_filter.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/shared/look/card.h"
#include "ui/shared/look/flow_layout.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

constexpr int kAnyAge = -1;
constexpr int kOldest = 25;

/// Item data: invalid for "any".
template <typename T>
void addChoice(QComboBox* combo, const QString& words, T value)
{
    combo->addItem(words, QVariant::fromValue(value));
}

void choose(QComboBox* combo, const QVariant& value)
{
    const int found = value.isValid() ? combo->findData(value) : 0;
    combo->setCurrentIndex(found < 0 ? 0 : found);
}

QVariant asData(const std::optional<int>& value)
{
    return value ? QVariant(*value) : QVariant();
}

}  // namespace

CohortFilter::CohortFilter(QWidget* parent) : QWidget(parent)
{
    auto* layout = new FlowLayout(this, 8, 8);
    m_youngest = addAge("youngestSpin", tr("Youngest age"));
    m_oldest = addAge("oldestSpin", tr("Oldest age"));
    auto* ages = new QWidget(this);
    auto* agesLayout = new QHBoxLayout(ages);
    agesLayout->setContentsMargins(0, 0, 0, 0);
    agesLayout->setSpacing(6);
    auto* from = new QLabel(tr("Age"), ages);
    from->setBuddy(m_youngest);
    agesLayout->addWidget(from);
    agesLayout->addWidget(m_youngest);
    agesLayout->addWidget(new QLabel(tr("to"), ages));
    agesLayout->addWidget(m_oldest);
    layout->addWidget(ages);
    m_care = addCombo("careCombo", tr("In care"));
    m_sex = addCombo("sexCombo", tr("Sex"));
    m_placement = addCombo("placementCombo", tr("Where the child lives"));
    m_provider = addCombo("providerCombo", tr("Provider"));
    m_entryYear = addCombo("entryYearCombo", tr("Year the child came into care"));
    for (QComboBox* combo : {m_care, m_sex, m_placement, m_provider, m_entryYear})
        layout->addWidget(combo);

    addChoice(m_care, tr("In care now"), static_cast<int>(CareScope::InCare));
    addChoice(m_care, tr("Left care"), static_cast<int>(CareScope::Left));
    addChoice(m_care, tr("Ever in care"), static_cast<int>(CareScope::Ever));
    m_sex->addItem(tr("Any sex"));
    addChoice(m_sex, tr("Girls"), static_cast<int>(Sex::Female));
    addChoice(m_sex, tr("Boys"), static_cast<int>(Sex::Male));
    addChoice(m_sex, tr("Not recorded"), static_cast<int>(Sex::Unknown));
    m_placement->addItem(tr("Living anywhere"));
    for (const auto& [group, key] : EnumKeys<PlaceGroup>::table)
        addChoice(m_placement, label(group), static_cast<int>(group));
    setChoices({}, {});

    m_clear = new QPushButton(tr("Clear"), this);
    m_clear->setObjectName(QStringLiteral("clearFilterButton"));
    m_clear->setAccessibleDescription(tr("Takes all filters away"));
    setRole(m_clear, "quiet");
    layout->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] { setCohort(childrenInCare()); });
    showClear();
}

QSpinBox* CohortFilter::addAge(const char* objectName, const QString& name)
{
    auto* spin = new QSpinBox(this);
    spin->setObjectName(QLatin1String(objectName));
    spin->setAccessibleName(name);
    spin->setToolTip(name);
    spin->setRange(kAnyAge, kOldest);
    spin->setSpecialValueText(tr("any"));
    spin->setValue(kAnyAge);
    connect(spin, &QSpinBox::valueChanged, this, &CohortFilter::readControls);
    return spin;
}

QComboBox* CohortFilter::addCombo(const char* objectName, const QString& name)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(QLatin1String(objectName));
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMaximumWidth(240);
    connect(combo, &QComboBox::currentIndexChanged, this, &CohortFilter::readControls);
    return combo;
}

void CohortFilter::setChoices(const std::vector<std::string>& providers,
                              const std::vector<int>& entryYears)
{
    const QSignalBlocker quietProvider(m_provider);
    const QSignalBlocker quietYear(m_entryYear);
    m_provider->clear();
    m_provider->addItem(tr("Any provider"));
    for (const std::string& provider : providers)
        if (!provider.empty())
            addChoice(m_provider, text(provider), text(provider));
    m_entryYear->clear();
    m_entryYear->addItem(tr("Any year of entry"));
    for (auto year = entryYears.rbegin(); year != entryYears.rend(); ++year)
        addChoice(m_entryYear, tr("Entered %1").arg(collectionYearText(*year)), *year);
    choose(m_provider, m_cohort.provider ? QVariant(text(*m_cohort.provider)) : QVariant());
    choose(m_entryYear, asData(m_cohort.entryYear));
}

void CohortFilter::setCohort(const Cohort& cohort)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_youngest), QSignalBlocker(m_oldest),
                                    QSignalBlocker(m_sex),      QSignalBlocker(m_placement),
                                    QSignalBlocker(m_provider), QSignalBlocker(m_entryYear),
                                    QSignalBlocker(m_care)};
    choose(m_care, static_cast<int>(scopeOf(cohort)));
    m_youngest->setValue(cohort.youngestYears.value_or(kAnyAge));
    m_oldest->setValue(cohort.oldestYears.value_or(kAnyAge));
    choose(m_sex, cohort.sex ? QVariant(static_cast<int>(*cohort.sex)) : QVariant());
    choose(m_placement,
           cohort.placement ? QVariant(static_cast<int>(*cohort.placement)) : QVariant());
    choose(m_provider, cohort.provider ? QVariant(text(*cohort.provider)) : QVariant());
    choose(m_entryYear, asData(cohort.entryYear));
    readControls();
}

void CohortFilter::readControls()
{
    Cohort cohort;
    if (m_youngest->value() != kAnyAge)
        cohort.youngestYears = m_youngest->value();
    if (m_oldest->value() != kAnyAge)
        cohort.oldestYears = m_oldest->value();
    setScope(cohort, static_cast<CareScope>(m_care->currentData().toInt()));
    if (const QVariant sex = m_sex->currentData(); sex.isValid())
        cohort.sex = static_cast<Sex>(sex.toInt());
    if (const QVariant group = m_placement->currentData(); group.isValid())
        cohort.placement = static_cast<PlaceGroup>(group.toInt());
    if (const QVariant provider = m_provider->currentData(); provider.isValid())
        cohort.provider = utf8(provider.toString());
    if (const QVariant year = m_entryYear->currentData(); year.isValid())
        cohort.entryYear = year.toInt();
    if (cohort == m_cohort)
        return;
    m_cohort = cohort;
    showClear();
    emit cohortChanged();
}

void CohortFilter::showClear()
{
    const int filters = filterCount(m_cohort);
    m_clear->setEnabled(filters > 0);
    m_clear->setText(filters < 2 ? tr("Clear") : tr("Clear %1 filters").arg(filters));
}

}  // namespace homeward::ui
