#pragma once

#include <QWidget>
#include <vector>

#include "ui/matching/reasons/explanation.h"

class QScrollArea;

namespace homeward::ui {

/// Up to four households side by side, line by line.
class CompareView : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 4;
    explicit CompareView(QWidget* parent = nullptr);

    /// `mayChoose`: whether the columns have a button to choose.
    void setHouseholds(const std::vector<Explanation>& households, bool mayChoose);

signals:
    void backRequested();
    void chooseRequested(const QString& homeId);

private:
    QScrollArea* m_scroll;
};

}  // namespace homeward::ui
