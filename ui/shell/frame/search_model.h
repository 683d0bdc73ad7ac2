#pragma once

#include <QAbstractListModel>
#include <vector>

#include "app/records/global_search.h"
#include "ui/shared/pages/place.h"

namespace homeward::ui {

/// What global search offers: hits for what is typed, or recent records while nothing is.
class SearchModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FactsRole = Qt::UserRole, IconRole };
    using QAbstractListModel::QAbstractListModel;

    /// `known`: where records are opened that were looked at before, e.g. on which tab.
    void setHits(const std::vector<app::SearchHit>& hits, const QList<Place>& known = {});
    void clear();
    Place place(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        Place place;
        QString title;
        QString facts;
        QString icon;
    };
    void replace(std::vector<Row> rows);
    static Row rowOf(const app::ChildRow& child);
    static Row rowOf(const app::HomeRow& home);
    std::vector<Row> m_rows;
};

}  // namespace homeward::ui
