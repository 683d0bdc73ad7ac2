#pragma once

#include <functional>

#include "ui/children/about_me_entries.h"
#include "ui/shared/card.h"

class QGridLayout;

namespace homeward::ui {

/// Fields that a colleague and I changed differently, side by side: "Use theirs" takes one over.
class ConflictCard : public Card {
    Q_OBJECT
public:
    explicit ConflictCard(QWidget* parent = nullptr);
    /// Nothing differs: hides. `wordsFor`: how a value of a field reads (names for ids).
    void compare(
        const AboutMeEntries& mine, const AboutMeEntries& theirs,
        const std::function<QString(const std::string& field, const QString& value)>& wordsFor);
    const AboutMeEntries& theirs() const { return m_theirs; }

signals:
    void theirsChosen(const QString& field);

private:
    QWidget* m_content = nullptr;
    AboutMeEntries m_theirs;
};

}  // namespace homeward::ui
