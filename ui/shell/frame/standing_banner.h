#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/shared/pages/page.h"

namespace homeward::ui {

class Banner;

/// Above every page: what keeps the authority from being relied on (files replaced, records and
/// trail in contradiction, a place where nothing may be written), and words of an earlier day that
/// wait in a rescue file. The files are looked at by ChangeRelay, so that it is told before anybody
/// tries to save.
class StandingBanner final : public QWidget {
    Q_OBJECT
public:
    explicit StandingBanner(const PageContext& context, QWidget* parent = nullptr);

    /// Says what is so now. Call after every change and after unlocking.
    void refresh();

signals:
    /// An administrator wants to look at the contradiction.
    void placeRequested(const homeward::ui::Place& place);

private:
    void showStanding();
    void showRescues();
    void takeRescues();

    PageContext m_context;
    Banner* m_standing;
    Banner* m_rescue;
    QString m_shown;  ///< What the banner last said, so that closing it lasts until there is news.
    std::vector<std::filesystem::path> m_rescues;
};

}  // namespace homeward::ui
