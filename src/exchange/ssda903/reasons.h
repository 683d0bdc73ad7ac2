#pragma once

/// Keys of what can be wrong in a return; each has its words in the message catalogue.
namespace homeward::exchange::ssda903::reason {

// The whole file.
inline constexpr const char* kNotAReturn = "finding.not-a-return";  ///< facts missing, repeated
inline constexpr const char* kOtherTable = "finding.other-table";   ///< fact table; warning
inline constexpr const char* kNoYear = "finding.no-year";
inline constexpr const char* kYearAhead = "finding.year-ahead";         ///< fact year
inline constexpr const char* kMonthFirst = "finding.month-first";       ///< facts count, example
inline constexpr const char* kMostDatesBad = "finding.most-dates-bad";  ///< facts count, example
inline constexpr const char* kContradicts = "finding.contradicts";      ///< facts other, child
inline constexpr const char* kWorkbook = "finding.is-workbook";
inline constexpr const char* kXml = "finding.is-xml";
inline constexpr const char* kPdf = "finding.is-pdf";
inline constexpr const char* kUnreadable = "finding.unreadable";
inline constexpr const char* kEmptyFile = "finding.empty-file";
inline constexpr const char* kLineTooLong = "finding.line-too-long";
inline constexpr const char* kTooLarge = "finding.too-large";
inline constexpr const char* kTooManyColumns = "finding.too-many-columns";
inline constexpr const char* kTooManyRows = "finding.too-many-rows";   ///< fact most
inline constexpr const char* kMoreFindings = "finding.more-findings";  ///< fact count
inline constexpr const char* kUnclosedQuote = "finding.unclosed-quote";
inline constexpr const char* kNotUtf8 = "finding.not-utf8";  ///< also of one row

// One row.
inline constexpr const char* kFieldCount = "finding.field-count";     ///< facts expected, found
inline constexpr const char* kTextTooLong = "finding.text-too-long";  ///< fact most
inline constexpr const char* kRequired = "finding.required";
inline constexpr const char* kBadDate = "finding.bad-date";
inline constexpr const char* kNumberForDate = "finding.number-for-date";
inline constexpr const char* kDateInFuture = "finding.date-in-future";
inline constexpr const char* kImplausibleBirthDate = "finding.implausible-birth-date";
inline constexpr const char* kUnknownCode = "finding.unknown-code";  ///< fact field
inline constexpr const char* kCodeNotInYear =
    "finding.code-not-in-year";  ///< facts field, year, validFrom or validTo
inline constexpr const char* kEndsBeforeStart = "finding.ends-before-start";  ///< fact start
inline constexpr const char* kEndReasonWithoutEnd = "finding.end-reason-without-end";  ///< warning
inline constexpr const char* kOutsideYear = "finding.outside-year";    ///< fact year
inline constexpr const char* kDuplicateRow = "finding.duplicate-row";  ///< fact firstLine

// Between rows and files.
inline constexpr const char* kBeforeBirth = "finding.before-birth";  ///< fact birthDate
inline constexpr const char* kChildDiffers =
    "finding.child-in-other-year-differs";  ///< facts earlier, earlierFile; warning
inline constexpr const char* kTooManyEpisodes = "finding.too-many-episodes";  ///< facts child, most
/// Child in no header of the given files and not stored. The reader does not know stored children,
/// so the caller finds these.
inline constexpr const char* kOrphanEpisode = "finding.orphan-episode";

inline constexpr const char* kAll[] = {kNotAReturn,
                                       kOtherTable,
                                       kNoYear,
                                       kUnreadable,
                                       kEmptyFile,
                                       kLineTooLong,
                                       kTooLarge,
                                       kTooManyColumns,
                                       kTooManyRows,
                                       kMoreFindings,
                                       kUnclosedQuote,
                                       kNotUtf8,
                                       kFieldCount,
                                       kTextTooLong,
                                       kRequired,
                                       kBadDate,
                                       kDateInFuture,
                                       kImplausibleBirthDate,
                                       kUnknownCode,
                                       kCodeNotInYear,
                                       kEndsBeforeStart,
                                       kEndReasonWithoutEnd,
                                       kOutsideYear,
                                       kDuplicateRow,
                                       kNumberForDate,
                                       kYearAhead,
                                       kMonthFirst,
                                       kMostDatesBad,
                                       kContradicts,
                                       kWorkbook,
                                       kXml,
                                       kPdf,
                                       kBeforeBirth,
                                       kChildDiffers,
                                       kTooManyEpisodes,
                                       kOrphanEpisode};

}  // namespace homeward::exchange::ssda903::reason
