#pragma once

#include <vector>

#include "ui/shared/pages/page.h"

class QTabWidget;

namespace homeward::ui {

class AdminSection;
class PageHeader;

/// Accounts, framework, returns, audit trail, backups and the authority itself, one tab each.
/// Parts: "passphrase", "accounts", "framework", "import", "audit", "backups", "authority".
class AdminPage final : public Page {
    Q_OBJECT
public:
    AdminPage(const PageContext& context, QWidget* parent);

    void open(const Place& place) override;
    Place place() const override;

private:
    void add(const QString& part, const QString& title, AdminSection* section);
    void enterCurrent();

    PageContext m_context;
    PageHeader* m_header;
    QTabWidget* m_tabs;
    std::vector<AdminSection*> m_sections;  ///< in the order of the tabs
    QStringList m_parts;
};

}  // namespace homeward::ui
