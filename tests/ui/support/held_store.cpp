#include "tests/ui/support/held_store.h"

#include <cstdlib>
#include <future>
#include <iostream>
#include <thread>

#include "app/session/session_impl.h"

namespace homeward::ui::test {

struct HeldStore::Private {
    std::unique_ptr<app::Session> session;
    std::promise<void> held;
    std::promise<void> enough;
    std::thread thread;
};

HeldStore::HeldStore(app::Session& session) : m_d(std::make_unique<Private>())
{
    auto other = session.forWorker();
    if (!other) {
        std::cerr << "held store: " << other.error().detail << '\n';
        std::abort();
    }
    m_d->session = std::move(*other);
    m_d->thread = std::thread([d = m_d.get()] {
        const auto written = d->session->impl().database->write<Done>(
            "hold", [d](storage::Transaction&) -> Result<Done> {
                d->held.set_value();
                d->enough.get_future().wait();
                return Done{};
            });
        if (!written)
            std::cerr << "held store: " << written.error().detail << '\n';
    });
    m_d->held.get_future().wait();
}

HeldStore::~HeldStore()
{
    m_d->enough.set_value();
    m_d->thread.join();
}

}  // namespace homeward::ui::test
