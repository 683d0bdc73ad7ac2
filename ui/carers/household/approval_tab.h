#pragma once

#include <QScrollArea>
#include <vector>

#include "app/records/homes.h"

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
    /// Who lives there and who is to come after `today`.
    void setPlaced(const app::HomePage& page, Date today);

signals:
    void childRequested(const QString& childId);

private:
    void showFree();
    HomeFields& m_fields;
    Card* m_placedCard;
    QLabel* m_freeLabel;
    QVBoxLayout* m_placedLayout;
    app::HomeRow m_summary;
};

}  // namespace homeward::ui
