#include "ui/shared/fields/passphrase_fields.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/shared/fields/form_field.h"
#include "ui/shared/fields/typed_secret.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/error_presenter.h"

namespace homeward::ui {

QString passphraseProblem(const Secret& passphrase, const Secret& repeated,
                          const app::PassphraseOwner& owner)
{
    const std::string_view typed = passphrase.text();
    const auto characters =
        std::count_if(typed.begin(), typed.end(), [](char c) { return (c & 0xc0) != 0x80; });
    if (characters < static_cast<long>(app::kShortestPassphrase))
        return PassphraseFields::tr(
                   "%1 of at least %2 characters. Three unrelated words work well.")
            .arg(characters)
            .arg(app::kShortestPassphrase);
    if (const auto weak = app::checkPassphrase(passphrase, owner))
        return ruleText(*weak);
    if (repeated.isEmpty())
        return PassphraseFields::tr("Type it a second time.");
    if (typed != repeated.text())
        return PassphraseFields::tr("The two are not the same.");
    return {};
}

PassphraseFields::PassphraseFields(QWidget* parent)
    : QWidget(parent),
      m_first(new SecretEdit(this)),
      m_second(new SecretEdit(this)),
      m_rule(new QLabel(this)),
      m_visible(new QCheckBox(tr("Show what is typed"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_first->setObjectName(QStringLiteral("passphraseEdit"));
    m_second->setObjectName(QStringLiteral("repeatPassphraseEdit"));
    m_firstField = addEdit(tr("New passphrase"), m_first);
    m_secondField = addEdit(tr("The same again"), m_second);
    m_firstField->setObjectName(QStringLiteral("passphraseField"));
    m_secondField->setObjectName(QStringLiteral("repeatPassphraseField"));
    m_rule->setWordWrap(true);
    setRole(m_rule, "muted");
    for (QWidget* widget :
         {static_cast<QWidget*>(m_firstField), static_cast<QWidget*>(m_secondField),
          static_cast<QWidget*>(m_rule), static_cast<QWidget*>(m_visible)})
        layout->addWidget(widget);
    connect(m_first, &QLineEdit::returnPressed, m_second, qOverload<>(&QWidget::setFocus));
    connect(m_second, &QLineEdit::returnPressed, this, &PassphraseFields::submitted);
    connect(m_visible, &QCheckBox::toggled, this, [this](bool visible) {
        const auto mode = visible ? QLineEdit::Normal : QLineEdit::Password;
        m_first->setEchoMode(mode);
        m_second->setEchoMode(mode);
    });
    check();
}

FormField* PassphraseFields::addEdit(const QString& name, QLineEdit* edit)
{
    connect(edit, &QLineEdit::textChanged, this, &PassphraseFields::check);
    connect(edit, &QLineEdit::textEdited, this, &PassphraseFields::edited);
    return new FormField(name, edit, {}, this);
}

void PassphraseFields::begin()
{
    m_first->setFocus();
}

void PassphraseFields::setOwner(const app::PassphraseOwner& owner)
{
    m_owner = owner;
    check();
}

QString PassphraseFields::problem() const
{
    return passphraseProblem(typedSecret(*m_first), typedSecret(*m_second), m_owner);
}

void PassphraseFields::check()
{
    const QString problem = this->problem();
    if (m_first->text().isEmpty())
        m_rule->setText(tr("At least %1 characters. Three unrelated words work well.")
                            .arg(app::kShortestPassphrase));
    else
        m_rule->setText(problem.isEmpty() ? tr("This will do.") : problem);
    m_rule->show();
    m_firstField->setProblem({});
    m_secondField->setProblem({});
}

bool PassphraseFields::isGood() const
{
    return problem().isEmpty();
}

void PassphraseFields::showProblem()
{
    showProblem(problem());
}

void PassphraseFields::showProblem(const QString& problem)
{
    if (problem.isEmpty())
        return;
    const bool firstIsFine =
        passphraseProblem(typedSecret(*m_first), typedSecret(*m_first), m_owner).isEmpty();
    const bool inSecond = firstIsFine && m_first->text() != m_second->text();
    m_rule->hide();
    m_firstField->setProblem(inSecond ? QString() : problem);
    m_secondField->setProblem(inSecond ? problem : QString());
    (inSecond ? m_second : m_first)->setFocus();
}

Secret PassphraseFields::passphrase() const
{
    return typedSecret(*m_first);
}

void PassphraseFields::clear()
{
    clearSecret(*m_first);
    clearSecret(*m_second);
    m_visible->setChecked(false);
}

}  // namespace homeward::ui
