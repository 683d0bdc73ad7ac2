#pragma once

#include <QWidget>

namespace homeward::ui {

/// The authorities opened on this computer lately, one button each. Hidden where there is none.
class RecentAuthorities final : public QWidget {
    Q_OBJECT
public:
    /// `except`: folder of the one that is on screen anyway. Folders that are gone are left out.
    explicit RecentAuthorities(const QString& except, QWidget* parent = nullptr);

signals:
    void chosen(const QString& folder);
};

}  // namespace homeward::ui
