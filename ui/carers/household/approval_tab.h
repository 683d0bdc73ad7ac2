#pragma once

#include <QScrollArea>
#include <vector>

#include "app/records/homes.h"
#include "ui/shared/pages/page.h"

class QLabel;
class QVBoxLayout;

namespace homeward::ui {

class Card;
class FormField;
class HomeFields;

/// What the panel approved, and who lives there today.
class ApprovalTab : public QScrollArea {
    Q_OBJECT
public:
    ApprovalTab(const PageContext& context, HomeFields& fields, QWidget* parent = nullptr);
    /// Who lives there and who is to come after `today`.
    void setPlaced(const app::HomePage& page, Date today);

signals:
    void childRequested(const QString& childId);

private:
    FormField* addNamedChildren(const PageContext& context, QWidget* parent);
    void showEdited();
    void showFree();
    HomeFields& m_fields;
    FormField* m_named = nullptr;  ///< whom an approval of relatives or friends is for
    Card* m_placedCard;
    QLabel* m_freeLabel;
    QVBoxLayout* m_placedLayout;
    app::HomeRow m_summary;
};

}  // namespace homeward::ui
