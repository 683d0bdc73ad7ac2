#pragma once

#include "domain/needs/needs_framework.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/plain_words.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace homeward::ui {

/// One version to read: outcomes and domains at the left, all sentences of one of them at the
/// right.
class FrameworkView final : public Card {
    Q_OBJECT
public:
    explicit FrameworkView(QWidget* parent = nullptr);
    void showFramework(const NeedsFramework& framework);

private:
    void showItem(const QTreeWidgetItem* item);
    Markup domainMarkup(const NeedsFramework::Domain& domain) const;
    Markup levelsMarkup(const QString& heading, const std::array<std::string, kLevelCount>& names,
                        const std::array<std::string, kLevelCount>& words) const;

    NeedsFramework m_framework;
    QTreeWidget* m_tree;
    WordsBrowser* m_words;
};

}  // namespace homeward::ui
