#include "ui/shell/start/create_authority_page.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"
#include "ui/shell/start/passphrase_edit.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

CreateAuthorityPage::CreateAuthorityPage(Dialogs& dialogs, QWidget* parent)
    : StartPage(
          tr("Create an authority"),
          tr("A folder with an encrypted database. Nobody can read it without an account and its "
             "passphrase, and nobody can bring back a passphrase that is lost: keep yours safe, "
             "and "
             "give a second person an administrator account."),
          760, parent),
      m_dialogs(dialogs),
      m_name(new QLineEdit),
      m_folder(new QLineEdit),
      m_personName(new QLineEdit),
      m_accountName(new QLineEdit),
      m_passphrase(new PassphraseEdit),
      m_repeat(new PassphraseEdit),
      m_form(new QWidget),
      m_create(new QPushButton(tr("Create the authority"))),
      m_working(new QProgressBar)
{
    m_name->setPlaceholderText(tr("e.g. Northshire Council"));
    m_folder->setText(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                          .filePath(tr("Homeward authority")));
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the folder of the authority"));
    auto* folderRow = new QWidget;
    auto* folderLayout = new QHBoxLayout(folderRow);
    folderLayout->setContentsMargins(0, 0, 0, 0);
    folderLayout->addWidget(m_folder, 1);
    folderLayout->addWidget(browse);
    folderRow->setFocusProxy(m_folder);

    m_nameField = new FormField(tr("Name of the authority"), m_name);
    m_folderField =
        new FormField(tr("Folder"), folderRow, tr("Made if it is not there; must be empty."));
    m_personField = new FormField(tr("Your name"), m_personName, tr("As colleagues will see it."));
    m_accountField = new FormField(tr("Your account name"), m_accountName,
                                   tr("Small letters, digits, full stops and hyphens."));
    m_passphraseField =
        new FormField(tr("Passphrase"), m_passphrase, sentence("rule.weak-passphrase"));
    m_repeatField = new FormField(tr("Passphrase again"), m_repeat);

    auto* grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(14);
    FormField* const fields[][2] = {{m_nameField, m_folderField},
                                    {m_personField, m_accountField},
                                    {m_passphraseField, m_repeatField}};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 2; ++column)
            grid->addWidget(fields[row][column], row, column, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* card = new Card;
    card->body()->addWidget(m_form);
    body()->addWidget(card);

    m_goBack = makeBack(tr("Back"));
    setFirstFocus(m_name);
    setRole(m_create, "primary");
    m_create->setObjectName(u"createAuthorityButton"_s);
    m_working->setRange(0, 0);
    m_working->setAccessibleName(tr("The authority is being made"));
    m_working->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_goBack);
    buttons->addWidget(m_working, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_create);
    body()->addLayout(buttons);

    connect(browse, &QPushButton::clicked, this, &CreateAuthorityPage::chooseFolder);
    connect(m_personName, &QLineEdit::textEdited, this, &CreateAuthorityPage::suggestAccountName);
    setEnterPresses(m_create);
    connect(m_create, &QPushButton::clicked, this, &CreateAuthorityPage::submit);
    forgetProblemsWhileTyping();
    checkFolder();
}

void CreateAuthorityPage::forgetProblemsWhileTyping()
{
    for (FormField* field : {m_nameField, m_folderField, m_personField, m_accountField,
                             m_passphraseField, m_repeatField})
        for (const QLineEdit* edit : field->findChildren<QLineEdit*>())
            connect(edit, &QLineEdit::textChanged, field, [field] { field->setProblem({}); });
    connect(m_folder, &QLineEdit::textChanged, this, &CreateAuthorityPage::checkFolder);
}

void CreateAuthorityPage::chooseFolder()
{
    const QString folder = m_dialogs.folder(this, tr("Folder for the authority"));
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

std::filesystem::path CreateAuthorityPage::folder() const
{
    QString typed = m_folder->text().trimmed();
    if (typed == u"~"_s || typed.startsWith(u"~/"_s))
        typed.replace(0, 1, QDir::homePath());
    if (typed.isEmpty())
        return {};
    return absolutePath(std::filesystem::path(utf8(QDir::home().absoluteFilePath(typed))));
}

void CreateAuthorityPage::checkFolder()
{
    auto refusal = readOnlyError(placeOf(folder()));
    m_refused = refusal.has_value();
    if (refusal) {
        refusal->facts["creating"] = "yes";
        const UserMessage message = messageFor(*refusal);
        m_folderField->setProblem(message.text + u' ' + message.nextStep);
    }
    m_create->setEnabled(!m_busy && !m_refused);
}

void CreateAuthorityPage::suggestAccountName(const QString& personName)
{
    if (m_accountName->isModified())
        return;
    QString name = personName.toLower().normalized(QString::NormalizationForm_D);
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    name.replace(other, u"."_s);
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    while (name.endsWith(u'.'))
        name.chop(1);
    m_accountName->setText(name);
}

void CreateAuthorityPage::submit()
{
    if (m_refused)
        return m_folder->setFocus();
    for (FormField* field : {m_nameField, m_folderField, m_personField, m_accountField,
                             m_passphraseField, m_repeatField})
        field->setProblem({});
    banner()->hide();
    QWidget* firstEmpty = nullptr;
    for (FormField* field :
         {m_nameField, m_folderField, m_personField, m_accountField, m_passphraseField}) {
        auto* edit = field->findChild<QLineEdit*>();
        if (!edit || !edit->text().trimmed().isEmpty())
            continue;
        field->setProblem(tr("This is needed."));
        if (!firstEmpty)
            firstEmpty = edit;
    }
    if (firstEmpty)
        return firstEmpty->setFocus();
    if (m_passphrase->secret().text() != m_repeat->secret().text()) {
        m_repeatField->setProblem(tr("The two passphrases are not the same."));
        m_repeat->setFocus();
        return;
    }
    emit createRequested();
}

void CreateAuthorityPage::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_goBack->setEnabled(!busy);
    m_busy = busy;
    m_create->setEnabled(!busy && !m_refused);
    m_working->setVisible(busy);
}

FormField* CreateAuthorityPage::fieldFor(const std::string& name) const
{
    if (name == "name")
        return m_nameField;
    if (name == "folder")
        return m_folderField;
    if (name == "personName")
        return m_personField;
    if (name == "accountName")
        return m_accountField;
    return name == "passphrase" ? m_passphraseField : nullptr;
}

void CreateAuthorityPage::showError(const Error& error)
{
    const auto field = error.facts.find("field");
    FormField* const place = field == error.facts.end() ? nullptr : fieldFor(field->second);
    if (error.code != ErrorCode::InvalidInput || !place)
        return banner()->showError(error);
    place->setProblem(ruleText(error));
    place->editor()->setFocus();
}

app::NewAuthority CreateAuthorityPage::plan() const
{
    app::NewAuthority plan;
    plan.folder = folder();
    plan.name = utf8(m_name->text().trimmed());
    plan.accountName = utf8(m_accountName->text().trimmed());
    plan.personName = utf8(m_personName->text().trimmed());
    plan.passphrase = m_passphrase->secret();
    return plan;
}

}  // namespace homeward::ui
