#pragma once

#include <QList>
#include <QPointer>
#include <QSet>
#include <QString>

class QAbstractItemView;
class QAbstractScrollArea;
class QWidget;

namespace homeward::ui {

/// While this lives, what is shown within a widget may be read again: at its end every table has
/// its selection back, by the records of its rows (RecordIdRole), whatever scrolls its place, and
/// the keyboard is where it was, as far as those are still there.
class KeptPlace {
public:
    explicit KeptPlace(QWidget& whole);
    ~KeptPlace();
    KeptPlace(const KeptPlace&) = delete;
    KeptPlace& operator=(const KeptPlace&) = delete;

private:
    struct Table {
        QPointer<QAbstractItemView> view;
        QString current;
        QSet<QString> selected;
    };
    struct Scrolled {
        QPointer<QAbstractScrollArea> area;
        int down;
        int right;
    };
    static void selectAgain(const Table& table);

    QPointer<QWidget> m_focus;
    QList<Table> m_tables;
    QList<Scrolled> m_scrolled;
};

}  // namespace homeward::ui
