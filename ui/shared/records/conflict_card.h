#pragma once

#include <vector>

#include "ui/shared/look/card.h"

namespace homeward::ui {

/// A field in which mine and theirs differ, in words.
struct FieldConflict {
    QString key;
    QString label;
    QString mine;
    QString theirs;
};

/// Fields that a colleague and I changed differently, side by side: "Use theirs" takes one over.
class ConflictCard : public Card {
    Q_OBJECT
public:
    explicit ConflictCard(QWidget* parent = nullptr);
    /// None: hides.
    void compare(const std::vector<FieldConflict>& conflicts);

signals:
    void theirsChosen(const QString& key);

private:
    QWidget* m_content = nullptr;
};

}  // namespace homeward::ui
