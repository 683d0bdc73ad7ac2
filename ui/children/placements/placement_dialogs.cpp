#include "ui/children/placements/placement_dialogs.h"

#include <QCheckBox>
#include <QLineEdit>

#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/fields/code_choice.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr const char* kReasons = "REASON_PLACE_CHANGE";

DateField* dayField(Date today, const std::optional<Date>& shown, bool required)
{
    auto* field = new DateField;
    field->setToday(today);
    field->setRequired(required);
    field->setDay(shown);
    return field;
}

QString whatEnds(const app::PlacementRow& placement)
{
    const QString since = dateText(placement.placement.startsOn);
    if (placement.homeName.empty())
        return EndPlacementDialog::tr(
                   "The placement since %1 (%2) ends. Care goes on until it is ended itself.")
            .arg(since, placementName(placement));
    return EndPlacementDialog::tr(
               "The placement with %1, since %2, ends. The place becomes free again; care goes on "
               "until it is ended itself.")
        .arg(placementName(placement), since);
}

QString whatMovesAlong(const app::PlacementRow& placement, const CareHistory& history)
{
    QStringList words{CorrectPlacementDialog::tr("When was the placement (%1) really?")
                          .arg(placementName(placement))};
    if (placementBefore(history, placement.placement))
        words << CorrectPlacementDialog::tr(
            "The placement before it ended where this one begins, and moves along.");
    for (const CarePeriod& period : history.periods)
        if (period.startsOn == placement.placement.startsOn)
            words << CorrectPlacementDialog::tr("Care began that day too, and moves along.");
    words << CorrectPlacementDialog::tr("Without an end it goes on.");
    return words.join(u' ');
}

bool isToCome(const app::PlacementRow& placement, Date today)
{
    return today < placement.placement.startsOn;
}

QString whatIsWithdrawn(const app::PlacementRow& placement, Date today)
{
    const QString name = placementName(placement);
    const QString since = dateText(placement.placement.startsOn);
    if (isToCome(placement, today))
        return WithdrawPlacementDialog::tr(
                   "The move planned for %2 (%1) does not come about. The place is free again.")
            .arg(name, since);
    return WithdrawPlacementDialog::tr(
               "The placement from %2 (%1) never was. It leaves the history, the vacancies and the "
               "household's experience; the audit trail keeps it, and it can be put back.")
        .arg(name, since);
}

}  // namespace

EndPlacementDialog::EndPlacementDialog(const app::PlacementRow& placement, Date today,
                                       QWidget* parent)
    : ActDialog(tr("End placement"), whatEnds(placement), tr("End placement"),
                "endPlacementProceed", parent),
      m_reason(new CodeChoice(kReasons, today, tr("choose a reason"), this)),
      m_date(dayField(today, today, true))
{
    m_date->setMinimumDate(toQDate(placement.placement.startsOn));
    m_date->setMaximumDate(toQDate(today));
    addField("changeReason", tr("Why it ends"), m_reason, "endReasonChoice");
    addField("endsOn", tr("Ends on"), m_date, "endDateEdit");
    require(m_reason, tr("Choose why the placement ends."));
}

Date EndPlacementDialog::endsOn() const
{
    return m_date->day().value_or(Date());
}

std::string EndPlacementDialog::reason() const
{
    return m_reason->code();
}

CorrectPlacementDialog::CorrectPlacementDialog(const app::PlacementRow& placement,
                                               const CareHistory& history, Date today,
                                               QWidget* parent)
    : ActDialog(tr("Correct the dates"), whatMovesAlong(placement, history), tr("Correct"),
                "correctPlacementProceed", parent),
      m_start(dayField(today, placement.placement.startsOn, true)),
      m_end(dayField(today, placement.placement.endsOn, false)),
      m_reason(new CodeChoice(kReasons, placement.placement.endsOn.value_or(today),
                              tr("choose a reason"), this))
{
    m_reason->setCode(placement.placement.changeReason);
    addField("startsOn", tr("Starts on"), m_start, "startDateEdit");
    addField("endsOn", tr("Ends on"), m_end, "endDateEdit");
    addField("changeReason", tr("Why it ended"), m_reason, "endReasonChoice");
}

PlacementTerms CorrectPlacementDialog::terms() const
{
    return {m_start->day().value_or(Date()), m_end->day(), m_reason->code()};
}

WithdrawPlacementDialog::WithdrawPlacementDialog(const app::PlacementRow& placement,
                                                 const QString& previous, Date today,
                                                 QWidget* parent)
    : ActDialog(isToCome(placement, today) ? tr("Cancel the move") : tr("Entered in error"),
                whatIsWithdrawn(placement, today),
                isToCome(placement, today) ? tr("Cancel the move") : tr("Entered in error"),
                "withdrawPlacementProceed", parent),
      m_note(new QLineEdit)
{
    addField(
        "withdrawnNote",
        isToCome(placement, today) ? tr("Why, if it helps") : tr("What was wrong, if it helps"),
        m_note, "withdrawnNoteEdit");
    if (previous.isEmpty())
        return;
    m_previous = new QCheckBox(tr("%1 goes on as if nothing happened").arg(buttonWords(previous)));
    m_previous->setChecked(true);
    addField("previousGoesOn", tr("The one before"), m_previous, "previousGoesOnCheck");
}

app::Withdrawing WithdrawPlacementDialog::withdrawing() const
{
    return {utf8(m_note->text().trimmed()), !m_previous || m_previous->isChecked()};
}

RestorePlacementDialog::RestorePlacementDialog(const app::PlacementRow& placement,
                                               const QString& previous, Date today, QWidget* parent)
    : ActDialog(tr("Put back"),
                previous.isEmpty()
                    ? tr("The placement from %2 (%1) counts again, as it was.")
                          .arg(placementName(placement), dateText(placement.placement.startsOn))
                    : tr("The placement from %2 (%1) counts again, as it was. The one before it "
                         "(%3) ends that day.")
                          .arg(placementName(placement), dateText(placement.placement.startsOn),
                               previous),
                tr("Put back"), "restorePlacementProceed", parent)
{
    if (previous.isEmpty())
        return;
    m_reason = new CodeChoice(kReasons, today, tr("choose a reason"), this);
    addField("changeReason", tr("Why the one before ended"), m_reason, "endReasonChoice");
    require(m_reason, tr("Choose why the placement before ended."));
}

std::string RestorePlacementDialog::reason() const
{
    return m_reason ? m_reason->code() : std::string();
}

LeavingDialog::LeavingDialog(const app::PlacementRow& placement, Date today, QWidget* parent)
    : ActDialog(tr("Notice or planned move"),
                tr("By when does the placement (%1) have to end? The child stands among those who "
                   "need a home until it is decided where to. Without a day this is taken back.")
                    .arg(placementName(placement)),
                tr("Record"), "leavingProceed", parent),
      m_by(dayField(today, placement.placement.leaving.by, false)),
      m_notice(dayField(today, placement.placement.leaving.noticeGiven, false))
{
    m_by->setMinimumDate(toQDate(placement.placement.startsOn));
    m_notice->setMaximumDate(toQDate(today));
    addField("leavesBy", tr("Has to leave by"), m_by, "leavesByEdit");
    addField("noticeGivenOn", tr("Notice given on, if it was"), m_notice, "noticeGivenEdit");
}

Leaving LeavingDialog::leaving() const
{
    return {m_by->day(), m_notice->day()};
}

SettleTermsDialog::SettleTermsDialog(const app::PlacementRow& placement, QWidget* parent)
    : ActDialog(tr("Within the terms now"),
                tr("%1: outside the terms of the approval until %2, agreed by: %3. How did it come "
                   "within the terms?")
                    .arg(placementName(placement), dateText(placement.placement.outsideTerms.until),
                         text(placement.placement.outsideTerms.agreedBy)),
                tr("Record"), "settleTermsProceed", parent),
      m_how(new QLineEdit(text(placement.placement.outsideTerms.settled)))
{
    m_how->setPlaceholderText(tr("Variation or exemption, who agreed, when"));
    addField("outsideTermsSettled", tr("How; empty takes it back"), m_how, "settledEdit");
}

std::string SettleTermsDialog::settled() const
{
    return utf8(m_how->text().trimmed());
}

PlaceElsewhereDialog::PlaceElsewhereDialog(const QString& child, const QString& current, Date today,
                                           QWidget* parent)
    : ActDialog(
          tr("Lives elsewhere"),
          current.isEmpty()
              ? tr("Where does %1 go that is not a home of the register?").arg(child)
              : tr("Where does %1 go that is not a home of the register? The placement until then "
                   "(%2) ends that day.")
                    .arg(child, current),
          tr("Record"), "placeElsewhereProceed", parent),
      m_place(new CodeChoice("PLACE", today, tr("choose where"), this,
                             {"P1", "U3", "U1", "U2", "R2", "T1", "T0",  "T2",  "T3",  "T4", "R1",
                              "R3", "S1", "K1", "R5", "K2", "K3", "H5",  "P2",  "P3",  "U6", "U4",
                              "U5", "A3", "A4", "A5", "A6", "Z1", "Z11", "Z12", "Z13", "Z14"})),
      m_provider(new CodeChoice("PLACE_PROVIDER", today, tr("choose who provides it"), this)),
      m_postcode(new QLineEdit),
      m_start(dayField(today, today, true))
{
    addField("placeCode", tr("Where"), m_place, "placeChoice");
    addField("providerCode", tr("Provided by"), m_provider, "providerChoice");
    addField("placePostcode", tr("Postcode, if known"), m_postcode, "placePostcodeEdit");
    addField("startsOn", tr("From"), m_start, "startDateEdit");
    require(m_place, tr("Choose where the child goes."));
    require(m_provider, tr("Choose who provides the place."));
    connect(m_place, &QComboBox::activated, this, &PlaceElsewhereDialog::suggestProvider);
    if (current.isEmpty())
        return;
    m_reason = new CodeChoice(kReasons, today, tr("choose a reason"), this);
    addField("changeReason", tr("Why the placement until then ends"), m_reason, "endReasonChoice");
    require(m_reason, tr("Choose why the placement until then ends."));
}

/// Parents look after their own; the health service runs its hospitals.
void PlaceElsewhereDialog::suggestProvider()
{
    const std::string place = m_place->code();
    if (place == "P1")
        m_provider->setCode("PR0");
    else if (place == "R2" || place == "T1" || place == "R5")
        m_provider->setCode("PR3");
    else if (place.starts_with('U'))
        m_provider->setCode("PR1");
}

app::PlacementElsewhere PlaceElsewhereDialog::elsewhere() const
{
    return {{},
            m_start->day().value_or(Date()),
            m_place->code(),
            m_provider->code(),
            utf8(m_postcode->text().trimmed()),
            m_reason ? m_reason->code() : std::string()};
}

}  // namespace homeward::ui
