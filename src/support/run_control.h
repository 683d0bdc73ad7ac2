#pragma once

#include <functional>

namespace homeward {

/// How a long computation hears "stop" and tells how far it is. Both may be left empty.
/// Core functions ask at least every 50 ms.
struct RunControl {
    std::function<bool()> stop;
    std::function<void(int done, int total)> report;  ///< total 0: unknown

    bool stopRequested() const { return stop && stop(); }
    void progress(int done, int total) const
    {
        if (report)
            report(done, total);
    }
};

}  // namespace homeward
