#include "ui/shared/tables/filter_name_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/look/card.h"

namespace homeward::ui {
namespace {

constexpr int kLongestName = 60;

}  // namespace

FilterNameDialog::FilterNameDialog(const QString& title, const QString& name,
                                   const QStringList& inUse, QWidget* parent)
    : QDialog(parent), m_inUse(inUse), m_name(new QLineEdit(name, this)), m_note(new QLabel(this))
{
    setWindowTitle(title);
    m_name->setObjectName(QStringLiteral("filterNameEdit"));
    m_name->setMaxLength(kLongestName);
    m_name->setMinimumWidth(320);
    auto* caption = new QLabel(tr("&Name"), this);
    caption->setBuddy(m_name);
    m_note->setObjectName(QStringLiteral("filterNameNote"));
    m_note->setWordWrap(true);
    setRole(m_note, "muted");

    auto* buttons = new QDialogButtonBox(this);
    m_proceed = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_proceed->setObjectName(QStringLiteral("filterNameProceed"));
    m_proceed->setDefault(true);
    setRole(m_proceed, "primary");
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &FilterNameDialog::judge);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(caption);
    layout->addWidget(m_name);
    layout->addWidget(m_note);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    m_name->selectAll();
    judge();
}

QString FilterNameDialog::name() const
{
    return m_name->text().simplified();
}

void FilterNameDialog::judge()
{
    m_proceed->setEnabled(!name().isEmpty());
    m_note->setText(m_inUse.contains(name())
                        ? tr("There are filters of this name. Saving replaces them.")
                        : tr("Only you see what you save here."));
}

}  // namespace homeward::ui
