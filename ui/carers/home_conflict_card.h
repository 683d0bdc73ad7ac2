#pragma once

#include <functional>

#include "ui/carers/home_entries.h"
#include "ui/shared/card.h"

namespace homeward::ui {

/// Fields in which my entries differ from what a colleague saved, side by side.
class HomeConflictCard : public Card {
    Q_OBJECT
public:
    explicit HomeConflictCard(QWidget* parent = nullptr);
    /// Nothing differs: hides. `providerName` gives the name of a provider by id.
    void compare(const HomeEntries& mine, const HomeEntries& theirs,
                 const std::function<QString(const QString& id)>& providerName);

signals:
    void theirsChosen(const QString& field);

private:
    QWidget* m_content = nullptr;
};

}  // namespace homeward::ui
