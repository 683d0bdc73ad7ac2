#include "documents/needs_change_report.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "documents/wording.h"

namespace homeward::documents {
namespace {

using analytics::PublishedRow;
using Line = std::vector<std::string>;

std::string twoDecimals(double value)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

std::string limitText()
{
    return std::to_string(analytics::kSuppressionLimit);
}

std::string countText(const std::optional<int>& children, const MessageCatalogue& words)
{
    return children ? std::to_string(*children)
                    : words.text("report.trend.few", {{"limit", limitText()}});
}

std::string signedPercent(const PublishedRow& change, const MessageCatalogue& words)
{
    if (!change.percent)
        return words.text("report.trend.no-percent");
    return (*change.percent > 0 ? "+" : "") + std::to_string(*change.percent) + "%";
}

Line lineOf(const std::string& title, const PublishedRow& change, const MessageCatalogue& words)
{
    if (change.suppressed)
        return {title, words.text("suppressed", {{"limit", limitText()}})};
    return {title,
            std::to_string(change.children),
            twoDecimals(change.firstMean),
            twoDecimals(change.latestMean),
            signedPercent(change, words),
            std::to_string(change.fell),
            std::to_string(change.same),
            std::to_string(change.rose)};
}

/// Characters, not bytes.
std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

std::string table(const std::vector<Line>& lines)
{
    const std::size_t columns = lines.front().size();
    std::vector<std::size_t> widths(columns);
    for (const Line& line : lines)
        for (std::size_t i = 0; line.size() == columns && i < columns; ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    for (const Line& line : lines)
        widths[0] = std::max(widths[0], widthOf(line[0]));
    std::string text;
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::size_t width = widthOf(line[i]);
            const std::string space(widths[i] > width ? widths[i] - width : 0, ' ');
            text += i == 0 ? line[i] + space : "  " + space + line[i];
        }
        text += "\n";
    }
    return text;
}

}  // namespace

std::string regressionNote(const MessageCatalogue& words)
{
    return words.text("report.trend.regression");
}

std::string trendNote(const MessageCatalogue& words)
{
    return words.text("report.trend.rounded",
                      {{"count", std::to_string(analytics::kPublishedCount)},
                       {"group", std::to_string(analytics::kPublishedGroup)}}) +
           ' ' + regressionNote(words);
}

std::string needsChangeText(const analytics::PublishedChange& change,
                            const NeedsFramework& framework, const MessageCatalogue& words)
{
    Line head;
    for (const char* column :
         {"domain", "children", "first", "latest", "change", "fell", "same", "rose"})
        head.push_back(words.text(std::string("report.trend.") + column));
    std::vector<Line> lines{head};
    for (const PublishedRow& domain : change.domains) {
        const auto* described = framework.findDomain(domain.domainKey);
        lines.push_back(lineOf(described ? described->title : domain.domainKey, domain, words));
    }
    lines.push_back(lineOf(words.text("report.trend.total"), change.total, words));
    std::string text =
        words.text("report.trend.cohort", {{"size", countText(change.cohortSize, words)},
                                           {"assessed", countText(change.assessed, words)},
                                           {"comparable", countText(change.comparable, words)}}) +
        "\n";
    if (change.firstYear && change.latestYear)
        text +=
            words.text("report.trend.between", {{"first", std::to_string(*change.firstYear)},
                                                {"latest", std::to_string(*change.latestYear)}}) +
            "\n";
    return text + "\n" + table(lines) + "\n" + trendNote(words) + "\n";
}

}  // namespace homeward::documents
