#include "ui/children/placements/place_group_look.h"

#include "ui/shared/look/theme.h"

namespace homeward::ui {

PlaceGroupLook lookOf(PlaceGroup group)
{
    const Colours& colours = Theme::instance().colours();
    switch (group) {
        case PlaceGroup::Fostering:
            return {colours.info, colours.infoText, colours.infoText};
        case PlaceGroup::FamilyAndFriends:
            return {colours.good, colours.goodText, colours.goodText};
        case PlaceGroup::ChildrensHome:
            return {colours.warning, colours.warningText, colours.warningText};
        case PlaceGroup::Supported:
            return {colours.level[1], colours.levelText[1], colours.levelText[1]};
        case PlaceGroup::WithParents:
            return {colours.level[0], colours.levelText[0], colours.levelText[0]};
        case PlaceGroup::ForAdoption:
            return {colours.problem, colours.problemText, colours.problemText};
        case PlaceGroup::Other:
            break;
    }
    return {colours.header, colours.mutedText, colours.text};
}

}  // namespace homeward::ui
