#pragma once

#include <QWidget>

#include "app/records/merging.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"

class QPushButton;

namespace homeward::ui {

class Banner;

/// Whether the child was on record twice: makes one record of two, says of which records this one
/// was made, and makes them two again.
class SecondRecord : public QWidget {
    Q_OBJECT
public:
    explicit SecondRecord(const PageContext& context, QWidget* parent = nullptr);

    void setChild(const Child& child);
    /// For the header of the page; empty for those who may not.
    QPushButton* button() const { return m_button; }

signals:
    void placeRequested(const homeward::ui::Place& place);

private:
    void take(const Result<std::vector<app::MergedRecord>>& merged);
    void merge();
    void separate();

    const PageContext m_context;
    QPushButton* m_button;
    Banner* m_banner;
    Child m_child;
    std::vector<app::MergedRecord> m_merged;
    LiveQuery<std::vector<app::MergedRecord>> m_read;
};

}  // namespace homeward::ui
