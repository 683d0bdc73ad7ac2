#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "domain/child.h"

namespace homeward::ui {

/// What stands in the fields of About me, as typed: kept as a draft, compared with a colleague's
/// version, made into a child when it is saved.
struct AboutMeEntries {
    QString whatMattersToMe, whatIAmGoodAt, myHopes;
    QString caseNumber, givenName, familyName, preferredName;
    QString sex;        ///< key of Sex
    QString birthDate;  ///< ISO; as typed where it is no day
    QString familyLocation, schoolLocation, language;
    QString likesPets;  ///< "yes", "no" or empty: not asked
    QString worker;     ///< account id
    bool operator==(const AboutMeEntries&) const = default;

    static AboutMeEntries of(const Child& child);
    /// `base` with these entries. Fails with: InvalidInput (familyLocation, schoolLocation:
    /// not-a-location; birthDate: required, not-a-date).
    Result<Child> applyTo(const Child& base) const;

    struct Field {
        const char* key;
        QString AboutMeEntries::*value;
    };
    static const std::vector<Field>& fields();
    /// Keys of the fields that differ.
    QStringList differencesFrom(const AboutMeEntries& other) const;
};

/// A draft of About me: the entries and the version of the record they were begun on.
struct AboutMeDraft {
    AboutMeEntries entries;
    int seenVersion = 0;

    std::string toJson() const;
    /// Empty: not such a draft.
    static std::optional<AboutMeDraft> fromJson(const std::string& json);
};

/// What a colleague changed since `seen` is taken over where `mine` did not touch the field;
/// where both changed it, mine stays.
AboutMeEntries merged(const AboutMeEntries& mine, const AboutMeEntries& seen,
                      const AboutMeEntries& newer);

}  // namespace homeward::ui
