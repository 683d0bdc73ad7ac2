#include "support/text/search_words.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "support/text/text.h"

namespace homeward {
namespace {

constexpr std::size_t kMostTerms = 8;
constexpr std::size_t kShortestForgiven = 4;
constexpr std::size_t kDigitsOfNumber = 9;
constexpr std::string_view kAfterAll = "\xf4\x8f\xbf\xbf";  ///< U+10FFFF, in no word

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// "zz1", "n1", "sw1a": the first half of a postcode.
bool isOutward(std::string_view word)
{
    if (word.size() < 2 || word.size() > 4 || !isLetter(word[0]))
        return false;
    const std::size_t letters = isLetter(word[1]) ? 2 : 1;
    return word.size() > letters && isDigit(word[letters]) && word.size() - letters <= 2;
}

/// "2ab", or the begin of it.
bool beginsInward(std::string_view word)
{
    return !word.empty() && word.size() <= 3 && isDigit(word[0]) &&
           std::all_of(word.begin() + 1, word.end(), isLetter);
}

std::string upperCase(std::string_view word)
{
    std::string upper(word);
    for (char& c : upper)
        c = isLetter(c) ? static_cast<char>(c - 'a' + 'A') : c;
    return upper;
}

/// As written with a blank or without; where the blank stands shows only once all is typed.
std::vector<WordRange> postcodesBeginning(std::string_view word)
{
    const bool plain =
        std::all_of(word.begin(), word.end(), [](char c) { return isDigit(c) || isLetter(c); });
    if (!plain || word.size() < 2 || word.size() > 7 || !isLetter(word[0]) ||
        std::none_of(word.begin(), word.end(), isDigit))
        return {};
    const std::string upper = upperCase(word);
    std::vector<WordRange> ranges{wordsBeginning(upper)};
    for (std::size_t outward = 2; outward <= 4 && outward < upper.size(); ++outward)
        if (isOutward(word.substr(0, outward)) && beginsInward(word.substr(outward)))
            ranges.push_back(
                wordsBeginning(upper.substr(0, outward) + ' ' + upper.substr(outward)));
    return ranges;
}

std::vector<std::string_view> letters(std::string_view word)
{
    std::vector<std::string_view> parts;
    while (!word.empty()) {
        std::size_t length = 1;
        while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xc0) == 0x80)
            ++length;
        parts.push_back(word.substr(0, length));
        word.remove_prefix(length);
    }
    return parts;
}

using Letters = std::vector<std::string_view>;

std::string joined(const Letters& parts)
{
    std::string word;
    for (const std::string_view part : parts)
        word += part;
    return word;
}

/// Letters that could have been meant, of the alphabet of the word.
std::vector<std::string> alphabetOf(std::string_view letter)
{
    std::vector<std::string> alphabet;
    const auto add = [&](unsigned from, unsigned to) {
        for (unsigned c = from; c <= to; ++c)
            alphabet.push_back(
                {static_cast<char>(0xc0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3f))});
    };
    const auto lead = static_cast<unsigned char>(letter.front());
    if (lead < 0x80)
        for (char c = 'a'; c <= 'z'; ++c)
            alphabet.emplace_back(1, c);
    else if (lead == 0xce || lead == 0xcf)
        add(0x3b1, 0x3c9);
    else if (lead == 0xd0 || lead == 0xd1)
        add(0x430, 0x44f);
    return alphabet;
}

}  // namespace

std::vector<std::string> searchWords(std::string_view text)
{
    const std::string folded = foldedForSearch(text);
    std::set<std::string_view> words;
    for (const std::string_view word : split(folded, ' '))
        if (!word.empty())
            words.insert(word);
    return {words.begin(), words.end()};
}

std::string postcodeWord(std::string_view postcode)
{
    std::string word = foldedForSearch(postcode);
    std::erase(word, ' ');
    return word;
}

WordRange wordsBeginning(std::string_view beginning)
{
    return {std::string(beginning), std::string(beginning).append(kAfterAll)};
}

WordRange onlyWord(std::string_view word)
{
    return {std::string(word), std::string(word) + '\x01'};
}

std::vector<SearchTerm> searchTerms(std::string_view typed)
{
    const std::string folded = foldedForSearch(typed);
    std::vector<std::string> words;
    for (const std::string_view word : split(folded, ' ')) {
        if (word.empty())
            continue;
        if (!words.empty() && isOutward(words.back()) && beginsInward(word))
            words.back() += word;
        else if (std::find(words.begin(), words.end(), word) == words.end())
            words.emplace_back(word);
    }
    words.resize(std::min(words.size(), kMostTerms));
    std::vector<SearchTerm> terms;
    for (std::string& word : words) {
        SearchTerm term{{}, {wordsBeginning(word)}, postcodesBeginning(word)};
        term.typed = std::move(word);
        terms.push_back(std::move(term));
    }
    return terms;
}

bool isOneSlipAway(std::string_view typed, std::string_view word)
{
    const Letters t = letters(typed);
    const Letters w = letters(word);
    const auto same = static_cast<std::size_t>(
        std::mismatch(t.begin(), t.end(), w.begin(), w.end()).first - t.begin());
    if (same == t.size())
        return true;
    // Whether the rest of what was typed, from `a` on, begins the rest of the word from `b` on.
    const auto begins = [&](std::size_t a, std::size_t b) {
        return a <= t.size() && b <= w.size() && t.size() - a <= w.size() - b &&
               std::equal(t.begin() + static_cast<std::ptrdiff_t>(a), t.end(),
                          w.begin() + static_cast<std::ptrdiff_t>(b));
    };
    const bool swapped = same + 1 < t.size() && same + 1 < w.size() && t[same] == w[same + 1] &&
                         t[same + 1] == w[same] && begins(same + 2, same + 2);
    return swapped || begins(same + 1, same + 1) || begins(same, same + 1) ||
           begins(same + 1, same);
}

std::vector<WordRange> nearWords(std::string_view typed)
{
    const Letters word = letters(typed);
    if (word.size() < kShortestForgiven || std::any_of(typed.begin(), typed.end(), isDigit))
        return {};
    // The slip is behind the first two letters, or it is in them and the rest stands as typed.
    std::set<std::string> begins{joined({word[0], word[1]})};
    const auto with = [&](std::size_t at, std::size_t skip, std::string_view instead) {
        Letters other = word;
        const auto place = other.begin() + static_cast<std::ptrdiff_t>(at);
        const auto kept = other.erase(place, place + static_cast<std::ptrdiff_t>(skip));
        if (!instead.empty())
            other.insert(kept, instead);
        begins.insert(joined(other));
    };
    const std::vector<std::string> alphabet = alphabetOf(word[0]);
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}}) {
        with(at, 1, {});
        with(at, 2, std::string(word[at + 1]).append(word[at]));
        for (const std::string& letter : alphabet) {
            with(at, 0, letter);
            with(at, 1, letter);
        }
    }
    std::vector<WordRange> ranges;
    ranges.reserve(begins.size());
    for (const std::string& begin : begins)
        ranges.push_back(wordsBeginning(begin));
    return ranges;
}

std::string nameKey(std::string_view name)
{
    const std::string folded = foldedForSearch(name);
    std::string key;
    for (std::size_t at = 0; at < folded.size();) {
        if (!isDigit(folded[at])) {
            if (folded[at] != ' ')
                key += folded[at];
            ++at;
            continue;
        }
        const auto end = std::min(folded.find_first_not_of("0123456789", at), folded.size());
        const auto start = std::min(folded.find_first_not_of('0', at), end);
        const std::size_t digits = end - start;
        key.append(kDigitsOfNumber - std::min(digits, kDigitsOfNumber), '0');
        key.append(folded, start, digits);
        at = end;
    }
    return key.empty() ? std::string(kNoName) : key;
}

std::string nameKey(std::string_view first, std::string_view second)
{
    std::string key = nameKey(trimmed(first).empty() ? second : first);
    if (trimmed(first).empty() || trimmed(second).empty())
        return key;
    // A blank is less than every letter: a short name before the longer ones that begin so.
    return key + ' ' + nameKey(second);
}

}  // namespace homeward
