#include "ui/admin/admin_page.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/session/session.h"
#include "ui/admin/accounts/accounts_section.h"
#include "ui/admin/accounts/passphrase_section.h"
#include "ui/admin/authority_section.h"
#include "ui/admin/backups/backup_section.h"
#include "ui/admin/frameworks/framework_section.h"
#include "ui/admin/imports/import_section.h"
#include "ui/admin/trail/audit_section.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

AdminPage::AdminPage(const PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_header(new PageHeader(this)), m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("adminPage"));
    m_header->setTitle(tr("Admin"));
    QStringList facts{text(context.session.authority().name)};
    facts << tr("signed in as %1").arg(text(context.session.account().personName))
          << label(context.session.account().role);
    m_header->setFacts(facts.join(QStringLiteral(" · ")));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setUsesScrollButtons(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of administration"));

    // The keyboard begins at the tabs, in sight.
    setFocusProxy(m_tabs->tabBar());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs, 1);

    add(QStringLiteral("passphrase"), tr("My passphrase"), new PassphraseSection(context, this));
    add(QStringLiteral("accounts"), tr("Accounts"), new AccountsSection(context, this));
    add(QStringLiteral("framework"), tr("Needs framework"), new FrameworkSection(context, this));
    add(QStringLiteral("import"), tr("Import a return"), new ImportSection(context, this));
    add(QStringLiteral("audit"), tr("Audit trail"), new AuditSection(context, this));
    add(QStringLiteral("backups"), tr("Backups"), new BackupSection(context, this));
    add(QStringLiteral("authority"), tr("Authority"), new AuthoritySection(context, this));
    if (context.session.may(Right::ManageAccounts))
        m_tabs->setCurrentIndex(1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &AdminPage::enterCurrent);
}

void AdminPage::add(const QString& part, const QString& title, AdminSection* section)
{
    m_parts << part;
    m_sections.push_back(section);
    m_tabs->addTab(section, title);
    connect(section, &AdminSection::placeRequested, this, &Page::placeRequested);
}

void AdminPage::open(const Place& place)
{
    const auto index = static_cast<int>(m_parts.indexOf(place.part));
    if (index >= 0 && index != m_tabs->currentIndex())
        m_tabs->setCurrentIndex(index);
    else
        enterCurrent();
}

void AdminPage::enterCurrent()
{
    m_sections[static_cast<std::size_t>(m_tabs->currentIndex())]->enter();
    emit titleChanged(tr("Admin – %1").arg(m_tabs->tabText(m_tabs->currentIndex())));
}

Place AdminPage::place() const
{
    return {QStringLiteral("admin"), {}, m_parts.value(m_tabs->currentIndex())};
}

}  // namespace homeward::ui
