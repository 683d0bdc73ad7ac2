#include "domain/search_words.h"

#include <map>

#include "support/text/search_words.h"
#include "support/text/text.h"

namespace homeward {
namespace {

/// Each word once, as the first of what it is.
class Words {
public:
    void add(const std::string& text, WordOf of)
    {
        for (std::string& word : searchWords(text))
            m_words.try_emplace(std::move(word), of);
    }
    void addPostcode(const std::string& postcode)
    {
        if (std::string word = postcodeWord(postcode); !word.empty())
            m_words.try_emplace(std::move(word), WordOf::Place);
    }
    std::vector<RecordWord> taken() const
    {
        std::vector<RecordWord> words;
        for (const auto& [word, of] : m_words)
            words.push_back({word, of});
        return words;
    }

private:
    std::map<std::string, WordOf> m_words;
};

}  // namespace

std::vector<RecordWord> searchWordsOf(const Child& child)
{
    Words words;
    for (const std::string* name : {&child.preferredName, &child.givenName, &child.familyName})
        words.add(*name, WordOf::Name);
    words.add(child.caseNumber, WordOf::Number);
    words.add(child.upn, WordOf::Number);
    for (const std::string& number : child.formerNumbers)
        words.add(number, WordOf::Number);
    return words.taken();
}

std::vector<RecordWord> searchWordsOf(const Home& home)
{
    Words words;
    words.add(home.name, WordOf::Name);
    for (const std::string& carer : home.carers)
        words.add(carer, WordOf::Name);
    words.add(home.reference, WordOf::Number);
    words.addPostcode(home.postcode);
    return words.taken();
}

std::vector<RecordWord> searchWordsOfProvider(const std::string& name)
{
    Words words;
    words.add(name, WordOf::Name);
    return words.taken();
}

std::string nameKeyOf(const Child& child)
{
    const std::string& first =
        trimmed(child.givenName).empty() ? child.preferredName : child.givenName;
    return nameKey(child.familyName, first);
}

}  // namespace homeward
