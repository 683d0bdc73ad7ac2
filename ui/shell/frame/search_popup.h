#pragma once

#include <QFrame>
#include <QList>

#include "app/records/global_search.h"
#include "ui/shared/pages/live_query.h"

class QLabel;
class QLineEdit;
class QListView;

namespace homeward::ui {

class SearchModel;

/// The list below the search field: first hits while typing, recent records before. Up, Down, Enter
/// and Escape work from the field.
class SearchPopup final : public QFrame {
    Q_OBJECT
public:
    /// `edit` keeps the keyboard; `window` is what the popup lies over.
    SearchPopup(QLineEdit* edit, const PageContext& context, QWidget* window);

    void setRecent(const QList<Place>& recent);
    /// Lets go of everything that was found: the window is locked.
    void forget();

signals:
    void placeChosen(const homeward::ui::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Hits = std::vector<app::SearchHit>;

    void refresh();
    LiveQuery<Hits>::Work find();
    void showHits(const Result<Hits>& hits);
    void showBelow();
    void moveBy(int rows);
    void choose();
    bool handleKey(int key);

    QLineEdit* m_edit;
    PageContext m_context;
    SearchModel* m_model;
    QListView* m_view;
    QLabel* m_hint;
    QList<Place> m_recent;
    LiveQuery<Hits> m_hits;
    QString m_sought;            ///< what is being searched for
    QString m_typed;             ///< what the hits are of
    bool m_chooseFirst = false;  ///< Enter came before the hits of what was typed
};

}  // namespace homeward::ui
