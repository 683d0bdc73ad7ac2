#include "ui/shell/frame/search_model.h"

#include "ui/shared/words/child_words.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kDot = u" · "_s;

}  // namespace

SearchModel::Row SearchModel::rowOf(const app::ChildRow& child)
{
    QStringList facts{ageText(child.ageYears)};
    if (child.placement && !child.homeName.empty())
        facts << label(*child.placement);
    facts << livesText(child);
    facts << text(child.caseNumber);
    return {{u"child"_s, text(child.id.value), {}},
            text(child.displayName),
            facts.join(kDot),
            u"children"_s};
}

SearchModel::Row SearchModel::rowOf(const app::HomeRow& home)
{
    QStringList facts{label(home.kind)};
    // No place of a home that is not approved can be had.
    facts << (home.status == ApprovalStatus::Approved ? tr("%n free place(s)", nullptr, home.free)
                                                      : label(home.status));
    if (!home.postcode.empty())
        facts << text(home.postcode);
    return {{u"home"_s, text(home.id.value), {}}, text(home.name), facts.join(kDot), u"carers"_s};
}

void SearchModel::setHits(const std::vector<app::SearchHit>& hits, const QList<Place>& known)
{
    std::vector<Row> rows;
    for (const app::SearchHit& hit : hits) {
        rows.push_back(std::visit([](const auto& row) { return rowOf(row); }, hit.row));
        for (const Place& place : known)
            if (place.record == rows.back().place.record)
                rows.back().place = place;
    }
    replace(std::move(rows));
}

void SearchModel::clear()
{
    // Not kept for the next hits: in them are names.
    replace(std::vector<Row>());
}

void SearchModel::replace(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

Place SearchModel::place(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].place : Place{};
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return row.title;
        case FactsRole:
            return row.facts;
        case IconRole:
            return row.icon;
        case Qt::AccessibleTextRole:
            return QString(row.title + u", "_s + row.facts);
        default:
            return {};
    }
}

}  // namespace homeward::ui
