#pragma once

#include <string>

#include "domain/fields.h"
#include "support/id.h"

namespace homeward {

/// Who runs homes: the council's own service, or an agency.
struct Provider {
    ProviderId id;
    std::string name;
    bool ownService = false;
    bool operator==(const Provider&) const = default;
};

template <>
struct Fields<Provider> {
    static constexpr std::string_view table = "provider";
    static constexpr auto list =
        std::tuple{field("name", &Provider::name), field("own_service", &Provider::ownService)};
};

}  // namespace homeward
