// The words for everything that can be wrong in a return, in one place.
#include "ui/admin/finding_text.h"

#include <QCoreApplication>

#include "ui/shared/format.h"

namespace homeward::ui {

namespace {

using app::ImportFinding;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FindingText)
};

QString fact(const ImportFinding& finding, const char* name)
{
    const auto found = finding.facts.find(name);
    return found == finding.facts.end() ? QString() : text(found->second);
}

QString dayFact(const ImportFinding& finding, const char* name)
{
    const QString value = fact(finding, name);
    const auto date = Date::fromIso(utf8(value));
    return date ? dateText(*date) : value;
}

/// "2024/25", as everywhere in the program.
QString yearFact(const ImportFinding& finding)
{
    return fact(finding, "year").replace(QLatin1Char('-'), QLatin1Char('/'));
}

QString columnOf(const ImportFinding& finding)
{
    const QString named = fact(finding, "column");
    return named.isEmpty() ? text(finding.column) : named;
}

/// `with` where the fact is known, `without` where it is not.
QString withFact(const QString& value, const QString& with, const QString& without)
{
    return value.isEmpty() ? without : with.arg(value);
}

QString notAReturn(const ImportFinding& finding)
{
    if (const QString repeated = fact(finding, "repeated"); !repeated.isEmpty())
        return Words::tr("The column %1 is there twice, so the file cannot be read.").arg(repeated);
    return withFact(
        fact(finding, "missing"),
        Words::tr("This is neither a header nor an episodes file. Columns it lacks: %1."),
        Words::tr("This is neither a header nor an episodes file: the columns are not there."));
}

QString otherTable(const ImportFinding& finding)
{
    return withFact(fact(finding, "table"),
                    Words::tr("This is the %1 table of the return. Only header and episodes are "
                              "read, so it is left out."),
                    Words::tr("Only header and episodes files are read, so this one is left out."));
}

QString noYear(const ImportFinding&)
{
    return Words::tr(
        "Which year this is cannot be told. Put the year in the file name, for example "
        "2025-episodes.csv.");
}

QString unreadable(const ImportFinding&)
{
    return Words::tr(
        "The file cannot be opened. Check that it is there and that no other program "
        "holds it.");
}

QString lineTooLong(const ImportFinding&)
{
    return Words::tr("This line is far too long for a return, so the file was read no further.");
}

QString tooLarge(const ImportFinding&)
{
    return Words::tr(
        "The file, or the ones before it, is far larger than a return, so it was not read.");
}

QString tooManyColumns(const ImportFinding&)
{
    return Words::tr(
        "This line has far more columns than a return, so the file was read no further.");
}

QString tooManyRows(const ImportFinding& finding)
{
    return Words::tr(
               "Together the files have more than %1 rows, so this one was left out. Import "
               "fewer years at a time.")
        .arg(fact(finding, "most"));
}

QString moreFindings(const ImportFinding& finding)
{
    return Words::tr(
               "%1 more findings in this file are not listed. Correct the ones above and look "
               "again.")
        .arg(fact(finding, "count"));
}

QString textTooLong(const ImportFinding& finding)
{
    return Words::tr("This text is longer than %1 characters, which nothing of its kind is.")
        .arg(fact(finding, "most"));
}

QString tooManyEpisodes(const ImportFinding& finding)
{
    return Words::tr("This child has more than %1 episodes; the ones beyond are not taken.")
        .arg(fact(finding, "most"));
}

QString unclosedQuote(const ImportFinding&)
{
    return Words::tr(
        "A quotation mark opens here and is never closed, so the rest cannot be read.");
}

QString emptyFile(const ImportFinding&)
{
    return Words::tr("The file is empty.");
}

QString notUtf8(const ImportFinding&)
{
    return Words::tr(
        "This text is not written in UTF-8. Save the file as UTF-8 and choose it again.");
}

QString fieldCount(const ImportFinding& finding)
{
    return Words::tr("The row has %1 fields where the first line has %2.")
        .arg(fact(finding, "found"), fact(finding, "expected"));
}

QString required(const ImportFinding& finding)
{
    return withFact(columnOf(finding), Words::tr("%1 is empty and has to be filled in."),
                    Words::tr("This is empty and has to be filled in."));
}

QString badDate(const ImportFinding&)
{
    return Words::tr(
        "This is not a date. Dates are written day/month/year, for example 31/03/2026.");
}

QString dateInFuture(const ImportFinding&)
{
    return Words::tr("This date is in the future.");
}

QString implausibleBirthDate(const ImportFinding&)
{
    return Words::tr("This date of birth cannot be right for a child in care.");
}

QString unknownCode(const ImportFinding& finding)
{
    const QString field = fact(finding, "field");
    return withFact(field.isEmpty() ? columnOf(finding) : field,
                    Words::tr("This code is not on the statutory list of %1."),
                    Words::tr("This code is not on the statutory list."));
}

QString codeNotInYear(const ImportFinding& finding)
{
    const QString year = yearFact(finding);
    if (const QString from = dayFact(finding, "validFrom"); !from.isEmpty())
        return Words::tr("This code is used from %1 only, not in the year %2.").arg(from, year);
    if (const QString to = dayFact(finding, "validTo"); !to.isEmpty())
        return Words::tr("This code was used until %1, not in the year %2.").arg(to, year);
    return Words::tr("This code is not used in the year %1.").arg(year);
}

QString endsBeforeStart(const ImportFinding& finding)
{
    return withFact(dayFact(finding, "start"),
                    Words::tr("The episode ends before it starts, on %1."),
                    Words::tr("The episode ends before it starts."));
}

QString endReasonWithoutEnd(const ImportFinding&)
{
    return Words::tr("There is a reason for ending but no end date; the episode is taken as open.");
}

QString beforeBirth(const ImportFinding& finding)
{
    return withFact(dayFact(finding, "birthDate"),
                    Words::tr("The episode starts before the child was born, on %1."),
                    Words::tr("The episode starts before the child was born."));
}

QString outsideYear(const ImportFinding& finding)
{
    return withFact(yearFact(finding),
                    Words::tr("The episode does not touch the year of this file, %1."),
                    Words::tr("The episode does not touch the year of this file."));
}

QString duplicateRow(const ImportFinding& finding)
{
    const QString line = fact(finding, "firstLine");
    if (finding.rejected)
        return withFact(
            line,
            Words::tr("This child is in the file twice and the two rows differ; the one "
                      "in line %1 is taken."),
            Words::tr("This child is in the file twice and the two rows differ; the "
                      "first is taken."));
    return withFact(line, Words::tr("The same as line %1; it is taken once."),
                    Words::tr("This row is in the file twice; it is taken once."));
}

QString childDiffers(const ImportFinding& finding)
{
    const QString earlier = fact(finding, "earlier");
    if (earlier.isEmpty())
        return Words::tr("Another year says something else about this child; the latest stands.");
    return Words::tr("%1 says %2 here; the latest year stands.")
        .arg(fact(finding, "earlierFile"), earlier);
}

QString orphanEpisode(const ImportFinding&)
{
    return Words::tr(
        "No header row says who this child is. Choose the header file of this year too.");
}

QString decidedPlacement(const ImportFinding&)
{
    return Words::tr(
        "The return would take away a placement that was chosen in Homeward, so "
        "this child's record stays as it is.");
}

QString olderHeader(const ImportFinding&)
{
    return Words::tr(
        "This older return says something else about the child than Homeward knows from a "
        "later one; the later stands.");
}

QString historyOverlap(const ImportFinding&)
{
    return Words::tr(
        "Two episodes still overlap after the years are put together, so this child's "
        "record stays as it is.");
}

QString historyOpen(const ImportFinding&)
{
    return Words::tr(
        "An episode without an end is followed by another, so this child's record "
        "stays as it is.");
}

QString historyBeforeBirth(const ImportFinding&)
{
    return Words::tr(
        "Put together, an episode starts before the child was born, so this child's "
        "record stays as it is.");
}

QString historyEndsBeforeStart(const ImportFinding&)
{
    return Words::tr(
        "Put together, an episode ends before it starts, so this child's record "
        "stays as it is.");
}

struct Entry {
    const char* reason;
    QString (*words)(const ImportFinding&);
};

constexpr Entry kEntries[] = {
    {"finding.not-a-return", notAReturn},
    {"finding.other-table", otherTable},
    {"finding.no-year", noYear},
    {"finding.unreadable", unreadable},
    {"finding.line-too-long", lineTooLong},
    {"finding.too-large", tooLarge},
    {"finding.too-many-columns", tooManyColumns},
    {"finding.too-many-rows", tooManyRows},
    {"finding.more-findings", moreFindings},
    {"finding.text-too-long", textTooLong},
    {"finding.too-many-episodes", tooManyEpisodes},
    {"finding.unclosed-quote", unclosedQuote},
    {"finding.empty-file", emptyFile},
    {"finding.not-utf8", notUtf8},
    {"finding.field-count", fieldCount},
    {"finding.required", required},
    {"finding.bad-date", badDate},
    {"finding.date-in-future", dateInFuture},
    {"finding.implausible-birth-date", implausibleBirthDate},
    {"finding.unknown-code", unknownCode},
    {"finding.code-not-in-year", codeNotInYear},
    {"finding.ends-before-start", endsBeforeStart},
    {"finding.end-reason-without-end", endReasonWithoutEnd},
    {"finding.before-birth", beforeBirth},
    {"finding.outside-year", outsideYear},
    {"finding.duplicate-row", duplicateRow},
    {"finding.child-in-other-year-differs", childDiffers},
    {"finding.orphan-episode", orphanEpisode},
    {"finding.decided-placement", decidedPlacement},
    {"finding.older-header", olderHeader},
    {"finding.history-overlap", historyOverlap},
    {"finding.history-open-before-another", historyOpen},
    {"finding.history-before-birth", historyBeforeBirth},
    {"finding.history-ends-before-start", historyEndsBeforeStart},
};

}  // namespace

QString findingText(const app::ImportFinding& finding)
{
    for (const Entry& entry : kEntries)
        if (finding.reason == entry.reason)
            return entry.words(finding);
    return Words::tr("This row does not fit the rules of the return (%1).")
        .arg(text(finding.reason));
}

QStringList knownFindingReasons()
{
    QStringList reasons;
    for (const Entry& entry : kEntries)
        reasons << QLatin1String(entry.reason);
    return reasons;
}

}  // namespace homeward::ui
