#pragma once

#include <QTableView>

namespace homeward::ui {

/// Keeps the first column of a table in sight while the others scroll sideways: a view of that
/// column alone, laid over the table. Lives as long as the table; made once the table has its
/// model.
class FrozenColumn final : public QTableView {
    Q_OBJECT
public:
    explicit FrozenColumn(QTableView& table);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void showFirstColumnOnly();
    void place();
    QTableView& m_table;
};

}  // namespace homeward::ui
