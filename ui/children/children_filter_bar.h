#pragma once

#include <QWidget>
#include <vector>

#include "domain/account.h"
#include "ui/children/children_table_model.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

/// Search and filters above the list of children. What is chosen is remembered.
class ChildrenFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit ChildrenFilterBar(const AccountId& me, QWidget* parent = nullptr);

    void setWorkers(const std::vector<Account>& accounts);
    ChildrenFilter filter() const;
    void clear();          ///< back to children in care
    void showEverybody();  ///< also those who are not in care now
    QLineEdit* searchEdit() const { return m_search; }

signals:
    void filterChanged();
    void leftDownwards();  ///< Down or Enter in the search: to the list

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QComboBox* addChoice(const QString& name, const QString& objectName);
    void remember() const;
    void restore();
    void emitChange();

    AccountId m_me;
    bool m_filling = true;
    QString m_wantedWorker;  ///< remembered, until workers are known
    QLineEdit* m_search;
    QComboBox* m_care = nullptr;
    QComboBox* m_age = nullptr;
    QComboBox* m_place = nullptr;
    QComboBox* m_worker = nullptr;
    QComboBox* m_assessed = nullptr;
    QPushButton* m_clear = nullptr;
};

}  // namespace homeward::ui
