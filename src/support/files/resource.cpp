#include "support/files/resource.h"

#include <algorithm>

namespace homeward {

std::optional<std::string_view> resource(std::string_view path)
{
    for (const detail::EmbeddedFile& file : detail::embeddedFiles())
        if (file.path == path)
            return std::string_view(file.begin, static_cast<std::size_t>(file.end - file.begin));
    return std::nullopt;
}

std::vector<std::string_view> resourcesUnder(std::string_view prefix)
{
    std::vector<std::string_view> paths;
    for (const detail::EmbeddedFile& file : detail::embeddedFiles())
        if (file.path.starts_with(prefix))
            paths.push_back(file.path);
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace homeward
