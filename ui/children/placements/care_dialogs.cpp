#include "ui/children/placements/care_dialogs.h"

#include "domain/statutory_codes.h"
#include "ui/shared/fields/code_choice.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

DateField* careDayField(Date today, const std::optional<Date>& shown, bool required)
{
    auto* field = new DateField;
    field->setToday(today);
    field->setMaximumDate(toQDate(today));
    field->setRequired(required);
    field->setDay(shown);
    return field;
}

/// Every way in which care ends; that it goes on is none.
CodeChoice* waysToEnd(Date today, QWidget* parent)
{
    auto* choice = new CodeChoice("REC", today, CareTermsDialog::tr("choose how it ended"), parent);
    choice->removeItem(choice->findData(QStringLiteral("X1")));
    return choice;
}

QString whatHappens(CareTermsDialog::Purpose purpose, const CarePeriod& period,
                    const QString& child)
{
    if (purpose == CareTermsDialog::Purpose::End)
        return CareTermsDialog::tr(
                   "%1, in care since %2, is not looked after any more. The "
                   "placement and the legal status of that day end with it.")
            .arg(child, dateText(period.startsOn));
    return CareTermsDialog::tr(
               "When was %1 really in care? The placement and the legal status of "
               "the first and of the last day move along. Without an end care "
               "goes on.")
        .arg(child);
}

}  // namespace

BeginCareDialog::BeginCareDialog(const QString& child, Date today, QWidget* parent)
    : ActDialog(tr("Begin care"), tr("From when is %1 looked after, and why?").arg(child),
                tr("Begin care"), "beginCareProceed", parent),
      m_start(careDayField(today, today, true)),
      m_need(new CodeChoice("CIN", today, tr("choose the reason"), this)),
      m_status(new CodeChoice("LS", today, tr("not known yet"), this))
{
    addField("startsOn", tr("From"), m_start, "startDateEdit");
    addField("needCode", tr("Reason for care"), m_need, "needChoice");
    addField("legalStatus", tr("Legal status"), m_status, "legalStatusChoice");
    require(m_need, tr("Choose the reason for care."));
}

app::CareBeginning BeginCareDialog::beginning() const
{
    return {{}, m_start->day().value_or(Date()), m_need->code(), m_status->code()};
}

CareTermsDialog::CareTermsDialog(Purpose purpose, const CarePeriod& period, const QString& child,
                                 Date today, QWidget* parent)
    : ActDialog(purpose == Purpose::End ? tr("End care") : tr("Correct care"),
                whatHappens(purpose, period, child),
                purpose == Purpose::End ? tr("End care") : tr("Correct"), "careTermsProceed",
                parent),
      m_period(period),
      m_end(careDayField(today, purpose == Purpose::End ? std::optional(today) : period.endsOn,
                         purpose == Purpose::End)),
      m_how(waysToEnd(today, this))
{
    m_how->setCode(period.endCode);
    if (purpose == Purpose::End) {
        addField("endCode", tr("How it ended"), m_how, "endCodeChoice");
        addField("endsOn", tr("Ended on"), m_end, "endDateEdit");
        require(m_how, tr("Choose how care ended."));
        return;
    }
    m_start = careDayField(today, period.startsOn, true);
    if (today < period.startsOn)
        m_start->setMaximumDate({});
    m_need = new CodeChoice("CIN", today, tr("not recorded"), this);
    m_need->setCode(period.needCode);
    addField("startsOn", tr("From"), m_start, "startDateEdit");
    addField("needCode", tr("Reason for care"), m_need, "needChoice");
    addField("endsOn", tr("Ended on"), m_end, "endDateEdit");
    addField("endCode", tr("How it ended"), m_how, "endCodeChoice");
}

CareTerms CareTermsDialog::terms() const
{
    return {m_start ? m_start->day().value_or(Date()) : m_period.startsOn, m_end->day(),
            m_need ? m_need->code() : m_period.needCode, m_how->code()};
}

LegalStatusDialog::LegalStatusDialog(const QString& child, const std::string& current, Date today,
                                     QWidget* parent)
    : ActDialog(tr("Legal status"),
                current.empty()
                    ? tr("Under which legal status is %1 looked after, and from when?").arg(child)
                    : tr("Under which legal status is %1 looked after, and from when? Until then "
                         "it is: %2. The same day again corrects what was recorded.")
                          .arg(child, text(StatutoryCodes::builtIn().label("LS", current))),
                tr("Record"), "legalStatusProceed", parent),
      m_code(new CodeChoice("LS", today, tr("choose the legal status"), this)),
      m_start(careDayField(today, today, true))
{
    addField("legalStatus", tr("Legal status"), m_code, "legalStatusChoice");
    addField("startsOn", tr("From"), m_start, "startDateEdit");
    require(m_code, tr("Choose the legal status."));
}

std::string LegalStatusDialog::code() const
{
    return m_code->code();
}

Date LegalStatusDialog::startsOn() const
{
    return m_start->day().value_or(Date());
}

}  // namespace homeward::ui
