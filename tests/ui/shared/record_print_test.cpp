#include "tests/ui/support/ui_harness.h"
#include "ui/shared/output/record_print.h"

using namespace homeward;
using namespace homeward::ui;

TEST_CASE(
    "a record is printed letter by letter, without empty words, and with dashes for what is "
    "not known",
    "[ui-print]")
{
    PrintedRecord record{QStringLiteral("Tyler & Co"),
                         {QStringLiteral("About me"), QStringLiteral("case number 100")},
                         {{QStringLiteral("My hopes"), QStringLiteral("A <b>dog</b>\nand a cat")},
                          {QStringLiteral("What I am good at"), QStringLiteral("  ")}},
                         {{QStringLiteral("Details"),
                           {{QStringLiteral("Sex"), QStringLiteral("boy")},
                            {QStringLiteral("Language"), QString()}}}}};
    const QString html = recordMarkup(record).html();
    CHECK(html.contains(QStringLiteral("Tyler &amp; Co")));
    CHECK(html.contains(QStringLiteral("About me · case number 100")));
    CHECK(html.contains(QStringLiteral("A &lt;b&gt;dog&lt;/b&gt;<br>and a cat")));
    CHECK_FALSE(html.contains(QStringLiteral("What I am good at")));
    CHECK(html.indexOf(QStringLiteral("Language")) < html.indexOf(QStringLiteral("\u2013")));
    CHECK(html.contains(QStringLiteral("\u2013")));
}
