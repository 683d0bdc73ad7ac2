#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "domain/home.h"
#include "support/result.h"

namespace homeward::ui {

/// A home as it is typed: every field as text, so that nothing typed is lost, right or wrong.
struct HomeEntries {
    QString name, reference, firstCarer, secondCarer;
    QString kind;            ///< key of HomeKind
    QString provider;        ///< id; empty: none
    QString newProvider;     ///< name of a provider to be added on saving; empty: none
    QString newProviderOwn;  ///< "yes": it is the own service
    QString postcode;
    QString location;    ///< as parseLocation reads it
    QString languages;   ///< English names, separated by commas
    QString hasPets;     ///< "yes", "no" or empty: not recorded
    QString weeklyCost;  ///< pounds
    QString note;
    QString status;  ///< key of ApprovalStatus
    QString places, youngestYears, oldestYears;
    QString onlySex;      ///< key of Sex; empty: any
    QString types;        ///< keys of PlacementType in their order, separated by commas
    QString reviewDueOn;  ///< day/month/year as typed; empty: not set

    bool operator==(const HomeEntries&) const = default;

    struct Field {
        const char* key;  ///< as errors and drafts name it
        QString HomeEntries::*value;
    };
    static const std::vector<Field>& fields();
};

HomeEntries entriesOf(const Home& home);

/// `base` with the entries filled in. Fails with: InvalidInput (location: not-a-location;
/// weeklyCost: not-a-number; reviewDueOn: not-a-date; the rules of checkHome).
Result<Home> homeFrom(const HomeEntries& entries, const Home& base);

QJsonObject toJson(const HomeEntries& entries);
HomeEntries homeEntriesFrom(const QJsonObject& json);

/// Entries changed by the person since `base` stay; all others come from `theirs`.
HomeEntries rebased(const HomeEntries& base, const HomeEntries& mine, const HomeEntries& theirs);

/// What a person calls a field, and its value in words.
QString homeFieldLabel(const std::string& key);
QString homeFieldText(const std::string& key, const QString& value,
                      const QString& providerName = {});

/// How a place that was typed is understood: "Easting 453200, northing 389100". Fails with:
/// InvalidInput.
Result<QString> locationEcho(const QString& typed);

}  // namespace homeward::ui
