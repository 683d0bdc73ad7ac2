#include "ui/insight/cohort_filter.h"

#include <QComboBox>

#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

constexpr int kOldest = 25;  ///< care leavers have claims until then

template <typename E>
QString keyText(E value)
{
    return text(toKey(value));
}

std::optional<int> numberOf(const QComboBox& choice)
{
    const QVariant value = choice.currentData();
    return value.isValid() ? std::optional<int>(value.toInt()) : std::nullopt;
}

template <typename E>
std::optional<E> chosenKey(const QComboBox& choice)
{
    return fromKey<E>(utf8(choice.currentData().toString()));
}

}  // namespace

CohortFilter::CohortFilter(QWidget* parent) : FilterBar(QStringLiteral("insight"), parent)
{
    Choices youngest{{tr("From any age"), {}}};
    Choices oldest{{tr("To any age"), {}}};
    for (int years = 0; years <= kOldest; ++years) {
        youngest << std::pair(tr("From age %1").arg(years), QVariant(years));
        oldest << std::pair(tr("To age %1").arg(years), QVariant(years));
    }
    m_care = addChoice(QStringLiteral("careChoice"), tr("In care"),
                       {{tr("In care now"), keyText(CareScope::InCare)},
                        {tr("Left care"), keyText(CareScope::Left)},
                        {tr("Ever in care"), keyText(CareScope::Ever)}});
    m_youngest = addChoice(QStringLiteral("youngestChoice"), tr("Youngest age"), youngest);
    m_oldest = addChoice(QStringLiteral("oldestChoice"), tr("Oldest age"), oldest);
    m_sex = addChoice(QStringLiteral("sexChoice"), tr("Sex"),
                      {{tr("Any sex"), {}},
                       {tr("Girls"), keyText(Sex::Female)},
                       {tr("Boys"), keyText(Sex::Male)},
                       {tr("Not recorded"), keyText(Sex::Unknown)}});
    Choices places{{tr("Living anywhere"), {}}};
    for (const auto& [group, key] : EnumKeys<PlaceGroup>::table)
        places << std::pair(label(group), QVariant(text(key)));
    m_placement = addChoice(QStringLiteral("placementChoice"), tr("Where the child lives"), places);
    m_provider = addChoice(QStringLiteral("providerChoice"), tr("Provider"), {});
    m_entryYear =
        addChoice(QStringLiteral("entryYearChoice"), tr("Year the child came into care"), {});
    offer({}, {});
    addClear(QStringLiteral("clearFiltersButton"));
}

void CohortFilter::offer(const std::vector<std::string>& providers,
                         const std::vector<int>& entryYears)
{
    Choices providerChoices{{tr("Any provider"), {}}};
    for (const std::string& provider : providers)
        if (!provider.empty())
            providerChoices << std::pair(text(provider), QVariant(text(provider)));
    setChoices(m_provider, providerChoices);
    Choices yearChoices{{tr("Any year"), {}}};
    for (auto year = entryYears.rbegin(); year != entryYears.rend(); ++year)
        yearChoices << std::pair(tr("Entered %1").arg(collectionYearText(*year)), QVariant(*year));
    setChoices(m_entryYear, yearChoices);
}

Cohort CohortFilter::cohort() const
{
    Cohort cohort;
    cohort.youngestYears = numberOf(*m_youngest);
    cohort.oldestYears = numberOf(*m_oldest);
    setScope(cohort, chosenKey<CareScope>(*m_care).value_or(CareScope::InCare));
    cohort.sex = chosenKey<Sex>(*m_sex);
    cohort.placement = chosenKey<PlaceGroup>(*m_placement);
    if (m_provider->currentIndex() > 0)
        cohort.provider = utf8(m_provider->currentData().toString());
    cohort.entryYear = numberOf(*m_entryYear);
    return cohort;
}

}  // namespace homeward::ui
