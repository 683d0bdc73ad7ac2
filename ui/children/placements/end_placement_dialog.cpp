#include "ui/children/placements/end_placement_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/fields/change_reason_choice.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"
#include "ui/shared/work/held_form.h"

namespace homeward::ui {

EndPlacementDialog::EndPlacementDialog(const app::PlacementRow& placement, Date today,
                                       QWidget* parent)
    : QDialog(parent), m_reason(new ChangeReasonChoice(today, this)), m_date(new DateField(this))
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
    m_reason->setObjectName(QStringLiteral("endReasonChoice"));
    m_reason->setAccessibleName(tr("Why it ends"));
    m_date->setObjectName(QStringLiteral("endDateEdit"));
    m_date->setAccessibleName(tr("Ends on"));
    m_date->setToday(today);
    m_date->setMinimumDate(toQDate(placement.placement.startsOn.plusDays(1)));
    m_date->setMaximumDate(toQDate(today));
    m_date->setRequired(true);
    m_date->setDay(today);
    m_reasonField = new FieldWithNote(m_reason, this);
    m_dateField = new FieldWithNote(m_date, this);
    connect(m_reason, &QComboBox::currentIndexChanged, this,
            [this] { m_reasonField->setNote({}); });

    auto* form = new QFormLayout;
    form->addRow(tr("Why it ends"), m_reasonField);
    form->addRow(tr("Ends on"), m_dateField);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* const proceed = m_proceed =
        buttons->addButton(tr("End placement"), QDialogButtonBox::AcceptRole);
    proceed->setObjectName(QStringLiteral("endPlacementProceed"));
    setRole(proceed, "primary");
    auto* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &EndPlacementDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(buttons);
    // Enter ends the placement: what was chosen is never thrown away by the key that confirms.
    cancel->setAutoDefault(false);
    proceed->setDefault(true);
    setTabOrder(m_reason, m_date);
    setTabOrder(m_date, proceed);
    setTabOrder(proceed, cancel);
    m_reason->setFocus();
}

void EndPlacementDialog::accept()
{
    const std::string reason = m_reason->code();
    m_dateField->setNote({});
    m_reasonField->setNote(reason.empty() ? tr("Choose why the placement ends.") : QString());
    const bool dated = m_date->settle();
    if (reason.empty())
        m_reason->setFocus(Qt::OtherFocusReason);
    const std::optional<Date> endsOn = m_date->day();
    if (!dated || !endsOn || reason.empty())
        return;
    if (!end)
        return QDialog::accept();
    const bool atOnce = saveFrom<Done>(
        {m_dateField, m_reasonField, m_proceed},
        [this, day = *endsOn, reason] { return end(day, reason); },
        [this](const Result<Done>& done) { finish(done); });
    if (!atOnce)
        m_dateField->setNote(
            tr("Another program is saving; this goes on by itself as soon as it "
               "is done."));
}

void EndPlacementDialog::finish(const Result<Done>& done)
{
    m_dateField->setNote({});
    if (done)
        return QDialog::accept();
    const bool rule = done.error().code == ErrorCode::InvalidInput;
    m_dateField->setNote(rule ? ruleText(done.error()) : messageFor(done.error()).text);
}

}  // namespace homeward::ui
