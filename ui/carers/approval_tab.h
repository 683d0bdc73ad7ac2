#pragma once

#include <QScrollArea>
#include <vector>

#include "app/homes.h"

class QLabel;
class QVBoxLayout;

namespace homeward::ui {

class Card;
class HomeFields;

/// What the panel approved, and who lives there today.
class ApprovalTab : public QScrollArea {
    Q_OBJECT
public:
    explicit ApprovalTab(HomeFields& fields, QWidget* parent = nullptr);
    void setPlaced(const std::vector<app::PlacedChild>& placed);

signals:
    void childRequested(const QString& childId);

private:
    void showFree();
    HomeFields& m_fields;
    Card* m_placedCard;
    QLabel* m_freeLabel;
    QVBoxLayout* m_placedLayout;
    int m_placed = 0;
};

}  // namespace homeward::ui
