#pragma once

namespace homeward::app {
class Session;
}

namespace homeward::ui::test {

/// While this lives, `session` finds no room on the disk for any draft, and for nothing else.
class RefusedDrafts {
public:
    explicit RefusedDrafts(app::Session& session);
    ~RefusedDrafts();
    RefusedDrafts(const RefusedDrafts&) = delete;
    RefusedDrafts& operator=(const RefusedDrafts&) = delete;

private:
    app::Session& m_session;
};

}  // namespace homeward::ui::test
