#pragma once

#include <memory>

namespace homeward::app {
class Session;
}

namespace homeward::ui::test {

/// While this lives, another program (a connection on a thread of its own) is saving something into
/// the authority of `session`.
class HeldStore {
public:
    explicit HeldStore(app::Session& session);
    ~HeldStore();
    HeldStore(const HeldStore&) = delete;
    HeldStore& operator=(const HeldStore&) = delete;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

}  // namespace homeward::ui::test
