#pragma once

#include <functional>

#include "ui/children/about_me_entries.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/card.h"

class QGridLayout;

namespace homeward::ui {

/// Fields that a colleague and I changed differently, side by side: "Use theirs" takes one over.
class ConflictCard : public Card {
    Q_OBJECT
public:
    explicit ConflictCard(QWidget* parent = nullptr);
    /// Nothing differs: hides. `names`: of ids.
    void compare(const AboutMeEntries& mine, const AboutMeEntries& theirs,
                 const HistoryNames& names);
    const AboutMeEntries& theirs() const { return m_theirs; }

signals:
    void theirsChosen(const QString& field);

private:
    QWidget* m_content = nullptr;
    AboutMeEntries m_theirs;
};

}  // namespace homeward::ui
