#include "support/guard.h"

#include <exception>
#include <new>
#include <typeinfo>

namespace homeward {

Error thrownError(const char* label)
{
    const std::string place = label;
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {ErrorCode::Internal, place + ": out of memory", {}};
    } catch (const std::exception& thrown) {
        return {ErrorCode::Internal, place + ": " + typeid(thrown).name(), {}};
    } catch (...) {
        return {ErrorCode::Internal, place + ": exception", {}};
    }
}

}  // namespace homeward
