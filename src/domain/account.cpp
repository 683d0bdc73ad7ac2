#include "domain/account.h"

namespace homeward {

bool mayDo(Role role, Right right)
{
    switch (right) {
        case Right::SignIn:
        case Right::ReadRecords:
            return true;
        case Right::EditChildren:
        case Right::AssessNeeds:
            return role == Role::SocialWorker || role == Role::Manager ||
                   role == Role::Administrator;
        case Right::EditHomes:
            return role == Role::FosteringWorker || role == Role::PlacementOfficer ||
                   role == Role::Manager || role == Role::Administrator;
        case Right::DecidePlacements:
            return role == Role::PlacementOfficer || role == Role::Manager ||
                   role == Role::Administrator;
        case Right::VerifyAudit:
            return role == Role::Manager || role == Role::Administrator;
        case Right::ImportReturns:
        case Right::ManageAccounts:
        case Right::ManageFrameworks:
            return role == Role::Administrator;
    }
    return false;
}

bool worksAcross(Role role)
{
    return role == Role::PlacementOfficer || role == Role::Manager || role == Role::Administrator;
}

}  // namespace homeward
