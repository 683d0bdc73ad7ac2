#include "ui/mywork/draft_table_model.h"

#include "app/needs/assessments.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Row = app::DraftLine;

QString nameOf(const Row& row)
{
    return row.name.empty() ? DraftTableModel::tr("New household") : text(row.name);
}

QString kindOf(const Row& row)
{
    QString kind = DraftTableModel::tr("Household");
    if (row.kind == app::kAssessmentDraft)
        kind = DraftTableModel::tr("Needs");
    else if (row.kind == "about-me")
        kind = DraftTableModel::tr("About me");
    else if (row.kind == "skills")
        kind = DraftTableModel::tr("Skills");
    return row.versions > 1 ? DraftTableModel::tr("%1, %2 drafts").arg(kind).arg(row.versions)
                            : kind;
}

}  // namespace

DraftTableModel::DraftTableModel(QObject* parent)
    : RowTable<Row>(
          {column("about", tr("About"), nameOf).strong().ems(7).share(13),
           column("what", tr("What"), kindOf).whole().share(10),
           column("changed", tr("Written"), [](const Row& row) { return row.changedAt.toIso(); })
               .shownAs([](const Row& row) { return momentText(row.changedAt); })
               .muted()
               .whole()
               .share(10)},
          parent)
{
}

Place DraftTableModel::placeOf(int row) const
{
    const Row& draft = rowAt(row);
    const QString record = text(draft.record);
    if (draft.kind == app::kAssessmentDraft)
        return {u"child"_s, record, u"needs"_s};
    if (draft.kind == "about-me")
        return {u"child"_s, record, u"about-me"_s};
    return {u"home"_s, record, draft.kind == "skills" ? u"skills"_s : QString()};
}

}  // namespace homeward::ui
