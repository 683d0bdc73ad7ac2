#pragma once

#include <QString>
#include <optional>
#include <string>

#include "support/result.h"

namespace homeward::ui {

/// Pounds as a person types them here, e.g. "612" or "612.50"; empty: none.
QString poundsToType(const std::optional<int>& pence);

/// Pounds as typed, in the way of the user's locale: with or without the sign, blanks and
/// separators of thousands, at most two decimals. What may mean two amounts is not guessed at.
/// Empty: nothing is typed. Fails with: InvalidInput (`field`; not-money with fact example,
/// out-of-range with facts least and most: `most` pounds).
Result<std::optional<int>> penceFrom(const QString& typed, const std::string& field, int most);

}  // namespace homeward::ui
