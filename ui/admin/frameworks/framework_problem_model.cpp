#include "ui/admin/frameworks/framework_problem_model.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/shared/words/error_presenter.h"

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkProblem)
};

QString fact(const Error& error, const char* name)
{
    const auto found = error.facts.find(name);
    return found == error.facts.end() ? QString() : text(found->second);
}

/// The checker's own words made readable; what is not known stays as it is.
QString readable(const QString& what)
{
    const QString quoted = what.section(QLatin1Char('\''), -2, -2);
    if (what.startsWith(QLatin1String("Missing required property")))
        return Words::tr("“%1” is missing here.").arg(quoted);
    if (what.startsWith(QLatin1String("Object contains a property")))
        return Words::tr("“%1” is not something a framework has here. Is it misspelt?").arg(quoted);
    if (what.startsWith(QLatin1String("Value type not permitted")))
        return Words::tr("This is of the wrong kind: a text, a number or a list is expected here.");
    if (what.startsWith(QLatin1String("String should be no fewer")))
        return Words::tr("This text is empty or too short.");
    if (what.startsWith(QLatin1String("String should be no more")))
        return Words::tr("This text is too long.");
    if (what.startsWith(QLatin1String("Array should contain no fewer")))
        return Words::tr("This list has too few entries; each list of levels has five.");
    if (what.startsWith(QLatin1String("Array should contain no more")))
        return Words::tr("This list has too many entries; each list of levels has five.");
    if (what.contains(QLatin1String("'pattern' constraint")))
        return Words::tr(
            "This has a form that is not allowed here: lower case letters, digits and "
            "hyphens.");
    if (what.contains(QLatin1String("'const' constraint")))
        return Words::tr("This is not a needs framework of a form that Homeward reads.");
    return what;
}

}  // namespace

std::vector<FrameworkProblem> problemsOf(const Error& error)
{
    std::vector<FrameworkProblem> rows;
    const QStringList lines = fact(error, "problems").split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const qsizetype colon = line.indexOf(QLatin1String(": "));
        const QString where = colon < 0 ? QString() : line.left(colon);
        rows.push_back({where.isEmpty() ? Words::tr("the whole file") : where,
                        readable(colon < 0 ? line : line.mid(colon + 2))});
    }
    if (const QString more = fact(error, "more"); !more.isEmpty())
        rows.push_back({Words::tr("further on"), Words::tr("And %1 more faults.").arg(more)});
    if (!rows.empty())
        return rows;
    if (const QString line = fact(error, "line"); !line.isEmpty()) {
        const QString column = fact(error, "column");
        rows.push_back({column.isEmpty() ? Words::tr("line %1").arg(line)
                                         : Words::tr("line %1, column %2").arg(line, column),
                        fact(error, "rule") == QLatin1String("not-json")
                            ? Words::tr("The file is not valid JSON from here on: a comma, bracket "
                                        "or quotation mark is missing or too many.")
                            : ruleText(error)});
        return rows;
    }
    const QString path = fact(error, "path");
    const UserMessage message = messageFor(error);
    rows.push_back({path.isEmpty() ? Words::tr("the whole file") : path,
                    error.code == ErrorCode::InvalidInput ? ruleText(error) : message.text});
    return rows;
}

FrameworkProblemModel::FrameworkProblemModel(QObject* parent)
    : RowTable({column("where", tr("Place in the file"), &FrameworkProblem::where)
                    .tooltip()
                    .ems(12)
                    .share(260),
                column("what", tr("What is wrong"), &FrameworkProblem::what)
                    .tooltip()
                    .ems(16)
                    .share(600)},
               parent)
{
}

}  // namespace homeward::ui
