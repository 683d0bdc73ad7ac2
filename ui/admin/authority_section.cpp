#include "ui/admin/authority_section.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/authority/accounts.h"
#include "ui/admin/imports/postcode_card.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tasks/action_catalogue.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

constexpr int kCardWidth = 640;

QString minutesText(int minutes)
{
    return AuthoritySection::tr("%n minute(s)", nullptr, minutes);
}

}  // namespace

AuthoritySection::AuthoritySection(const PageContext& context, QWidget* parent)
    : AdminSection(context, parent),
      m_reading(
          this, context, {app::Aggregate::Account},
          [](app::Session& session) { return app::listAccounts(session); },
          [this](const auto& accounts) { take(accounts); })
{
    column()->addWidget(buildFacts());
    column()->addWidget(buildLock());
    m_postcodes = new PostcodeCard(context, banner(), this);
    m_postcodes->setMaximumWidth(kCardWidth);
    column()->addWidget(m_postcodes);
    column()->addWidget(buildOthers());
    column()->addStretch(1);
}

QWidget* AuthoritySection::buildFacts()
{
    const app::AuthorityInfo& authority = context().session.authority();
    auto* card = new Card(text(authority.name), this);
    card->setMaximumWidth(kCardWidth);
    if (authority.demonstration)
        card->setSubtitle(tr("A demonstration: every record in it is invented."));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto add = [&](const QString& name, const QString& words) {
        auto* nameLabel = new QLabel(name, card);
        setRole(nameLabel, "muted");
        auto* value = new QLabel(words, card);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(tr("%1: %2").arg(name, words));
        form->addRow(nameLabel, value);
        return value;
    };
    add(tr("Folder"), text(authority.folder.string()));
    add(tr("Kept safe by"),
        tr("Encryption. Each account's passphrase opens it; without one, nobody can read it."));
    m_accounts = add(tr("Accounts"), {});
    card->body()->addLayout(form);
    return card;
}

QWidget* AuthoritySection::buildLock()
{
    auto* card = new Card(tr("Locking"), this);
    card->setMaximumWidth(kCardWidth);
    card->setSubtitle(
        tr("When nobody touches keyboard or mouse, Homeward locks and asks for the "
           "passphrase. This holds for this computer, for everybody who uses it."));
    m_lock = new QComboBox(card);
    m_lock->setObjectName(QStringLiteral("lockMinutesCombo"));
    for (const int minutes : Settings::idleChoices())
        m_lock->addItem(minutesText(minutes), minutes);
    m_lock->setCurrentIndex(m_lock->findData(Settings::idleMinutes()));
    connect(&Settings::events(), &Settings::Events::idleMinutesChanged, m_lock,
            [this](int minutes) { m_lock->setCurrentIndex(m_lock->findData(minutes)); });
    auto* field = new FormField(tr("Lock after"), m_lock, {}, card);
    field->setMaximumWidth(200);
    card->body()->addWidget(field);
    connect(m_lock, &QComboBox::activated, this, [this] {
        const int minutes = m_lock->currentData().toInt();
        Settings::setIdleMinutes(minutes);
        banner().show(Banner::Tone::Success, tr("Saved"),
                      tr("Homeward locks after %1.").arg(minutesText(minutes)));
    });
    return card;
}

QWidget* AuthoritySection::buildOthers()
{
    auto* card = new Card(tr("Another authority"), this);
    card->setMaximumWidth(kCardWidth);
    card->setSubtitle(tr(
        "This one stays open until you have signed in to the other. Each is a folder of its own."));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [&](const char* name, const QString& words, const char* icon,
                         const QString& action) {
        auto* button = new QPushButton(words, card);
        button->setObjectName(QLatin1String(name));
        button->setIcon(Theme::instance().icon(QLatin1String(icon)));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, action] {
            if (context().actions)
                context().actions->trigger(action);
        });
    };
    add("createAuthorityButton", tr("Create another…"), "plus", QStringLiteral("authority.create"));
    add("openAuthorityButton", tr("Open another…"), "import", QStringLiteral("authority.open"));
    row->addStretch(1);
    card->body()->addLayout(row);
    return card;
}

void AuthoritySection::enter()
{
    m_reading.readAgain();
    m_postcodes->readAgain();
}

void AuthoritySection::take(const Result<std::vector<Account>>& accounts)
{
    if (!accounts)
        return banner().showError(accounts.error());
    const auto active = std::count_if(accounts->begin(), accounts->end(),
                                      [](const Account& account) { return account.active; });
    m_accounts->setText(tr("%n (person|people) can sign in", nullptr, static_cast<int>(active)));
}

}  // namespace homeward::ui
