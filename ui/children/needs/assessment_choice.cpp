#include "ui/children/needs/assessment_choice.h"

#include <QSignalBlocker>

#include "ui/shared/words/format.h"

namespace homeward::ui {

AssessmentChoice::AssessmentChoice(QWidget* parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("assessmentChoice"));
    setAccessibleName(tr("Assessment to show"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void AssessmentChoice::offer(const std::optional<app::OpenDraft>& draft,
                             const std::vector<Assessment>& completed)
{
    const QSignalBlocker silent(this);
    const QVariant chosen = currentData();
    clear();
    if (draft && draft->draft.corrects)
        addItem(tr("Your correction"), QString());
    else if (draft && draft->resumed)
        addItem(tr("Your draft"), QString());
    else if (draft)
        addItem(completed.empty() ? tr("First assessment") : tr("New review"), QString());
    for (auto it = completed.rbegin(); it != completed.rend(); ++it)
        addItem(tr("Completed %1").arg(dateText(it->assessedOn)), text(it->id.value));
    setVisible(count() > 0);
    setCurrentIndex(qMax(0, chosen.isValid() ? findData(chosen) : 0));
}

bool AssessmentChoice::isDraft() const
{
    return currentIndex() >= 0 && currentData().toString().isEmpty();
}

void AssessmentChoice::chooseDraft()
{
    setCurrentIndex(findData(QString()));
}

void AssessmentChoice::choose(const AssessmentId& assessment)
{
    setCurrentIndex(findData(text(assessment.value)));
}

const Assessment* AssessmentChoice::chosenOf(const std::vector<Assessment>& completed) const
{
    const std::string id = utf8(currentData().toString());
    for (const Assessment& assessment : completed)
        if (assessment.id.value == id)
            return &assessment;
    return nullptr;
}

const Assessment* earlierThan(const Assessment& assessment,
                              const std::vector<Assessment>& completed)
{
    const Assessment* earlier = nullptr;
    for (const Assessment& candidate : completed) {
        if (candidate.id == assessment.id)
            return earlier;
        earlier = &candidate;
    }
    return nullptr;
}

}  // namespace homeward::ui
