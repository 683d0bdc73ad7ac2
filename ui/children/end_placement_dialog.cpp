#include "ui/children/end_placement_dialog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "domain/statutory_codes.h"
#include "ui/children/field_note.h"
#include "ui/children/placements_table_model.h"
#include "ui/shared/card.h"
#include "ui/shared/error_presenter.h"
#include "ui/shared/format.h"

namespace homeward::ui {

EndPlacementDialog::EndPlacementDialog(const app::PlacementRow& placement, Date today,
                                       QWidget* parent)
    : QDialog(parent), m_date(new QDateEdit(this)), m_reason(new QComboBox(this))
{
    setWindowTitle(tr("End placement"));
    const QString since = dateText(placement.placement.startsOn);
    auto* words = new QLabel(
        placement.homeName.empty()
            ? tr("The placement since %1 (%2) ends. Care goes on until it is ended itself.")
                  .arg(since, placementName(placement))
            : tr("The placement with %1, since %2, ends. The place becomes free again; care goes "
                 "on until it is ended itself.")
                  .arg(placementName(placement), since),
        this);
    words->setMinimumWidth(420);
    words->setWordWrap(true);
    m_date->setObjectName(QStringLiteral("endDateEdit"));
    m_date->setAccessibleName(tr("Last day"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_date->setDate(QDate(today.year(), today.month(), today.day()));
    m_reason->setObjectName(QStringLiteral("endReasonChoice"));
    m_reason->setAccessibleName(tr("Why it ends"));
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(40);
    m_reason->addItem(tr("choose a reason"), QString());
    for (const auto& code : StatutoryCodes::builtIn().codesOf("REASON_PLACE_CHANGE"))
        if (!code.validTo || *code.validTo >= today)
            m_reason->addItem(text(code.label), text(code.code));
    m_dateField = new FieldWithNote(m_date, this);
    m_reasonField = new FieldWithNote(m_reason, this);

    auto* form = new QFormLayout;
    form->addRow(tr("Ends on"), m_dateField);
    form->addRow(tr("Why it ends"), m_reasonField);
    auto* buttons = new QDialogButtonBox(this);
    auto* proceed = buttons->addButton(tr("End placement"), QDialogButtonBox::AcceptRole);
    proceed->setObjectName(QStringLiteral("endPlacementProceed"));
    setRole(proceed, "primary");
    auto* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setIcon({});
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &EndPlacementDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

Date EndPlacementDialog::endsOn() const
{
    const QDate date = m_date->date();
    return Date::fromYmd(date.year(), date.month(), date.day()).value_or(Date());
}

std::string EndPlacementDialog::reason() const
{
    return utf8(m_reason->currentData().toString());
}

void EndPlacementDialog::accept()
{
    m_dateField->setNote({});
    m_reasonField->setNote(reason().empty() ? tr("Choose why the placement ends.") : QString());
    if (reason().empty())
        return;
    if (end) {
        const auto done = end(endsOn(), reason());
        if (!done) {
            const bool rule = done.error().code == ErrorCode::InvalidInput;
            m_dateField->setNote(rule ? ruleText(done.error()) : messageFor(done.error()).text);
            return;
        }
    }
    QDialog::accept();
}

}  // namespace homeward::ui
