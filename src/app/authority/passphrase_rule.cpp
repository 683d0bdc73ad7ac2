#include "app/authority/passphrase_rule.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "support/files/resource.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

constexpr std::size_t kLookedAt = 200;
constexpr std::size_t kLeastGuesses = 8;  ///< characters that have to be guessed one by one
constexpr std::size_t kShortestRow = 4;
constexpr std::size_t kShortestName = 3;

constexpr std::array<std::string_view, 6> kRows{"1234567890",
                                                "qwertyuiop",
                                                "asdfghjkl",
                                                "zxcvbnm",
                                                "abcdefghijklmnopqrstuvwxyz",
                                                "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"};

enum Reason : std::uint8_t { Guessed, Repeats, Row, Common, Name, kReasons };
constexpr std::array<const char*, kReasons> kRules{"weak-passphrase", "passphrase-repeats",
                                                   "passphrase-rows", "passphrase-common",
                                                   "passphrase-names"};

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The letter that a digit or sign stands for where people write words with them.
char letterFor(char c)
{
    constexpr std::string_view kSigns = "013457@$!";
    constexpr std::string_view kLetters = "oleastasi";
    const std::size_t at = kSigns.find(c);
    return at == std::string_view::npos ? small(c) : kLetters[at];
}

const std::vector<std::string>& commonWords()
{
    static const std::vector<std::string> words = [] {
        std::vector<std::string> read;
        for (const std::string_view line :
             split(resource("resources/passphrases/common.txt").value_or(""), '\n'))
            if (!line.empty() && line.front() != '#')
                read.emplace_back(line);
        return read;
    }();
    return words;
}

std::vector<std::string> namesOf(const PassphraseOwner& owner)
{
    std::vector<std::string> names;
    for (const std::string* whole : {&owner.accountName, &owner.personName, &owner.authorityName}) {
        std::string part;
        for (const char c : *whole + ' ') {
            const bool belongs =
                (c & 0x80) != 0 || (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9');
            if (belongs)
                part += small(c);
            else if (part.size() >= kShortestName)
                names.push_back(std::move(part));
            if (!belongs)
                part.clear();
        }
    }
    return names;
}

/// What each byte of a passphrase is worth to who guesses. Kept in a Secret: it is the passphrase.
class Worth {
public:
    explicit Worth(std::string_view text) : m_text(text), m_reason(text.size(), Guessed) {}

    void markRepeats()
    {
        for (std::size_t period = 1; period <= m_text.size() / 2; ++period)
            for (std::size_t at = period, run = 0; at < m_text.size(); ++at) {
                run = small(m_text[at]) == small(m_text[at - period]) ? run + 1 : 0;
                if (run >= std::max<std::size_t>(period, 2))
                    mark(at + 1 - run, at + 1, Repeats);
            }
    }

    void markRows()
    {
        for (const std::string_view row : kRows)
            for (const int step : {1, -1})
                markRow(row, step);
    }

    void markWord(std::string_view word, Reason reason, char (*fold)(char))
    {
        for (std::size_t at = 0; at + word.size() <= m_text.size(); ++at)
            if (std::equal(word.begin(), word.end(), m_text.begin() + static_cast<long>(at),
                           [&](char ofWord, char c) { return ofWord == fold(c); }))
                mark(at + 1, at + word.size(), reason);  // its first counts as one character
    }

    std::size_t toBeGuessed() const
    {
        std::size_t count = 0;
        for (std::size_t at = 0; at < m_text.size(); ++at)
            count += m_reason[at] == Guessed && (m_text[at] & 0xc0) != 0x80 ? 1 : 0;
        return count;
    }

    Reason costliest() const
    {
        std::array<std::size_t, kReasons> costs{};
        for (const Reason reason : m_reason)
            ++costs[reason];
        return static_cast<Reason>(std::max_element(costs.begin() + 1, costs.end()) -
                                   costs.begin());
    }

private:
    void mark(std::size_t from, std::size_t to, Reason reason)
    {
        for (std::size_t at = from; at < to; ++at)
            if (m_reason[at] == Guessed)
                m_reason[at] = reason;
    }

    void markRow(std::string_view row, int step)
    {
        std::size_t run = 1;
        for (std::size_t at = 1; at < m_text.size(); ++at) {
            const std::size_t before = row.find(small(m_text[at - 1]));
            const std::size_t here = row.find(small(m_text[at]));
            const bool goesOn = before != std::string_view::npos &&
                                here != std::string_view::npos &&
                                static_cast<long>(here) - static_cast<long>(before) == step;
            run = goesOn ? run + 1 : 1;
            if (run >= kShortestRow)
                mark(at + 2 - run, at + 1, Row);
        }
    }

    std::string_view m_text;
    std::vector<Reason> m_reason;
};

}  // namespace

std::optional<Error> checkPassphrase(const Secret& passphrase, const PassphraseOwner& owner)
{
    const std::string_view whole = passphrase.text();
    const auto characters = static_cast<std::size_t>(
        std::count_if(whole.begin(), whole.end(), [](char c) { return (c & 0xc0) != 0x80; }));
    if (characters < kShortestPassphrase)
        return invalidInput("passphrase", kRules[Guessed],
                            {{"least", std::to_string(kShortestPassphrase)}});
    Worth worth(whole.substr(0, kLookedAt));
    for (const std::string& name : namesOf(owner))
        worth.markWord(name, Name, small);
    worth.markRows();
    for (const std::string& word : commonWords())
        worth.markWord(word, Common, letterFor);
    worth.markRepeats();
    if (worth.toBeGuessed() >= kLeastGuesses)
        return std::nullopt;
    return invalidInput("passphrase", kRules[worth.costliest()]);
}

}  // namespace homeward::app
