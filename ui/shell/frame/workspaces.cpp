#include "ui/shell/frame/workspaces.h"

#include "ui/admin/admin_pages.h"
#include "ui/carers/carers_pages.h"
#include "ui/children/children_pages.h"
#include "ui/insight/insight_pages.h"
#include "ui/matching/matching_pages.h"
#include "ui/mywork/mywork_pages.h"

namespace homeward::ui {

void registerAllPages(PageRegistry& registry)
{
    registerMyWorkPages(registry);
    registerChildrenPages(registry);
    registerCarersPages(registry);
    registerMatchingPages(registry);
    registerInsightPages(registry);
    registerAdminPages(registry);
}

}  // namespace homeward::ui
