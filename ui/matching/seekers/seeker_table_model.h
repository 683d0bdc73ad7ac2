#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/records/children.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Children a home can be looked for: who they are, where they live now, whether their needs are
/// known.
class SeekerTableModel final : public RowTable<app::ChildRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::SeekerTableModel)
public:
    enum class Scope {
        WithoutHousehold,  ///< in care, in no household of the register
        InCare,
        Everyone
    };
    explicit SeekerTableModel(QObject* parent = nullptr);
    void setScope(Scope scope);
    void setTyped(const QString& typed);

private:
    void narrow();
    Scope m_scope = Scope::WithoutHousehold;
    std::string m_foldedTyped;
};

}  // namespace homeward::ui
