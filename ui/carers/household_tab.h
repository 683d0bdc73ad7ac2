#pragma once

#include <QScrollArea>
#include <vector>

#include "app/homes.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace homeward::ui {

class FieldWithNote;
class HomeFields;

/// Who lives there and where: the household part of a home.
class HouseholdTab : public QScrollArea {
    Q_OBJECT
public:
    HouseholdTab(HomeFields& fields, QWidget* parent = nullptr);
    /// Providers to choose from.
    void setProviders(const std::vector<app::Provider>& providers);

private:
    FieldWithNote* makeProvider();
    FieldWithNote* makeLocation();
    void showLocationEcho(const QString& typed);
    void showNewProvider();
    HomeFields& m_fields;
    QComboBox* m_providerBox = nullptr;
    QWidget* m_newProviderRow = nullptr;
    QLineEdit* m_newProviderEdit = nullptr;
    QCheckBox* m_newOwnBox = nullptr;
    QLabel* m_echoLabel = nullptr;
};

/// A label above its field, in one grid cell.
void addCaptioned(QGridLayout& grid, int row, int column, const QString& caption, QWidget* field,
                  int columnSpan = 1);

}  // namespace homeward::ui
