#include "ui/children/add_child_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/children/child_details_form.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/error_presenter.h"
#include "ui/shared/format.h"

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
                      "import finds this child. Everything else can follow."),
                   this);
    words->setWordWrap(true);
    words->setMinimumWidth(420);
    setRole(words, "muted");
    m_form->setWorkers(workers);
    AboutMeEntries empty;
    empty.sex = text(toKey(Sex::Unknown));
    empty.birthDate = text(today.plusMonths(-12 * 10).toIso());
    empty.worker = text(worker.value);
    m_form->show(empty);

    auto* buttons = new QDialogButtonBox(this);
    auto* proceed = buttons->addButton(tr("Add child"), QDialogButtonBox::AcceptRole);
    proceed->setObjectName(QStringLiteral("addChildProceed"));
    proceed->setDefault(true);
    setRole(proceed, "primary");
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &AddChildDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_banner);
    layout->addWidget(words);
    layout->addWidget(m_form);
    layout->addWidget(buttons);
}

void AddChildDialog::accept()
{
    m_form->clearProblems();
    m_banner->hide();
    AboutMeEntries entries;
    m_form->readInto(entries);
    const auto child = entries.applyTo(Child());
    if (!child || !add)
        return;
    const auto added = add(*child);
    if (added) {
        m_added = *added;
        return QDialog::accept();
    }
    const auto field = added.error().facts.find("field");
    if (field == added.error().facts.end() ||
        !m_form->setProblem(field->second, ruleText(added.error())))
        m_banner->showError(added.error());
}

}  // namespace homeward::ui
