#pragma once

#include <QString>
#include <string>

#include "domain/home.h"
#include "support/result.h"
#include "ui/shared/fields/entries.h"

namespace homeward::ui {

/// A home as it is typed: its fields (domain/home.h), but "firstCarer" and "secondCarer" for its
/// carers and "weeklyCost" in pounds for its cost; "newProvider" is the name of a provider to be
/// added on saving, "newProviderOwn" "yes" where it is the own service.
using HomeEntries = Entries;

HomeEntries entriesOf(const Home& home);

/// `base` with the entries filled in. Fails with: InvalidInput (as Entries::applyTo;
/// weeklyCost: not-a-number, out-of-range; the rules of checkHome).
Result<Home> homeFrom(const HomeEntries& entries, const Home& base);

/// What a person calls a field, and its value in words.
QString homeFieldLabel(const std::string& key);
QString homeFieldText(const std::string& key, const QString& value,
                      const QString& providerName = {});

/// How a place that was typed is understood: "Easting 453200, northing 389100". Fails with:
/// InvalidInput.
Result<QString> locationEcho(const QString& typed);

}  // namespace homeward::ui
