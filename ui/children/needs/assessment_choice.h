#pragma once

#include <QComboBox>
#include <optional>
#include <vector>

#include "app/needs/assessments.h"

namespace homeward::ui {

/// Which assessment of a child is shown: the draft, else one that was completed, newest first.
class AssessmentChoice : public QComboBox {
    Q_OBJECT
public:
    explicit AssessmentChoice(QWidget* parent = nullptr);

    /// Offers them; what was chosen stays chosen where it still is there. Says nothing meanwhile.
    void offer(const std::optional<app::OpenDraft>& draft,
               const std::vector<Assessment>& completed);

    bool isDraft() const;
    void chooseDraft();
    void choose(const AssessmentId& assessment);
    /// Null: the draft, or nothing, is chosen.
    const Assessment* chosenOf(const std::vector<Assessment>& completed) const;
};

/// The one completed before `assessment`; null: it is the first.
const Assessment* earlierThan(const Assessment& assessment,
                              const std::vector<Assessment>& completed);

}  // namespace homeward::ui
