#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/session/drafts.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/pages/page.h"

namespace homeward::ui {

/// Says that the same person wrote a draft of the same record in another window too, and shows it.
class OtherDrafts : public Banner {
    Q_OBJECT
public:
    OtherDrafts(const PageContext& context, std::string kind, QWidget* parent = nullptr);

    /// Writes what is typed; false: it could not, and nothing is switched.
    std::function<bool()> keep;

    /// Looks for those of `record`, whose draft, if any, is shown.
    void look(const std::string& record);
    void tell(const std::string& record, const std::vector<app::DraftVersion>& others);

signals:
    /// readDraft gives the other one now.
    void switched();

private:
    void switchToNewest();

    const PageContext m_context;
    const std::string m_kind;
    std::string m_record;
    std::vector<app::DraftVersion> m_others;
};

}  // namespace homeward::ui
