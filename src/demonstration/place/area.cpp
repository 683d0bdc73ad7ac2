#include "demonstration/place/area.h"

#include <algorithm>

namespace homeward::demonstration {
namespace {

struct Town {
    double eastingM;
    double northingM;
    double spreadM;
    double share;
};

// In the North Sea, east of the coast.
constexpr Town kTowns[] = {{590'000, 500'000, 5'000, 0.42}, {604'000, 507'000, 2'500, 0.16},
                           {579'000, 511'000, 2'200, 0.13}, {597'000, 484'000, 2'500, 0.13},
                           {575'000, 489'000, 1'800, 0.08}, {612'000, 492'000, 1'800, 0.08}};

constexpr double kMetresPerMile = 1609.3;
constexpr double kOutsideM = 35 * kMetresPerMile;

double toHundredMetres(double metres)
{
    return static_cast<double>(static_cast<int>(metres / 100)) * 100;
}

GridReference at(double eastingM, double northingM)
{
    return {toHundredMetres(std::clamp(eastingM, 540'000.0, 690'000.0)),
            toHundredMetres(std::clamp(northingM, 400'000.0, 600'000.0))};
}

char letter(Random& random)
{
    constexpr std::string_view kInward = "ABDEFGHJLNPQRSTUWXYZ";
    return kInward[random.below(kInward.size())];
}

}  // namespace

GridReference placeInArea(Random& random)
{
    std::vector<double> shares;
    for (const Town& town : kTowns)
        shares.push_back(town.share);
    const Town& town = kTowns[random.weighted(shares)];
    return at(town.eastingM + random.bell() * town.spreadM,
              town.northingM + random.bell() * town.spreadM);
}

GridReference placeNear(Random& random, const GridReference& centre, double miles)
{
    const double spread = miles * kMetresPerMile / 2;
    return at(centre.eastingM + random.bell() * spread, centre.northingM + random.bell() * spread);
}

GridReference placeAround(Random& random)
{
    return at(kTowns[0].eastingM + (random.unit() * 2 - 1) * kOutsideM,
              kTowns[0].northingM + (random.unit() * 2 - 1) * kOutsideM);
}

std::string inventedPostcode(Random& random)
{
    std::string code =
        "ZZ" + std::to_string(random.between(1, 20)) + " " + std::to_string(random.between(1, 9));
    code += letter(random);
    code += letter(random);
    return code;
}

std::string inventedProviderNumber(Random& random)
{
    return std::to_string(9'900'000 + random.between(1, 99'999));
}

}  // namespace homeward::demonstration
