#pragma once

#include <string>

#include "domain/account.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/home.h"
#include "domain/needs/assessment.h"
#include "storage/engine/transaction.h"
#include "storage/records/reference_repository.h"
#include "tests/support/dates.h"

namespace homeward::test {

inline storage::Stamp stamp()
{
    return {Timestamp{1'700'000'000'000}, AccountId{"account-1"}};
}

inline Account account(const std::string& id = "account-1", const std::string& name = "o.grey")
{
    return {AccountId{id}, name, "O. Grey", Role::SocialWorker, true, 1};
}

/// Only what every child has.
inline Child plainChild(const std::string& id = "child-1")
{
    Child child;
    child.id = ChildId{id};
    child.caseNumber = "case of " + id;
    child.birthDate = day("2014-02-28");
    child.rowVersion = 1;
    return child;
}

/// Every field filled, with text that breaks careless quoting.
inline Child fullChild(const std::string& id = "child-2")
{
    Child child = plainChild(id);
    child.givenName = "Ta'lia \"T\"";
    child.familyName = "O\xe2\x80\x99N\xc3\xa9ill; drop table child";
    child.preferredName = "Tal";
    child.sex = Sex::Female;
    child.ethnicity = "WBRI";
    child.upn = "A123456789012";
    child.familyLocation = GridReference{453200.5, 389100.25};
    child.schoolLocation = LatLon{53.3811, -1.4701};
    child.language = "Polish";
    child.likesPets = false;
    child.worker = AccountId{"account-1"};
    child.aboutMe = {"My dog\nand my nan", "Drawing, 100%", ":hopes"};
    return child;
}

inline CarePeriod carePeriod(const std::string& id, const ChildId& child, const char* start)
{
    CarePeriod period;
    period.id = CarePeriodId{id};
    period.child = child;
    period.startsOn = day(start);
    period.needCode = "N1";
    period.rowVersion = 1;
    return period;
}

inline LegalStatus legalStatus(const std::string& id, const ChildId& child, const char* start)
{
    LegalStatus status;
    status.id = LegalStatusId{id};
    status.child = child;
    status.startsOn = day(start);
    status.code = "C2";
    status.rowVersion = 1;
    return status;
}

inline Placement placement(const std::string& id, const ChildId& child, const char* start)
{
    Placement placement;
    placement.id = PlacementId{id};
    placement.child = child;
    placement.startsOn = day(start);
    placement.placeCode = "U6";
    placement.rowVersion = 1;
    return placement;
}

inline Home plainHome(const std::string& id = "home-1", const std::string& name = "Marsh household")
{
    Home home;
    home.id = HomeId{id};
    home.name = name;
    home.reference = "reference of " + id;
    home.rowVersion = 1;
    return home;
}

inline Home fullHome(const std::string& id = "home-2")
{
    Home home = plainHome(id, "Ash household");
    home.kind = HomeKind::FamilyAndFriends;
    home.provider = ProviderId{"provider-1"};
    home.providerName = "Northern Fostering";
    home.ownService = false;
    home.carers = {"Ash, Robin", "Quote \"Q\" Ash"};
    home.approval.status = ApprovalStatus::OnHold;
    home.approval.places = 3;
    home.approval.youngestYears = 2;
    home.approval.oldestYears = 11;
    home.approval.onlySex = Sex::Male;
    home.approval.types = {PlacementType::LongTerm, PlacementType::Emergency};
    home.approval.reviewDueOn = day("2026-09-01");
    home.location = LatLon{53.5, -1.25};
    home.postcode = "ZZ1 1ZZ";
    home.languages = {"Polish", "Urdu"};
    home.hasPets = true;
    home.weeklyCostPence = 51'234;
    home.note = "Two cats.";
    return home;
}

inline Rating rating(const std::string& domain, std::optional<int> level,
                     const std::string& evidence = {},
                     Perspective perspective = Perspective::Agreed)
{
    Rating result;
    result.domainKey = domain;
    result.perspective = perspective;
    if (level)
        result.level = Level::fromInt(*level);
    result.evidence = evidence;
    result.strength = evidence.empty() ? "" : "goes well";
    return result;
}

inline storage::StoredFramework framework(const std::string& id = "framework-1",
                                          const std::string& version = "1.0")
{
    return {FrameworkVersionId{id},
            "default",
            version,
            "Default",
            "{\"domains\": []}",
            Timestamp{1'700'000'000'000},
            AccountId{"account-1"}};
}

inline Assessment assessment(const std::string& id, const ChildId& child, const char* assessedOn)
{
    Assessment result;
    result.id = AssessmentId{id};
    result.child = child;
    result.framework = FrameworkVersionId{"framework-1"};
    result.assessedOn = day(assessedOn);
    result.completedAt = Timestamp{1'700'000'000'123};
    result.completedBy = AccountId{"account-1"};
    result.completedByName = "O. Grey";
    return result;
}

}  // namespace homeward::test
