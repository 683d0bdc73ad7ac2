#include "demonstration/place/contacts.h"

#include <cctype>

#include "demonstration/words.h"

namespace homeward::demonstration {
namespace {

std::string telephone(Random& random)
{
    const std::string digits = std::to_string(random.between(100, 999));
    return (random.chance(0.6) ? "07700 900" : "01632 960") + digits;
}

/// "marsh@example.org" of "Marsh household".
std::string mailOf(const std::string& name)
{
    std::string local;
    for (const char letter : name.substr(0, name.find(' ')))
        if (std::isalpha(static_cast<unsigned char>(letter)) || letter == '-')
            local += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return local.empty() ? std::string() : local + "@example.org";
}

std::vector<std::string> supervisorsIn(const std::vector<Account>& workers)
{
    std::vector<std::string> names;
    for (const Account& worker : workers)
        if (worker.role == Role::FosteringWorker)
            names.push_back(worker.personName);
    return names;
}

}  // namespace

void giveContacts(Houses& houses, const std::vector<Account>& workers, Random& random)
{
    const std::vector<std::string> supervisors = supervisorsIn(workers);
    for (House& house : houses.all) {
        Home& home = house.home;
        home.telephone = telephone(random);
        if (random.chance(0.8))
            home.email = mailOf(home.name);
        home.address = std::to_string(random.between(1, 90)) + ' ' +
                       Words::builtIn().pick(random, "house") + " Road";
        if (!supervisors.empty() && home.ownService)
            home.supervisingWorker = random.pick(supervisors);
    }
}

}  // namespace homeward::demonstration
