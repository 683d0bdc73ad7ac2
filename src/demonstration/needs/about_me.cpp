#include "demonstration/needs/about_me.h"

#include "demonstration/words.h"

namespace homeward::demonstration {
namespace {

std::string ageGroup(int ageYears)
{
    if (ageYears < 5)
        return "young";
    return ageYears < 12 ? "middle" : "teen";
}

/// One text, sometimes two.
std::string said(Random& random, const std::string& key)
{
    const auto& texts = Words::builtIn().of(key);
    if (texts.empty())
        return {};
    const std::size_t first = random.below(texts.size());
    if (texts.size() < 2 || !random.chance(0.3))
        return texts[first];
    const std::size_t second = (first + 1 + random.below(texts.size() - 1)) % texts.size();
    return texts[first] + " " + texts[second];
}

}  // namespace

AboutMe inventAboutMe(Random& random, int ageYears)
{
    if (!random.chance(ageYears < 5 ? 0.45 : 0.64))
        return {};
    const std::string group = ageGroup(ageYears);
    AboutMe words;
    words.whatMattersToMe = said(random, "about.matter." + group);
    words.whatIAmGoodAt = said(random, "about.good." + group);
    if (random.chance(0.88))
        words.myHopes = said(random, "about.hope." + group);
    return words;
}

}  // namespace homeward::demonstration
