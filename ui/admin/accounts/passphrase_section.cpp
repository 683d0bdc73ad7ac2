#include "ui/admin/accounts/passphrase_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/authority/accounts.h"
#include "ui/shared/fields/passphrase_fields.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/fields/typed_secret.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tasks/jobs.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

PassphraseSection::PassphraseSection(const PageContext& context, QWidget* parent)
    : AdminSection(context, parent)
{
    auto* card = new Card(tr("Change my passphrase"), this);
    card->setSubtitle(tr("For the account %1. Nobody else can see or recover a passphrase; an "
                         "administrator can only set a new one.")
                          .arg(text(context.session.account().name)));
    card->setMaximumWidth(560);
    m_current = new SecretEdit(card);
    m_current->setObjectName(QStringLiteral("currentPassphraseEdit"));
    m_currentField = new FormField(tr("Passphrase until now"), m_current, {}, card);
    m_next = new PassphraseFields(card);
    m_next->setOwner({context.session.account().name, context.session.account().personName,
                      context.session.authority().name});
    m_change = new QPushButton(tr("Change passphrase"), card);
    m_change->setObjectName(QStringLiteral("changePassphraseButton"));
    setRole(m_change, "primary");
    card->body()->addWidget(m_currentField);
    card->body()->addWidget(m_next);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_change);
    card->body()->addLayout(buttons);
    column()->addWidget(card);
    column()->addStretch(1);
    connect(m_change, &QPushButton::clicked, this, &PassphraseSection::change);
    connect(m_next, &PassphraseFields::submitted, m_change, &QPushButton::click);
    connect(m_current, &QLineEdit::returnPressed, m_next, &PassphraseFields::begin);
    connect(m_next, &PassphraseFields::edited, &banner(), &QWidget::hide);
    connect(m_current, &QLineEdit::textEdited, &banner(), &QWidget::hide);
    connect(m_current, &QLineEdit::textEdited, m_currentField,
            [this] { m_currentField->setProblem({}); });
}

void PassphraseSection::change()
{
    banner().hide();
    if (m_current->text().isEmpty()) {
        m_currentField->setProblem(tr("Type the passphrase you have used until now."));
        m_current->setFocus();
        return;
    }
    if (!m_next->isGood()) {
        m_next->showProblem();
        return;
    }
    m_change->setEnabled(false);
    auto current = std::make_shared<Secret>(typedSecret(*m_current));
    auto next = std::make_shared<Secret>(m_next->passphrase());
    const QPointer<Job> job = context().jobs.run<Done>(
        this, tr("Changing your passphrase"),
        [current, next](app::Session& session, const RunControl&) {
            return app::changePassphrase(session, *current, *next);
        },
        [this](const Result<Done>& changed) { tell(changed); }, Stopping::Never);
    connect(job, &Job::ended, this, [this] { m_change->setEnabled(true); });
}

void PassphraseSection::tell(const Result<Done>& changed)
{
    if (changed) {
        clearSecret(*m_current);
        m_next->clear();
        goOnAt(m_current);
        banner().show(Banner::Tone::Success, tr("Your passphrase is changed"),
                      tr("Use the new one from the next time you sign in or unlock."));
        return;
    }
    const Error& error = changed.error();
    if (error.code == ErrorCode::WrongPassphrase) {
        clearSecret(*m_current);
        m_currentField->setProblem(tr("This is not your present passphrase."));
        m_current->setFocus();
    } else if (error.code == ErrorCode::InvalidInput) {
        m_next->showProblem(ruleText(error));
    } else {
        banner().showError(error);
    }
}

}  // namespace homeward::ui
