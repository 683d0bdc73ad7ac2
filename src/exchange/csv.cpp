#include "exchange/csv.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "exchange/text_form.h"
#include "support/guard.h"
#include "support/os/file.h"
#include "support/text/path_text.h"
#include "support/text/text.h"

namespace homeward::exchange {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::size_t kLongestLineBytes = 64 * 1024;
constexpr std::size_t kMostColumns = 1'000;

Error unreadable(const std::filesystem::path& file)
{
    return {ErrorCode::FileUnreadable,
            "read csv: errno " + std::to_string(errno),
            {{"file", pathText(file.filename())}}};
}

Error refusedAt(int line, const char* rule)
{
    return invalidInput("file", rule, {{"line", std::to_string(line)}});
}

/// libcsv fed one line at a time, so that the line of each row is known.
class RowAssembler {
public:
    using RowFunction = std::function<bool(const CsvPlace&, std::vector<std::string>&)>;

    RowAssembler(const RowFunction& row, const TextForm& form)
        : m_row(row), m_skipsFirst(form.saysSeparator)
    {
        csv_init(&m_parser, 0);
        csv_set_delim(&m_parser, static_cast<unsigned char>(form.separator));
        if (form.separator == '\t')  // else it counts as a blank around fields
            csv_set_space_func(&m_parser, [](unsigned char letter) { return int{letter == ' '}; });
    }
    RowAssembler(const RowAssembler&) = delete;
    RowAssembler& operator=(const RowAssembler&) = delete;
    ~RowAssembler() { csv_free(&m_parser); }

    bool stopped() const { return m_stopped; }

    Result<Done> feed(std::string_view piece)
    {
        while (!piece.empty() && !m_stopped) {
            const std::size_t length = lengthToLineEnd(piece);
            auto fed = feedWithinLine(piece.substr(0, length));
            if (!fed)
                return fed;
            piece.remove_prefix(length);
        }
        return Done{};
    }

    Result<Done> finish()
    {
        if (m_stopped)
            return Done{};
        // Strict only now: a stray quote within a field is taken as it is, an open one at the end
        // is not.
        csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        if (csv_fini(&m_parser, onField, onRow, this) != 0)
            return parserFailure();
        return m_rowComplete ? deliver() : Result<Done>(Done{});
    }

private:
    static void onField(void* text, std::size_t length, void* self)
    {
        // Refused when the row is delivered; until then no more than one beyond is kept.
        auto& fields = static_cast<RowAssembler*>(self)->m_fields;
        if (fields.size() <= kMostColumns)
            fields.emplace_back(static_cast<const char*>(text), length);
    }
    static void onRow(int, void* self) { static_cast<RowAssembler*>(self)->m_rowComplete = true; }

    static std::size_t lengthToLineEnd(std::string_view piece)
    {
        for (std::size_t i = 0; i < piece.size(); ++i)
            if (piece[i] == '\n' || piece[i] == '\r')
                return i + 1;
        return piece.size();
    }

    Result<Done> feedWithinLine(std::string_view text)
    {
        noteLine(text);
        if (m_lineBytes > kLongestLineBytes)
            return refusedAt(m_line, "line-too-long");
        // A row this long over many lines is a quote that somebody forgot to close.
        if (m_rowBytes > kLongestLineBytes)
            return refusedAt(m_rowLine, "unclosed-quote");
        if (csv_parse(&m_parser, text.data(), text.size(), onField, onRow, this) != text.size())
            return parserFailure();
        return m_rowComplete ? deliver() : Result<Done>(Done{});
    }

    void noteLine(std::string_view text)
    {
        const bool secondHalfOfCrLf = m_afterReturn && text == "\n";
        if (m_lineEnded && !secondHalfOfCrLf) {
            ++m_line;
            m_lineBytes = 0;
        }
        m_lineEnded = text.back() == '\n' || text.back() == '\r';
        m_afterReturn = text.back() == '\r';
        m_lineBytes += text.size();
        if (!m_rowBegun && text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            m_rowBegun = true;
            m_rowLine = m_line;
        }
        m_lastLine = m_line;
        if (m_rowBegun)
            m_rowBytes += text.size();
    }

    Result<Done> deliver()
    {
        if (m_fields.size() > kMostColumns)
            return refusedAt(m_rowLine, "too-many-columns");
        if (!m_firstRowSeen) {
            m_firstRowSeen = true;
            for (const std::string& field : m_fields)
                if (!isValidUtf8(field) || field.find('\0') != std::string::npos)
                    return refusedAt(m_rowLine, "not-utf8");
        }
        // A spreadsheet counts a cell with line breaks as one row.
        const CsvPlace place{m_rowLine, m_rowLine - m_insideRows};
        m_insideRows += m_lastLine - m_rowLine;
        if (!std::exchange(m_skipsFirst, false))
            m_stopped = !m_row(place, m_fields);
        m_fields.clear();
        m_rowComplete = false;
        m_rowBegun = false;
        m_rowBytes = 0;
        return Done{};
    }

    Error parserFailure()
    {
        if (csv_error(&m_parser) == CSV_EPARSE)
            return refusedAt(m_rowLine, "unclosed-quote");
        return {ErrorCode::Internal, "libcsv " + std::to_string(csv_error(&m_parser)), {}};
    }

    const RowFunction& m_row;
    csv_parser m_parser{};
    std::vector<std::string> m_fields;
    bool m_rowComplete = false;
    bool m_rowBegun = false;
    bool m_firstRowSeen = false;
    bool m_stopped = false;
    int m_line = 0;  ///< raised to 1 by the first byte
    int m_rowLine = 1;
    int m_lastLine = 1;    ///< of the row
    int m_insideRows = 0;  ///< line ends within cells so far
    bool m_skipsFirst;
    bool m_lineEnded = true;
    bool m_afterReturn = false;
    std::size_t m_lineBytes = 0;
    std::size_t m_rowBytes = 0;
};

Error tooLarge(const std::filesystem::path& file)
{
    return invalidInput("file", "too-large", {{"file", pathText(file.filename())}});
}

}  // namespace

namespace {

Result<Done> readPieces(const std::filesystem::path& file, const CsvRow& row,
                        const RunControl& control, std::uintmax_t mostBytes)
{
    const os::File opened(file, os::Opening::Read);
    const auto state = opened.isOpen() ? opened.state() : std::nullopt;
    if (!state || state->type != std::filesystem::file_type::regular)
        return unreadable(file);
    if (state->bytes > mostBytes)
        return tooLarge(file);
    const int total = static_cast<int>(state->bytes / 1024);
    std::array<char, kPieceBytes> piece;
    std::optional<RowAssembler> rows;
    std::optional<Utf16Reader> decoder;
    for (int pieces = 0;; ++pieces) {
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, "read csv", {}};
        // The file may grow while it is read.
        if (static_cast<std::uintmax_t>(pieces) * kPieceBytes > mostBytes)
            return tooLarge(file);
        const auto got = opened.readFully(piece.data(), piece.size());
        if (!got)
            return unreadable(file);
        std::string_view text(piece.data(), *got);
        if (!rows) {
            const auto form = textForm(text);
            if (!form)
                return form.error();
            rows.emplace(row, *form);
            text.remove_prefix(form->markBytes);
            if (form->encoding != Encoding::Utf8)
                decoder.emplace(form->encoding);
        }
        auto fed = decoder ? rows->feed(decoder->read(text)) : rows->feed(text);
        if (!fed)
            return fed;
        control.progress(std::min(total, (pieces + 1) * static_cast<int>(kPieceBytes / 1024)),
                         total);
        if (*got < kPieceBytes || rows->stopped())
            break;
    }
    return rows->finish();
}

}  // namespace

Result<Done> readCsv(const std::filesystem::path& file, const CsvRow& row,
                     const RunControl& control, std::uintmax_t mostBytes)
{
    return guarded("read csv", [&] { return readPieces(file, row, control, mostBytes); });
}

Result<Done> readCsvText(std::string_view text, const CsvRow& row)
{
    return guarded("read csv", [&]() -> Result<Done> {
        const auto form = textForm(text);
        if (!form)
            return form.error();
        RowAssembler rows(row, *form);
        text.remove_prefix(form->markBytes);
        const auto fed = rows.feed(text);
        return fed ? rows.finish() : fed;
    });
}

}  // namespace homeward::exchange
