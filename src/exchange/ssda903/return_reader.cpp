#include "exchange/ssda903/return_reader.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "exchange/csv.h"
#include "exchange/ssda903/columns.h"
#include "exchange/ssda903/date_text.h"
#include "exchange/ssda903/reasons.h"
#include "exchange/ssda903/row_check.h"
#include "exchange/ssda903/rows.h"
#include "exchange/ssda903/set_checks.h"
#include "exchange/ssda903/whole_file.h"
#include "exchange/ssda903/year_of_file.h"
#include "support/guard.h"
#include "support/text/path_text.h"
#include "support/text/text.h"

namespace homeward::exchange::ssda903 {
namespace {

namespace fs = std::filesystem;

/// A file after the first look: what it is and what its name says.
struct Surveyed {
    fs::path path;
    std::string name;
    Recognition recognition;
    int headingsAt = 0;  ///< which row they are, from 0
    YearInName yearInName;
};

/// With its folder where the name alone does not say the year: "2022/header.csv".
std::string nameOf(const fs::path& path)
{
    const std::string name = pathText(path.filename());
    const std::string folder = pathText(path.parent_path().filename());
    const bool saysItself = yearInName(pathText(path.stem())).has_value();
    return saysItself || !yearInName(folder) ? name : folder + "/" + name;
}

Finding aboutFile(const fs::path& path, const char* reason,
                  std::map<std::string, std::string> facts = {})
{
    Finding finding;
    finding.file = nameOf(path);
    finding.reason = reason;
    finding.facts = std::move(facts);
    return finding;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Empty: a header or episodes file.
std::optional<Finding> whyNotRead(const fs::path& path, const Recognition& recognition)
{
    if (recognition.fieldCount == 0)
        return aboutFile(path, reason::kEmptyFile);
    if (!recognition.otherTable.empty()) {
        Finding finding = aboutFile(path, reason::kOtherTable);
        if (recognition.otherTable != "?")
            finding.facts["table"] = recognition.otherTable;
        finding.severity = Severity::Warning;
        return finding;
    }
    if (recognition.kind)
        return std::nullopt;
    Finding finding = aboutFile(path, reason::kNotAReturn);
    finding.line = 1;
    if (!recognition.repeated.empty())
        finding.facts["repeated"] = recognition.repeated;
    else
        finding.facts["missing"] = joined(recognition.missing);
    return finding;
}

/// The finding for a file that readCsv gave up on.
Finding findingFor(const fs::path& path, const Error& error)
{
    if (error.code != ErrorCode::InvalidInput)
        return aboutFile(path, reason::kUnreadable);
    constexpr std::pair<std::string_view, const char*> kReasons[] = {
        {"line-too-long", reason::kLineTooLong},
        {"unclosed-quote", reason::kUnclosedQuote},
        {"too-many-columns", reason::kTooManyColumns},
        {"too-large", reason::kTooLarge},
        {"is-workbook", reason::kWorkbook},
        {"is-xml", reason::kXml},
        {"is-pdf", reason::kPdf},
        {"not-utf8", reason::kNotUtf8}};
    const auto factOf = [&](const char* name) {
        const auto found = error.facts.find(name);
        return found == error.facts.end() ? std::string_view{} : std::string_view(found->second);
    };
    const auto key = std::find_if(std::begin(kReasons), std::end(kReasons),
                                  [&](const auto& entry) { return entry.first == factOf("rule"); });
    Finding finding =
        aboutFile(path, key == std::end(kReasons) ? reason::kUnreadable : key->second);
    const std::string_view line = factOf("line");
    std::from_chars(line.data(), line.data() + line.size(), finding.line);
    return finding;
}

/// Steps through the files twice: once to learn what they are and which rule their years follow,
/// once for the rows.
class ReturnReading {
public:
    ReturnReading(const StatutoryCodes& codes, Date today, const RunControl& control,
                  const ReadOptions& options)
        : m_codes(codes), m_today(today), m_control(control), m_options(options), m_yearRule(today)
    {
    }

    Result<Return> read(const std::vector<fs::path>& files)
    {
        if (files.size() > kMostFiles)
            return invalidInput("files", "too-many", {{"most", std::to_string(kMostFiles)}});
        m_passes = static_cast<int>(2 * files.size());
        for (const fs::path& file : files)
            if (const auto surveyed = survey(file); !surveyed)
                return surveyed.error();
        if (m_unreadable > 0 && m_unreadable == static_cast<int>(files.size()))
            return *m_firstUnreadable;
        m_pass = static_cast<int>(files.size());
        for (const Surveyed& file : m_surveyed)
            if (const auto rows = readRows(file); !rows)
                return rows.error();
        return finish();
    }

private:
    static constexpr int kStepsPerPass = 100;
    static constexpr int kTitleRows = 20;  ///< in which the headings are looked for

    /// Progress of the pass under way as part of the whole.
    RunControl controlOfPass()
    {
        const int before = m_pass++ * kStepsPerPass;
        return {m_control.stop, [this, before](int done, int total) {
                    const int part =
                        total > 0 ? static_cast<int>(std::int64_t{done} * kStepsPerPass / total)
                                  : 0;
                    m_control.progress(before + part, m_passes * kStepsPerPass);
                }};
    }

    /// What the name says, or the person.
    std::optional<YearInName> yearFor(const fs::path& path) const
    {
        return m_options.year ? YearInName{m_options.year->startYear, true} : yearOfFile(path);
    }

    /// Looks at a row until the headings are found; true: this one was no data.
    static bool findHeadings(const std::vector<std::string>& fields, Surveyed& file, int row)
    {
        if (file.recognition.kind || !file.recognition.otherTable.empty())
            return false;
        Recognition here = recognise(fields);
        const bool better = row == 0 || here.kind || !here.otherTable.empty() ||
                            !here.repeated.empty() ||
                            here.missing.size() < file.recognition.missing.size();
        if (better) {
            file.recognition = std::move(here);
            file.headingsAt = row;
        }
        return true;
    }

    Result<Done> survey(const fs::path& path)
    {
        Surveyed file{path, nameOf(path), {}, 0, {}};
        const auto year = yearFor(path);
        DateSurvey dates;
        int rows = 0;
        const auto look = [&](const CsvPlace&, std::vector<std::string>& fields) {
            if (findHeadings(fields, file, rows))
                return ++rows < kTitleRows || file.recognition.kind.has_value();
            if (!file.recognition.kind)
                return false;
            if (!repeatsHeadings(fields, file.recognition))
                addEvidence(year, file.recognition, fields, dates);
            return ++rows <= kMostRows;
        };
        const RunControl control = controlOfPass();
        if (const auto finding = whyTooMuch(path)) {
            m_fileFindings.push_back(*finding);
            return Done{};
        }
        const auto read = readCsv(path, look, control);
        if (!read && read.error().code == ErrorCode::Cancelled)
            return read.error();
        if (!read) {
            refuse(path, read.error());
        } else if (auto finding = whyNotRead(path, file.recognition)) {
            m_fileFindings.push_back(std::move(*finding));
        } else if (auto stopped = dates.whyStopped()) {
            stopped->file = file.name;
            m_fileFindings.push_back(std::move(*stopped));
        } else if (!year) {
            m_withoutYear.push_back(file.name);
            m_fileFindings.push_back(aboutFile(path, reason::kNoYear));
        } else {
            file.yearInName = *year;
            m_surveyed.push_back(std::move(file));
        }
        return Done{};
    }

    /// Where the files before have used up what all may have together.
    std::optional<Finding> whyTooMuch(const fs::path& path)
    {
        std::error_code failure;
        const std::uintmax_t size = fs::file_size(path, failure);
        if (failure || size > kMostCsvBytes)
            return std::nullopt;  // told when it is read
        m_bytes += size;
        return m_bytes > kMostBytes ? std::optional(aboutFile(path, reason::kTooLarge))
                                    : std::nullopt;
    }

    void refuse(const fs::path& path, const Error& error)
    {
        if (error.code == ErrorCode::FileUnreadable) {
            if (m_unreadable++ == 0)
                m_firstUnreadable = error;
        }
        m_fileFindings.push_back(findingFor(path, error));
    }

    void addEvidence(const std::optional<YearInName>& year, const Recognition& recognition,
                     const std::vector<std::string>& fields, DateSurvey& dates)
    {
        const auto day = [&](Column column) -> std::optional<Date> {
            const auto position = recognition.columns.positionOf(column);
            if (!position || *position >= fields.size())
                return std::nullopt;
            dates.add(fields[*position], m_today);
            return readDay(asSeen(fields[*position]), m_today);
        };
        if (recognition.kind == FileKind::Header) {
            const auto birth = day(Column::Dob);
            if (birth && year)
                m_yearRule.addBirth(*year, *birth);
            return;
        }
        const auto start = day(Column::Decom);
        const auto end = day(Column::Dec);
        if (start && year)
            m_yearRule.addEpisode(*year, *start, end);
    }

    Result<Done> readRows(const Surveyed& surveyed)
    {
        ReadFile read;
        ReturnFile& file = read.file;
        file.name = surveyed.name;
        file.kind = *surveyed.recognition.kind;
        file.year = m_yearRule.yearOf(surveyed.yearInName);
        if (file.year.firstDay() > m_today) {
            m_fileFindings.push_back(
                aboutFile(surveyed.path, reason::kYearAhead, {{"year", yearLabel(file.year)}}));
            return Done{};
        }
        const FileContext context{
            file.name, file.year, surveyed.recognition.columns, surveyed.recognition.fieldCount,
            m_codes,   m_today};
        int row = 0;
        const auto take = [&](const CsvPlace& place, std::vector<std::string>& fields) {
            if (row++ > surveyed.headingsAt && !isBlankRow(fields) &&
                !repeatsHeadings(fields, surveyed.recognition)) {
                ++file.rows;
                takeRow(context, place, fields, read);
            }
            return file.rows + m_rows <= kMostRows;
        };
        auto done = readCsv(surveyed.path, take, controlOfPass());
        if (!done && done.error().code == ErrorCode::Cancelled)
            return done;
        if (!done) {
            refuse(surveyed.path, done.error());
            return Done{};
        }
        if (file.rows + m_rows > kMostRows) {
            m_fileFindings.push_back(aboutFile(surveyed.path, reason::kTooManyRows,
                                               {{"most", std::to_string(kMostRows)}}));
            return Done{};
        }
        m_rows += file.rows;
        if (file.rows == 0) {
            Finding finding = aboutFile(surveyed.path, reason::kEmptyFile);
            finding.severity = Severity::Warning;
            read.findings.add(std::move(finding));
        }
        dropRepeatedRows(read);
        m_files.push_back(std::move(read));
        return Done{};
    }

    static void takeRow(const FileContext& context, const CsvPlace& place,
                        const std::vector<std::string>& fields, ReadFile& read)
    {
        RowCheck row(context, place, fields, read.findings);
        if (!row.shapeIsSound())
            return;
        if (read.file.kind == FileKind::Header) {
            if (auto header = readHeaderRow(row, place))
                read.file.headers.push_back(std::move(*header));
        } else if (auto episode = readEpisodeRow(row, place)) {
            read.file.episodes.push_back(std::move(*episode));
        }
    }

    Return finish()
    {
        std::stable_sort(m_files.begin(), m_files.end(), [](const ReadFile& a, const ReadFile& b) {
            return std::tie(a.file.year, a.file.kind, a.file.name) <
                   std::tie(b.file.year, b.file.kind, b.file.name);
        });
        std::vector<Finding> contradicting = takeOutContradictions(m_files);
        std::move(contradicting.begin(), contradicting.end(), std::back_inserter(m_fileFindings));
        compareHeaders(m_files);
        rejectTooMany(m_files);
        rejectBeforeBirth(m_files);
        Return result;
        result.findings = std::move(m_fileFindings);
        result.withoutYear = std::move(m_withoutYear);
        for (ReadFile& read : m_files) {
            std::vector<Finding> findings = read.findings.take();
            std::move(findings.begin(), findings.end(), std::back_inserter(result.findings));
            result.files.push_back(std::move(read.file));
        }
        return result;
    }

    const StatutoryCodes& m_codes;
    Date m_today;
    const RunControl& m_control;
    const ReadOptions& m_options;
    YearRule m_yearRule;
    std::vector<Surveyed> m_surveyed;
    std::vector<ReadFile> m_files;
    std::vector<std::string> m_withoutYear;
    std::vector<Finding> m_fileFindings;  ///< files that are not read at all, in the order given
    std::uintmax_t m_bytes = 0;           ///< of the files so far
    int m_rows = 0;                       ///< read so far
    int m_unreadable = 0;
    std::optional<Error> m_firstUnreadable;
    int m_passes = 0;
    int m_pass = 0;
};

}  // namespace

Result<Return> readReturn(const std::vector<fs::path>& files, const StatutoryCodes& codes,
                          Date today, const RunControl& control, const ReadOptions& options)
{
    return guarded("read return",
                   [&] { return ReturnReading(codes, today, control, options).read(files); });
}

}  // namespace homeward::exchange::ssda903
