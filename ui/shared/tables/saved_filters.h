#pragma once

#include <QMap>
#include <QObject>
#include <optional>

#include "support/result.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/tables/filter_bar.h"

class QMenu;
class QPushButton;

namespace homeward::ui {

class Banner;

/// Filters of a list that a person saved under names: a button with a menu at the end of its filter
/// bar. Kept with the person's drafts on the records of the authority, where they are encrypted;
/// what was typed in the search is among them.
class SavedFilters final : public QObject {
    Q_OBJECT
public:
    using Named = QMap<QString, FilterBar::Chosen>;

    /// `list`: whose filters they are, e.g. "children". Failures show in `banner`.
    SavedFilters(const PageContext& context, const QString& list, FilterBar& bar, Banner& banner);

private:
    void fillMenu();
    void fillNames(const Named& saved);
    void save(const Named& saved);
    void nameAnew(Named saved, const QString& name);
    void remove(Named saved, const QString& name);
    std::optional<QString> askName(const QString& title, const QString& name, const Named& saved);
    Result<Named> read() const;
    void write(const Named& saved);

    const PageContext m_context;
    const QString m_list;
    FilterBar& m_bar;
    Banner& m_banner;
    QPushButton* m_button;
    QMenu* m_menu;
};

}  // namespace homeward::ui
