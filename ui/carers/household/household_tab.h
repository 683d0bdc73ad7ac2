#pragma once

#include <QScrollArea>
#include <vector>

#include "app/records/homes.h"
#include "ui/shared/pages/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace homeward::ui {

class FormField;
class HomeFields;

/// Who lives there and where: the household part of a home.
class HouseholdTab : public QScrollArea {
    Q_OBJECT
public:
    HouseholdTab(const PageContext& context, HomeFields& fields, QWidget* parent = nullptr);
    /// Providers to choose from.
    void setProviders(const std::vector<Provider>& providers);

private:
    FormField* makeProvider();
    FormField* makeLocation();
    void showLocationEcho(const QString& typed);
    void showNewProvider();
    PageContext m_context;
    HomeFields& m_fields;
    QComboBox* m_providerBox = nullptr;
    QWidget* m_newProviderRow = nullptr;
    QLineEdit* m_newProviderEdit = nullptr;
    QCheckBox* m_newOwnBox = nullptr;
    QLabel* m_echoLabel = nullptr;
};

}  // namespace homeward::ui
