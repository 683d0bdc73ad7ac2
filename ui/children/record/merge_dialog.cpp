#include "ui/children/record/merge_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "ui/shared/look/card.h"
#include "ui/shared/look/dialog_body.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

enum Stays { This, Other };

/// By which a person tells whether it is the same child.
QString sideText(const app::MergeSide& side)
{
    QStringList parts{text(displayName(side.child)),
                      MergeDialog::tr("born %1").arg(dateText(side.child.birthDate))};
    if (!side.child.upn.empty())
        parts << MergeDialog::tr("pupil number %1").arg(text(side.child.upn));
    parts << MergeDialog::tr("%n placement(s)", nullptr,
                             static_cast<int>(side.history.placements.size()))
          << MergeDialog::tr("%n assessment(s)", nullptr, side.assessments);
    if (!side.workerName.empty())
        parts << MergeDialog::tr("allocated to %1").arg(text(side.workerName));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

MergeDialog::MergeDialog(const ChildId& child, const QString& name, QWidget* parent)
    : ActDialog(tr("Two records of one child"),
                tr("Is %1 on record a second time, under another case number? Everything that "
                   "belongs to the record that goes then belongs to the one that stays, and its "
                   "number finds that one. It can be made two again.")
                    .arg(name),
                tr("Make one record"), "mergeProceed", parent),
      m_child(child),
      m_number(new QLineEdit(this)),
      m_found(new QLabel(this)),
      m_stays(new QComboBox(this)),
      m_care(new QComboBox(this)),
      m_reason(new QLineEdit(this))
{
    m_found->setWordWrap(true);
    setRole(m_found, "muted");
    m_stays->addItems({tr("This one, %1").arg(name), tr("The other one")});
    for (const auto& [care, key] : EnumKeys<MergedCare>::table)
        m_care->addItem(label(care));
    addField("number", tr("Case number of the other record"), m_number, "otherNumberEdit");
    addField("child", tr("On record under it"), m_found, "otherRecordLabel");
    addField("stays", tr("Which record stays"), m_stays, "staysChoice");
    addField("care", tr("Care and placements that count"), m_care, "mergedCareChoice");
    addField("reason", tr("Why they are one child"), m_reason, "mergeReasonEdit");
    connect(m_number, &QLineEdit::editingFinished, this, &MergeDialog::showOther);
    showOther();
}

Result<app::MergePreview> MergeDialog::look()
{
    const std::string number = utf8(m_number->text().trimmed());
    if (number.empty() || !find)
        return invalidInput("number", "required");
    auto found = find(number);
    // Nobody under it: that is told beside the number.
    if (!found && found.error().code == ErrorCode::NotFound)
        return invalidInput("number", "unknown-number");
    return found;
}

void MergeDialog::showOther()
{
    const auto found = look();
    if (found)
        m_found->setText(found->kept.child.birthDate == found->gone.child.birthDate
                             ? sideText(found->gone)
                             : tr("%1. The birth dates differ: is it the same child?")
                                   .arg(sideText(found->gone)));
    else if (m_number->text().trimmed().isEmpty())
        m_found->setText(tr("Type the number and press Tab."));
    else if (found.error().code == ErrorCode::InvalidInput)
        m_found->setText(ruleText(found.error()));
    else {
        const UserMessage message = messageFor(found.error());
        m_found->setText(message.title + QStringLiteral(". ") + message.nextStep);
    }
    growDialog(*this);
}

Result<app::Merging> MergeDialog::merging()
{
    auto found = look();
    if (!found)
        return found.error();
    app::MergeSide* kept = &found->kept;
    app::MergeSide* gone = &found->gone;
    if (m_stays->currentIndex() == Other)
        std::swap(kept, gone);
    m_kept = kept->child.id;
    return app::Merging{kept->child.id,
                        kept->child.rowVersion,
                        gone->child.id,
                        gone->child.rowVersion,
                        static_cast<MergedCare>(m_care->currentIndex()),
                        utf8(m_reason->text())};
}

}  // namespace homeward::ui
