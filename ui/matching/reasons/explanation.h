#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "app/matching/matching_service.h"

namespace homeward::ui {

/// One line of the explanation; the points of all lines add up to the score as shown.
struct ExplanationLine {
    enum class Kind { Domain, NoAssessedNeed, Factor };
    Kind kind = Kind::Domain;
    QString title;
    QString sentence;          ///< what is known, e.g. "7.9 miles to the school"
    int need = 0;              ///< 0..4
    std::optional<int> skill;  ///< 0..4; empty: not known, counted as 0
    int shortfall = 0;
    bool critical = false;
    bool known = true;       ///< factors; false: counted at its worst
    double value = 0;        ///< factors: 0..1
    int pointTenths = 0;     ///< what it adds to the score, in tenths of a point
    int possibleTenths = 0;  ///< what it could have added
};

/// The score of one household, taken apart and put into words.
struct Explanation {
    HomeId home;
    QString household;
    QString identity;  ///< "Foster household · H0123": names need not be unique
    QString facts;     ///< "1 place free · 7.9 miles · £612 a week · Own service"
    QString contact;   ///< telephone, e-mail, supervising worker; empty: nothing recorded
    matching::Band band = matching::Band::Weak;
    bool eligible = true;    ///< false: nothing but what is in the way is told
    bool explained = false;  ///< false: too far down the list to be taken apart
    bool nearMiss = false;
    int rank = 0;  ///< 0: near miss, or not eligible
    int scoreTenths = 0;
    QString scoreWords;  ///< "71.2, up to 88.0: location not recorded"
    QString tie;         ///< "Tied with ranks 2 to 4"; empty: with none
    std::vector<ExplanationLine> needs;
    std::vector<ExplanationLine> practical;
    int needsTenths = 0;  ///< sum of the lines
    int needsPossibleTenths = 0;
    int practicalTenths = 0;
    int practicalPossibleTenths = 0;
    QStringList gaps;       ///< in words, worst first
    QStringList questions;  ///< what is not known and should be asked, with what it is worth
    QStringList inTheWay;   ///< limits that are not met; of a near miss with who can set it aside
    QString withoutNeed;    ///< domains in which no additional need is recorded
    QString notAssessed;    ///< domains without a level
    QString versions;       ///< policy and framework

    /// False: no need of the child is known, so there is no score.
    bool isAssessed() const { return band != matching::Band::NotAssessed; }
};

/// `candidate` is one of the answer's candidates or near misses.
Explanation explain(const app::ShortlistAnswer& answer, const matching::Candidate& candidate);

/// Why one of the households that are not eligible is not.
Explanation explain(const app::ShortlistAnswer& answer, const matching::NotEligible& household);

/// "Policy 1 · Homeward needs framework 1.0"
QString versionsText(const app::ShortlistAnswer& answer);

/// The candidate or near miss of a household; null: it is not eligible.
const matching::Candidate* findCandidate(const app::ShortlistAnswer& answer, const HomeId& home);
/// Null: it is a candidate or near miss, or was not looked at.
const matching::NotEligible* findNotEligible(const app::ShortlistAnswer& answer,
                                             const HomeId& home);

}  // namespace homeward::ui
