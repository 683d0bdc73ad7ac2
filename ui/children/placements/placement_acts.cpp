#include "ui/children/placements/placement_acts.h"

#include <QAction>
#include <QMenu>
#include <algorithm>

#include "app/care/care.h"
#include "app/care/leaving.h"
#include "app/session/session.h"
#include "ui/children/placements/care_dialogs.h"
#include "ui/children/placements/placement_dialogs.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

template <typename Act>
void add(QMenu& menu, const QString& words, const char* name, Act act)
{
    QAction* action = menu.addAction(words);
    action->setObjectName(QLatin1String(name));
    QObject::connect(action, &QAction::triggered, &menu, act);
}

/// Errors of use cases whose answer nobody needs.
template <typename T>
Result<Done> whetherDone(const Result<T>& result)
{
    return result ? Result<Done>(Done{}) : Result<Done>(result.error());
}

}  // namespace

PlacementActs::PlacementActs(const PageContext& context, QWidget* page)
    : QObject(page), m_context(context), m_over(page)
{
}

Date PlacementActs::today() const
{
    return m_context.session.today();
}

QString PlacementActs::child() const
{
    return text(m_page.summary.displayName);
}

QString PlacementActs::nameOf(const Placement* placement) const
{
    const auto row = std::find_if(m_history.rows.begin(), m_history.rows.end(),
                                  [&](const app::PlacementRow& one) {
                                      return placement && one.placement.id == placement->id;
                                  });
    return row == m_history.rows.end() ? QString() : placementName(*row);
}

void PlacementActs::fill(QMenu& menu, const app::PlacementRow* selected)
{
    menu.clear();
    if (m_context.session.may(Right::DecidePlacements)) {
        if (selected)
            fillForPlacement(menu, *selected);
        menu.addSeparator();
        add(menu, tr("&Lives elsewhere…"), "placeElsewhereAction", [this] { placeElsewhere(); });
    }
    menu.addSeparator();
    if (m_context.session.may(Right::EditChildren))
        fillForCare(menu);
}

void PlacementActs::fillForPlacement(QMenu& menu, const app::PlacementRow& selected)
{
    const Placement& placement = selected.placement;
    if (placement.withdrawn)
        return add(menu, tr("&Put back…"), "restorePlacementAction",
                   [this, selected] { restore(selected); });
    const bool toCome = today() < placement.startsOn;
    if (!placement.endsOn && !toCome)
        add(menu, tr("&End placement…"), "endPlacementAction", [this, selected] { end(selected); });
    if (!placement.endsOn) {
        add(menu, tr("&Notice or planned move…"), "leavingAction",
            [this, selected] { recordLeaving(selected); });
        if (placement.outsideTerms.until)
            add(menu, tr("&Within the terms now…"), "settleTermsAction",
                [this, selected] { settleTerms(selected); });
    }
    add(menu, toCome ? tr("&Move to another day…") : tr("&Correct the dates…"),
        "correctPlacementAction", [this, selected] { correct(selected); });
    add(menu, toCome ? tr("Ca&ncel the move…") : tr("Entered in e&rror…"),
        "withdrawPlacementAction", [this, selected] { withdraw(selected); });
}

void PlacementActs::fillForCare(QMenu& menu)
{
    const auto& periods = m_history.history.periods;
    if (!carePeriodOn(periods, today()))
        add(menu, tr("&Begin care…"), "beginCareAction", [this] { beginCare(); });
    if (periods.empty())
        return;
    const CarePeriod& last = periods.back();
    if (!last.endsOn && last.startsOn <= today()) {
        add(menu, tr("End c&are…"), "endCareAction", [this, last] { endCare(last); });
        add(menu, tr("Legal &status…"), "legalStatusAction", [this, last] { recordStatus(last); });
    }
    add(menu, tr("C&orrect care…"), "correctCareAction", [this, last] { correctCare(last); });
    const bool hasPlacements = std::any_of(
        m_history.history.placements.begin(), m_history.history.placements.end(),
        [&](const Placement& placement) { return placement.startsOn >= last.startsOn; });
    if (!hasPlacements)
        add(menu, tr("Care entere&d in error…"), "withdrawCareAction",
            [this, last] { withdrawCare(last); });
}

bool PlacementActs::run(ActDialog& dialog)
{
    return m_context.dialogs.run(dialog);
}

const app::PlacementRow* PlacementActs::endable() const
{
    if (!m_context.session.may(Right::DecidePlacements) || m_history.rows.empty())
        return nullptr;
    const app::PlacementRow& last = m_history.rows.back();
    return last.placement.endsOn || today() < last.placement.startsOn ? nullptr : &last;
}

void PlacementActs::end(const app::PlacementRow& placement)
{
    EndPlacementDialog dialog(placement, today(), m_over);
    dialog.act = [&] {
        return app::endPlacement(m_context.session, placement.placement.id,
                                 placement.placement.rowVersion, dialog.endsOn(), dialog.reason());
    };
    if (run(dialog))
        emit done(tr("Placement ended"),
                  tr("It is on record; the place in that home is free again."));
}

void PlacementActs::correct(const app::PlacementRow& placement)
{
    CorrectPlacementDialog dialog(placement, m_history.history, today(), m_over);
    dialog.act = [&] {
        return app::correctPlacement(m_context.session, placement.placement.id,
                                     placement.placement.rowVersion, dialog.terms());
    };
    if (run(dialog))
        emit done(tr("Dates corrected"), tr("The audit trail keeps what stood there before."));
}

void PlacementActs::recordLeaving(const app::PlacementRow& placement)
{
    LeavingDialog dialog(placement, today(), m_over);
    dialog.act = [&] {
        return app::recordLeaving(m_context.session, placement.placement.id,
                                  placement.placement.rowVersion, dialog.leaving());
    };
    if (!run(dialog))
        return;
    if (dialog.leaving().by)
        emit done(tr("On record"), tr("The child stands in \"Who needs a home?\" by that day."));
    else
        emit done(tr("Taken back"), tr("Nothing is known of a move any more."));
}

void PlacementActs::settleTerms(const app::PlacementRow& placement)
{
    SettleTermsDialog dialog(placement, m_over);
    dialog.act = [&] {
        return app::settleOutsideTerms(m_context.session, placement.placement.id,
                                       placement.placement.rowVersion, dialog.settled());
    };
    if (!run(dialog))
        return;
    if (dialog.settled().empty())
        emit done(tr("Taken back"), tr("The placement is outside the terms, as before."));
    else
        emit done(tr("Within the terms"), tr("It is on record how."));
}

void PlacementActs::withdraw(const app::PlacementRow& placement)
{
    WithdrawPlacementDialog dialog(placement,
                                   nameOf(placementBefore(m_history.history, placement.placement)),
                                   today(), m_over);
    dialog.act = [&] {
        return app::withdrawPlacement(m_context.session, placement.placement.id,
                                      placement.placement.rowVersion, dialog.withdrawing());
    };
    const bool toCome = today() < placement.placement.startsOn;
    if (run(dialog))
        emit done(toCome ? tr("Move cancelled") : tr("Placement counts no more"),
                  tr("It can be put back: tick \"Show withdrawn\", select it, and choose Put "
                     "back."));
}

void PlacementActs::restore(const app::PlacementRow& placement)
{
    RestorePlacementDialog dialog(
        placement, nameOf(placementCutBy(m_history.history, placement.placement)), today(), m_over);
    dialog.act = [&] {
        return app::restorePlacement(m_context.session, placement.placement.id,
                                     placement.placement.rowVersion, dialog.reason());
    };
    if (run(dialog))
        emit done(tr("Put back"), tr("The placement counts again."));
}

void PlacementActs::placeElsewhere()
{
    PlaceElsewhereDialog dialog(child(), nameOf(placementOn(m_history.history.placements, today())),
                                today(), m_over);
    dialog.act = [&] {
        app::PlacementElsewhere elsewhere = dialog.elsewhere();
        elsewhere.child = m_page.child.id;
        return whetherDone(app::placeElsewhere(m_context.session, elsewhere));
    };
    if (run(dialog))
        emit done(tr("Placement recorded"), tr("It is on record from that day."));
}

void PlacementActs::beginCare()
{
    BeginCareDialog dialog(child(), today(), m_over);
    dialog.act = [&] {
        app::CareBeginning beginning = dialog.beginning();
        beginning.child = m_page.child.id;
        return whetherDone(app::beginCare(m_context.session, beginning));
    };
    if (run(dialog))
        emit done(tr("Care begun"), tr("The child is looked after from that day."));
}

void PlacementActs::endCare(const CarePeriod& period)
{
    CareTermsDialog dialog(CareTermsDialog::Purpose::End, period, child(), today(), m_over);
    dialog.act = [&] {
        const CareTerms terms = dialog.terms();
        return app::endCare(m_context.session, period.id, period.rowVersion,
                            terms.endsOn.value_or(today()), terms.endCode);
    };
    if (run(dialog))
        emit done(tr("Care ended"), tr("Correct care… takes it back or changes the day."));
}

void PlacementActs::correctCare(const CarePeriod& period)
{
    CareTermsDialog dialog(CareTermsDialog::Purpose::Correct, period, child(), today(), m_over);
    dialog.act = [&] {
        return app::correctCare(m_context.session, period.id, period.rowVersion, dialog.terms());
    };
    if (run(dialog))
        emit done(tr("Care corrected"), tr("The audit trail keeps what stood there before."));
}

void PlacementActs::withdrawCare(const CarePeriod& period)
{
    const Question question{
        tr("Care entered in error"),
        tr("%1 was never looked after from %2 on? Legal statuses of that time go too; the audit "
           "trail keeps them.")
            .arg(child(), dateText(period.startsOn)),
        tr("Entered in error"), tr("Keep it"), true};
    if (!m_context.dialogs.confirm(m_over, question))
        return;
    const auto withdrawn = app::withdrawCare(m_context.session, period.id, period.rowVersion);
    if (withdrawn)
        return emit done(tr("Care counts no more"), tr("Begin care… records it again."));
    emit failed(withdrawn.error());
}

void PlacementActs::recordStatus(const CarePeriod& period)
{
    const auto& statuses = m_history.history.legalStatuses;
    const auto current =
        std::find_if(statuses.rbegin(), statuses.rend(), [&](const LegalStatus& status) {
            return status.startsOn >= period.startsOn && !status.endsOn;
        });
    LegalStatusDialog dialog(child(), current == statuses.rend() ? std::string() : current->code,
                             today(), m_over);
    dialog.act = [&] {
        return app::recordLegalStatus(m_context.session, m_page.child.id, dialog.startsOn(),
                                      dialog.code());
    };
    if (run(dialog))
        emit done(tr("Legal status recorded"), tr("It holds from that day."));
}

}  // namespace homeward::ui
