#include "ui/carers/household/household_print.h"

#include <QCoreApplication>
#include <utility>

#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct HouseholdPrintWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HouseholdPrint)
};

PrintedRecord::Section placedSection(const std::vector<app::PlacedChild>& placed)
{
    PrintedRecord::Section section{HouseholdPrintWords::tr("Children placed"), {}};
    for (const app::PlacedChild& child : placed)
        section.fields.emplace_back(text(child.displayName),
                                    HouseholdPrintWords::tr("%1, since %2")
                                        .arg(ageText(child.ageYears), dateText(child.startsOn)));
    return section;
}

PrintedRecord::Section skillsSection(const SkillsProfile& profile, const NeedsFramework& framework)
{
    PrintedRecord::Section section{
        HouseholdPrintWords::tr("Skills, recorded on %1").arg(dateText(profile.recordedOn)), {}};
    for (const auto& domain : framework.domains)
        if (const Rating* rating = agreedRating(profile.skills, domain.key))
            section.fields.emplace_back(text(domain.title),
                                        HouseholdPrintWords::tr("%1 · %2").arg(
                                            rating->level ? QString::number(rating->level->value())
                                                          : HouseholdPrintWords::tr("unknown"),
                                            text(rating->evidence)));
    return section;
}

}  // namespace

PrintedRecord printedHousehold(const app::HomePage& page, PrintedRecord::Lines fields)
{
    PrintedRecord record{text(page.home.name),
                         {label(page.home.kind)},
                         {},
                         {{HouseholdPrintWords::tr("Household and approval"), std::move(fields)}}};
    if (!page.placed.empty())
        record.sections.push_back(placedSection(page.placed));
    if (!page.profiles.empty())
        record.sections.push_back(skillsSection(page.profiles.front(), page.framework));
    return record;
}

}  // namespace homeward::ui
