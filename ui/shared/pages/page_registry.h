#pragma once

#include <QString>
#include <functional>
#include <utility>
#include <vector>

#include "domain/account.h"
#include "support/result.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/pages/page.h"

namespace homeward::ui {

/// A page as the window knows it: it hosts pages and names none of them.
struct PageInfo {
    QString id;         ///< e.g. "child"
    QString workspace;  ///< id of the page in the side bar this belongs to, e.g. "children"
    QString title;      ///< translated; side bar text where id == workspace
    QString icon;       ///< name in resources/icons, e.g. "children"
    int order = 0;      ///< in the side bar; also its Ctrl+number
    Right needs = Right::ReadRecords;  ///< hidden without it
    std::function<Page*(const PageContext& context, QWidget* parent)> create;
    /// Short notice in the top bar that leads to the page, e.g. "7 due"; found in the background,
    /// with a session of its own, after every commit that may change it. Empty text: no notice.
    std::function<Result<QString>(app::Session&)> notice = {};
    QString noticePart = {};  ///< part of the page the notice leads to
};

class PageRegistry {
public:
    /// Whatever leaves from the page is recorded with the session it was created for.
    void add(PageInfo info)
    {
        info.create = [create = std::move(info.create)](const PageContext& context,
                                                        QWidget* parent) {
            Page* const page = create(context, parent);
            bindToSession(*page, context);
            return page;
        };
        m_pages.push_back(std::move(info));
    }
    const std::vector<PageInfo>& pages() const { return m_pages; }
    const PageInfo* find(const QString& id) const
    {
        for (const PageInfo& page : m_pages)
            if (page.id == id)
                return &page;
        return nullptr;
    }

private:
    std::vector<PageInfo> m_pages;
};

}  // namespace homeward::ui
