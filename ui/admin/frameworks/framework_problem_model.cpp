#include "ui/admin/frameworks/framework_problem_model.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FrameworkProblem)
};

QString fact(const Error& error, const char* name)
{
    const auto found = error.facts.find(name);
    return found == error.facts.end() ? QString() : text(found->second);
}

}  // namespace

std::vector<FrameworkProblem> problemsOf(const Error& error)
{
    std::vector<FrameworkProblem> rows;
    for (const auto& [place, sentence] : catalogue().problems(error))
        rows.push_back(
            {place == "/" ? ProblemWords::tr("the whole file") : text(place), text(sentence)});
    if (const QString more = fact(error, "more"); !more.isEmpty())
        rows.push_back(
            {ProblemWords::tr("further on"), sentence("error.more", {{"more", utf8(more)}})});
    if (!rows.empty())
        return rows;
    if (const QString line = fact(error, "line"); !line.isEmpty()) {
        const QString column = fact(error, "column");
        rows.push_back({column.isEmpty() ? ProblemWords::tr("line %1").arg(line)
                                         : ProblemWords::tr("line %1, column %2").arg(line, column),
                        ruleText(error)});
        return rows;
    }
    const QString path = fact(error, "path");
    const UserMessage message = messageFor(error);
    rows.push_back({path.isEmpty() ? ProblemWords::tr("the whole file") : path,
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
