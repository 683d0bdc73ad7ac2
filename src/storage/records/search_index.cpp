#include "storage/records/search_index.h"

namespace homeward::storage {
namespace {

/// Words with more entries are common, however many more.
constexpr long long kCommonWord = 4000;

/// Inserts words with one prepared statement.
class WordInsert {
public:
    explicit WordInsert(soci::session& sql)
        : m_query(sql,
                  "insert into search_word (word, kind, record, part)"
                  " values (:word, :kind, :record, :part)")
    {
        m_query.with(m_word).with(m_kind).with(m_record).with(m_part);
    }
    void run(SearchKind kind, const std::string& record, const std::vector<RecordWord>& words)
    {
        m_kind = std::string(toKey(kind));
        m_record = record;
        for (const RecordWord& word : words) {
            m_word = word.word;
            m_part = static_cast<int>(word.of);
            m_query.run();
        }
    }

private:
    std::string m_word;
    std::string m_kind;
    std::string m_record;
    int m_part = 0;
    Query m_query;
};

}  // namespace

SqlText inRanges(std::string_view column, const std::vector<WordRange>& ranges)
{
    SqlText text("(");
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        text.add(i == 0 ? "" : " or ").add(column).add(" >= ").bind(ranges[i].first);
        text.add(" and ").add(column).add(" < ").bind(ranges[i].end);
    }
    // No range: nothing is in it.
    return text.add(ranges.empty() ? "1 = 0)" : ")");
}

void SearchIndex::add(SearchKind kind, const std::string& record,
                      const std::vector<RecordWord>& words)
{
    WordInsert(m_transaction.session()).run(kind, record, words);
}

void SearchIndex::replace(SearchKind kind, const std::string& record,
                          const std::vector<RecordWord>& words)
{
    if (wordsOf(record) == words)
        return;
    Query(m_transaction.session(), "delete from search_word where record = :record")
        .with(record)
        .run();
    add(kind, record, words);
}

std::vector<RecordWord> SearchIndex::wordsOf(const std::string& record)
{
    std::vector<RecordWord> words;
    std::string word;
    int part = 0;
    Query(m_transaction.session(),
          "select word, part from search_word where record = :record order by word")
        .into(word)
        .into(part)
        .with(record)
        .forEach([&] {
            words.push_back({word, static_cast<WordOf>(part)});
        });
    return words;
}

int SearchIndex::size()
{
    return numberOf(m_transaction.session(), SqlText("select count(*) from search_word"));
}

std::vector<std::string> SearchIndex::recordsWith(SearchKind kind,
                                                  const std::vector<SearchTerm>& terms,
                                                  std::size_t limit)
{
    if (terms.empty())
        return {};
    // Into the index by the rarest word, then each record is asked for the others.
    const SearchTerm* const rarest = wayIn(terms, true);
    SqlText others;
    for (const SearchTerm& term : terms) {
        if (&term == rarest)
            continue;
        others.add(" and exists (select 1 from search_word y where y.record = x.record and ");
        others.add(inRanges("y.word", term.words)).add(")");
    }
    // A range at a time: of several at once the engine reads all, to put them in order.
    std::vector<std::string> records;
    for (const WordRange& range : rarest->words) {
        SqlText text("select x.record from search_word x where x.kind = ");
        text.bind(std::string(toKey(kind))).add(" and ").add(inRanges("x.word", {range}));
        text.add(others).add(" order by x.word limit ");
        text.bind(static_cast<long long>(limit - records.size()));
        std::string record;
        Query query(m_transaction.session(), text.text());
        query.into(record);
        text.bindTo(query);
        query.forEach([&] { records.push_back(record); });
        if (records.size() >= limit)
            break;
    }
    return records;
}

std::vector<WordRange> SearchIndex::wordsNear(const std::string& typed, std::size_t limit)
{
    std::vector<WordRange> near;
    std::string word;
    std::string from;
    std::string end;
    // From one word to the next that differs: a common name is read once, not once a child.
    Query next(m_transaction.session(),
               "select word from search_word where word >= :first and word < :end"
               " order by word limit 1");
    next.into(word).with(from).with(end);
    for (const WordRange& range : nearWords(typed)) {
        from = range.first;
        end = range.end;
        while (near.size() < limit && next.first()) {
            // Numbers and postcodes are many, and not guessed at: past all that begin like this
            // one.
            const std::size_t digit = word.find_first_of("0123456789");
            if (digit != std::string::npos) {
                from = wordsBeginning(word.substr(0, digit + 1)).end;
                continue;
            }
            if (!word.starts_with(typed) && isOneSlipAway(typed, word))
                near.push_back(onlyWord(word));
            from = onlyWord(word).end;
        }
    }
    return near;
}

const SearchTerm* SearchIndex::wayIn(const std::vector<SearchTerm>& terms, bool howeverCommon)
{
    if (howeverCommon && terms.size() == 1)
        return &terms.front();
    const SearchTerm* rarest = nullptr;
    long long fewest = howeverCommon ? kCommonWord + 1 : kCommonWord;
    for (const SearchTerm& term : terms)
        if (const int count = countOf(term); count < fewest) {
            fewest = count;
            rarest = &term;
        }
    return rarest;
}

int SearchIndex::countOf(const SearchTerm& term)
{
    SqlText text("select count(*) from (select 1 from search_word where ");
    text.add(inRanges("word", term.words)).add(" limit ").bind(kCommonWord).add(") as entry");
    return numberOf(m_transaction.session(), text);
}

}  // namespace homeward::storage
