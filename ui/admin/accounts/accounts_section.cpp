#include "ui/admin/accounts/accounts_section.h"

#include <QHeaderView>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "app/authority/accounts.h"
#include "ui/admin/accounts/account_form.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/tasks/jobs.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

constexpr int kNarrow = 820;

}  // namespace

AccountsSection::AccountsSection(const PageContext& context, QWidget* parent)
    : AdminSection(context, parent),
      m_accounts(
          this, context, {app::Aggregate::Account},
          [](app::Session& session) { return app::listAccounts(session); },
          [this](const auto& accounts) { take(accounts); })
{
    if (!refuse(Right::ManageAccounts))
        build();
}

void AccountsSection::build()
{
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(16);
    column()->addLayout(m_columns, 1);

    auto* list = new Card(tr("Accounts"), this);
    list->setSubtitle(tr("Each person has an account of their own: the audit trail names it."));
    auto* addButton = new QPushButton(tr("Add account"), list);
    addButton->setObjectName(QStringLiteral("addAccountButton"));
    addButton->setIcon(Theme::instance().icon(QStringLiteral("plus")));
    list->headerTools()->addWidget(addButton);
    m_model = new AccountTableModel(this);
    m_table = new TableView(
        {QStringLiteral("admin/accounts"), QStringLiteral("accountsTable"), tr("Accounts")},
        m_model, list);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(240);
    list->body()->addWidget(m_table, 1);
    m_form = new AccountForm(this);
    m_form->setMinimumWidth(320);
    m_columns->addWidget(list, 2);
    m_columns->addWidget(m_form, 1);

    connect(addButton, &QPushButton::clicked, this, [this] {
        banner().hide();
        m_table->clearSelection();
        m_form->showNew();
        m_form->findChild<QWidget*>(QStringLiteral("personNameEdit"))->setFocus();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AccountsSection::showCurrent);
    connect(m_form, &AccountForm::edited, &banner(), &QWidget::hide);
    connect(m_form, &AccountForm::addRequested, this, &AccountsSection::add);
    connect(m_form, &AccountForm::changeRequested, this, &AccountsSection::change);
    connect(m_form, &AccountForm::resetRequested, this, &AccountsSection::reset);
    connect(m_form, &AccountForm::removeRequested, this, &AccountsSection::remove);
}

void AccountsSection::resizeEvent(QResizeEvent* event)
{
    AdminSection::resizeEvent(event);
    if (m_columns)
        m_columns->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom
                                                  : QBoxLayout::LeftToRight);
}

void AccountsSection::enter()
{
    if (!m_model)
        return;
    m_accounts.readAgain();
    if (m_table->selectionModel()->selectedRows().isEmpty() && m_form->shownAccount().isEmpty())
        select(text(context().session.account().id.value));
}

void AccountsSection::take(const Result<std::vector<Account>>& accounts)
{
    if (!accounts)
        return banner().showError(accounts.error());
    const QString shown = text(m_form->shownAccount().value);
    m_model->setAccounts(*accounts, context().session.account().id);
    select(shown);
}

void AccountsSection::select(const QString& accountId)
{
    if (const QModelIndex row = m_model->indexOf(accountId); row.isValid())
        m_table->setCurrentIndex(row);
    // Once more when the table has its height: before, it scrolls by half a row.
    QMetaObject::invokeMethod(
        m_table, [this] { m_table->scrollTo(m_table->currentIndex()); }, Qt::QueuedConnection);
}

void AccountsSection::showCurrent()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    if (const Account* account = m_model->find(rows.constFirst().data(RecordIdRole).toString()))
        if (!m_form->keepTyped(*account))
            m_form->showAccount(*account, account->id == context().session.account().id);
}

void AccountsSection::add(const Account& account)
{
    banner().hide();
    m_form->setBusy(true);
    auto passphrase = std::make_shared<Secret>(m_form->passphrase());
    const QPointer<Job> job = context().jobs.run<AccountId>(
        this, tr("Adding an account"),
        [account, passphrase](app::Session& session, const RunControl&) {
            return app::addAccount(session, account, *passphrase);
        },
        [this, account](const Result<AccountId>& added) {
            if (!added) {
                if (!m_form->showProblem(added.error()))
                    banner().showError(added.error());
                return;
            }
            m_form->showNew();
            m_accounts.readAgain();
            select(text(added->value));
            goOnAt(m_table);
            banner().show(Banner::Tone::Success, tr("Account added"),
                          tr("%1 can sign in as %2, and chooses an own passphrase then.")
                              .arg(text(account.personName), text(account.name)));
        },
        Stopping::Never);
    connect(job, &Job::ended, m_form, [this] { m_form->setBusy(false); });
}

void AccountsSection::change(const Account& account)
{
    banner().hide();
    saveFrom<Done>(
        {m_form}, [this, account] { return app::changeAccount(context().session, account); },
        [this, person = text(account.personName)](const Result<Done>& done) {
            tell(done, tr("Changes saved"),
                 tr("A new role counts from the next time %1 signs in.").arg(person));
        });
}

void AccountsSection::reset()
{
    banner().hide();
    m_form->setBusy(true);
    const AccountId account = m_form->shownAccount();
    auto passphrase = std::make_shared<Secret>(m_form->passphrase());
    const QPointer<Job> job = context().jobs.run<Done>(
        this, tr("Setting a passphrase"),
        [account, passphrase](app::Session& session, const RunControl&) {
            return app::resetPassphrase(session, account, *passphrase);
        },
        [this](const Result<Done>& done) {
            if (done) {
                m_form->closeReset();
                goOnAt(m_table);
            }
            tell(done, tr("Passphrase set"),
                 tr("Tell the person in a safe way. When they sign in they choose their own."));
        },
        Stopping::Never);
    connect(job, &Job::ended, m_form, [this] { m_form->setBusy(false); });
}

void AccountsSection::remove()
{
    const Account* account = m_model->find(text(m_form->shownAccount().value));
    if (!account)
        return;
    banner().hide();
    const QString person = text(account->personName);
    const AccountId id = account->id;
    const bool go = context().dialogs.confirm(
        this, {tr("Remove the account of %1?").arg(person),
               tr("%1 can no longer sign in. Everything they recorded stays, under their name. An "
                  "account cannot be brought back; a new one would need another name.")
                   .arg(person),
               tr("Remove account"), tr("Keep account"), true});
    if (!go)
        return;
    saveFrom<Done>(
        {m_form}, [this, id] { return app::removeAccount(context().session, id); },
        [this, person](const Result<Done>& removed) {
            if (removed)
                goOnAt(m_table);
            tell(removed, tr("Account removed"), tr("%1 can no longer sign in.").arg(person));
        });
}

void AccountsSection::tell(const Result<Done>& done, const QString& title, const QString& words)
{
    if (!done) {
        if (!m_form->showProblem(done.error()))
            banner().showError(done.error());
        return;
    }
    m_accounts.readAgain();
    showCurrent();
    banner().show(Banner::Tone::Success, title, words);
}

}  // namespace homeward::ui
