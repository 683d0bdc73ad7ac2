#pragma once

#include "app/exchange/postcodes.h"
#include "ui/shared/look/card.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"

class QPushButton;

namespace homeward::ui {

class Banner;
class JobProgress;

/// What postcode directory there is, and the way to load one.
class PostcodeCard final : public Card {
    Q_OBJECT
public:
    /// Says how loading went in `banner`.
    PostcodeCard(const PageContext& context, Banner& banner, QWidget* parent = nullptr);
    void readAgain() { m_reading.readAgain(); }

private:
    void take(const Result<app::PostcodeDirectory>& directory);
    void load();
    void showLoaded(const Result<app::PostcodesLoaded>& loaded);

    PageContext m_context;
    Banner& m_banner;
    LiveQuery<app::PostcodeDirectory> m_reading;
    QPushButton* m_load;
    JobProgress* m_progress;
};

}  // namespace homeward::ui
