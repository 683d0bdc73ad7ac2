#pragma once

#include <QFrame>
#include <QList>

#include "ui/shared/pages/place.h"

class QLabel;
class QLineEdit;
class QListView;

namespace homeward::ui {

class RecordLists;
class SearchModel;

/// The list below the search field: first hits while typing, recent records before. Up, Down, Enter
/// and Escape work from the field.
class SearchPopup final : public QFrame {
    Q_OBJECT
public:
    /// `edit` keeps the keyboard; `window` is what the popup lies over.
    SearchPopup(QLineEdit* edit, RecordLists& lists, QWidget* window);

    void setRecent(const QList<Place>& recent);

signals:
    void placeChosen(const homeward::ui::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void showBelow();
    void moveBy(int rows);
    void choose();
    bool handleKey(int key);

    QLineEdit* m_edit;
    RecordLists& m_lists;
    SearchModel* m_model;
    QListView* m_view;
    QLabel* m_hint;
    QList<Place> m_recent;
};

}  // namespace homeward::ui
