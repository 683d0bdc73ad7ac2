#include "demonstration/words.h"

#include <algorithm>

#include "support/files/resource.h"
#include "support/text/text.h"

namespace homeward::demonstration {

const Words& Words::builtIn()
{
    static const Words words = [] {
        Words read;
        const auto table = resource("resources/demonstration/words.tsv");
        for (const std::string_view line : split(table.value_or(std::string_view{}), '\n')) {
            const std::size_t tab = line.find('\t');
            if (tab != std::string_view::npos && line.front() != '#')
                read.m_texts[std::string(line.substr(0, tab))].emplace_back(line.substr(tab + 1));
        }
        return read;
    }();
    return words;
}

const std::vector<std::string>& Words::of(const std::string& key) const
{
    static const std::vector<std::string> none;
    const auto found = m_texts.find(key);
    return found == m_texts.end() ? none : found->second;
}

const std::string& Words::pick(Random& random, const std::string& key) const
{
    static const std::string nothing;
    const auto& texts = of(key);
    return texts.empty() ? nothing : random.pick(texts);
}

std::vector<std::string> Words::of(std::initializer_list<std::string> keys) const
{
    std::vector<std::string> texts;
    for (const std::string& key : keys)
        texts.insert(texts.end(), of(key).begin(), of(key).end());
    return texts;
}

bool Words::isAmong(const std::string& key, std::string_view text) const
{
    const auto& texts = of(key);
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace homeward::demonstration
