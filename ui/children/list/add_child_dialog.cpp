#include "ui/children/list/add_child_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/children/record/child_details_form.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialog_body.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

AddChildDialog::AddChildDialog(const std::vector<Account>& workers, const AccountId& worker,
                               Date today, QWidget* parent)
    : QDialog(parent),
      m_form(new ChildDetailsForm(ChildDetailsForm::Extent::Short, this)),
      m_banner(new Banner(this))
{
    setWindowTitle(tr("Add a child"));
    auto* words =
        new QLabel(tr("The case number is the one of your statutory return, so that a later "
                      "import finds this child. The birth date is needed too; everything else "
                      "can follow."),
                   this);
    words->setWordWrap(true);
    words->setMinimumWidth(420);
    setRole(words, "muted");
    m_form->setToday(today);
    m_form->setWorkers(workers);
    AboutMeEntries empty;
    empty["sex"] = text(toKey(Sex::Unknown));
    empty["worker"] = text(worker.value);
    m_form->show(empty);

    auto* buttons = new QDialogButtonBox(this);
    QPushButton* const proceed = m_proceed =
        buttons->addButton(tr("Add child"), QDialogButtonBox::AcceptRole);
    proceed->setObjectName(QStringLiteral("addChildProceed"));
    proceed->setDefault(true);
    setRole(proceed, "primary");
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &AddChildDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &ChildDetailsForm::edited, this, &AddChildDialog::forgetSame);
    connect(m_banner, &Banner::actionRequested, this, [this] {
        m_added = m_same;
        QDialog::accept();
    });

    auto* body = new DialogBody(this, 16);
    body->column()->addWidget(m_banner);
    body->column()->addWidget(words);
    body->column()->addWidget(m_form);
    layout()->addWidget(buttons);
}

void AddChildDialog::accept()
{
    m_form->clearProblems();
    m_banner->hide();
    AboutMeEntries entries;
    m_form->readInto(entries);
    const auto child = entries.applyTo(Child());
    if (!child)
        return refuse(child.error());
    if (!add)
        return;
    const bool atOnce = saveFrom<ChildId>(
        {m_form, m_proceed},
        [this, child = *child] {
            return add(child, m_same.isEmpty() ? app::SamePerson::Ask : app::SamePerson::AddAnyway);
        },
        [this](const Result<ChildId>& added) { finish(added); });
    if (!atOnce)
        showWaiting(*m_banner);
}

void AddChildDialog::finish(const Result<ChildId>& added)
{
    m_banner->hide();
    if (!added)
        return refuse(added.error());
    m_added = *added;
    QDialog::accept();
}

/// The second press of the button is the answer that it is somebody else.
void AddChildDialog::askWhetherSame(const Error& error)
{
    m_same = ChildId{error.facts.at("id")};
    m_banner->showWithAction(Banner::Tone::Warning, tr("This child may be on record already"),
                             ruleText(error), tr("Open that record"));
    m_proceed->setText(tr("Add a second child"));
    growDialog(*this);
}

void AddChildDialog::forgetSame()
{
    if (m_same.isEmpty())
        return;
    m_same = {};
    m_banner->hide();
    m_proceed->setText(tr("Add child"));
}

void AddChildDialog::refuse(const Error& error)
{
    if (const auto rule = error.facts.find("rule");
        rule != error.facts.end() && rule->second == "same-person")
        return askWhetherSame(error);
    const auto show = [this](const std::string& field, const QString& sentence) {
        return m_form->setProblem(field, sentence);
    };
    if (!showBrokenRules(error, show))
        m_banner->showError(error);
    growDialog(*this);
}

}  // namespace homeward::ui
