#include "domain/home.h"

#include <catch2/catch.hpp>

#include <functional>

using namespace homeward;

namespace {

Home home()
{
    Home result;
    result.name = "Marsh household";
    result.reference = "F-0001";
    return result;
}

std::string fieldRefused(const std::function<void(Home&)>& change)
{
    Home changed = home();
    change(changed);
    const auto checked = checkHome(changed);
    return checked ? "" : checked.error().facts.at("field");
}

}  // namespace

TEST_CASE("a home with name, reference and sensible terms is accepted", "[domain][home]")
{
    CHECK(checkHome(home()).ok());
    CHECK(fieldRefused([](Home& h) { h.approval.places = 0; }).empty());
    CHECK(fieldRefused([](Home& h) { h.approval.oldestYears = 21; }).empty());
    CHECK(fieldRefused([](Home& h) { h.approval.youngestYears = 17; }).empty());
    CHECK(fieldRefused([](Home& h) { h.carers = {"A. Example", "B. Example"}; }).empty());
}

TEST_CASE("a home that breaks a rule is refused by the field", "[domain][home]")
{
    CHECK(fieldRefused([](Home& h) { h.name = " "; }) == "name");
    CHECK(fieldRefused([](Home& h) { h.reference = ""; }) == "reference");
    CHECK(fieldRefused([](Home& h) { h.approval.places = -1; }) == "places");
    CHECK(fieldRefused([](Home& h) { h.approval.youngestYears = -1; }) == "youngestYears");
    CHECK(fieldRefused([](Home& h) {
              h.approval.youngestYears = 22;
              h.approval.oldestYears = 22;
          }) == "youngestYears");
    CHECK(fieldRefused([](Home& h) { h.approval.oldestYears = 22; }) == "oldestYears");
    CHECK(fieldRefused([](Home& h) {
              h.approval.youngestYears = 10;
              h.approval.oldestYears = 9;
          }) == "oldestYears");
    CHECK(fieldRefused([](Home& h) { h.carers = {"A", "B", "C"}; }) == "carers");
}
