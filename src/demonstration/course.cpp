#include "demonstration/course.h"

#include <algorithm>

namespace homeward::demonstration {
namespace {

constexpr int kLeastGapDays = 10;
constexpr int kMostMoves = 9;
constexpr int kOwnStages = 100;  ///< stages of a child's own moves start at a multiple of this
constexpr int kOwnStep = 50;     ///< of a move to supported accommodation or adoption
constexpr int kSupportedFromYears = 16;
constexpr int kResidentialFromYears = 9;

struct Move {
    Date on;
    int stage = 0;
};

class Courses {
public:
    Courses(Cast& cast, const InventionPlan& plan)
        : m_cast(cast), m_span(plan), m_random(plan.seed, "courses")
    {
    }

    void invent()
    {
        for (Family& family : m_cast.families)
            inventFamily(family);
    }

private:
    void inventFamily(const Family& family)
    {
        const std::vector<Move> shared = sharedMoves(family);
        for (std::size_t i = 0; i < family.members.size(); ++i) {
            Life& life = m_cast.lives[family.members[i]];
            const int ownStage = kOwnStages * static_cast<int>(i + 1);
            std::vector<Move> moves = life.apart ? ownMoves(life, ownStage) : clipped(shared, life);
            addOwnStep(life, moves, ownStage + kOwnStep);
            setStays(life, family, moves);
        }
        if (family.members.size() == 1)
            maybeHomeBetween(m_cast.lives[family.members.front()]);
    }

    std::vector<Move> sharedMoves(const Family& family)
    {
        const Life& lead = m_cast.lives[family.members.front()];
        Date from = lead.enters;
        Date to = lead.lastDay(m_span);
        for (const std::size_t member : family.members) {
            from = std::min(from, m_cast.lives[member].enters);
            to = std::max(to, m_cast.lives[member].lastDay(m_span));
        }
        return movesBetween(from, to, lead.severity, 0);
    }

    std::vector<Move> ownMoves(const Life& life, int firstStage)
    {
        return movesBetween(life.enters, life.lastDay(m_span), life.severity, firstStage);
    }

    /// The first "move" is the entry into care.
    std::vector<Move> movesBetween(Date from, Date to, double severity, int firstStage)
    {
        const int days = daysBetween(from, to);
        std::vector<Date> dates;
        for (int i = moveCount(days, severity); i > 0; --i) {
            const bool soon = dates.empty() && m_random.chance(0.5);
            dates.push_back(from.plusDays(soon ? m_random.between(6, 110)
                                               : m_random.between(20, std::max(20, days - 20))));
        }
        std::sort(dates.begin(), dates.end());
        std::vector<Move> moves{{from, firstStage}};
        for (const Date date : dates)
            if (daysBetween(moves.back().on, date) >= kLeastGapDays &&
                daysBetween(date, to) >= kLeastGapDays)
                moves.push_back({date, moves.back().stage + 1});
        return moves;
    }

    int moveCount(int days, double severity)
    {
        const double years = std::min(days / static_cast<double>(kDaysAYear), 6.0);
        const double expected = 0.3 + years * (0.1 + 0.4 * severity * severity);
        int moves = 0;
        for (int i = 0; i < 10; ++i)
            moves += m_random.chance(expected / 10) ? 1 : 0;
        if (severity > 0.68 && m_random.chance(0.3))
            moves += m_random.between(2, 5);
        return std::min(moves, kMostMoves);
    }

    /// The family's moves that fall into this child's own time in care.
    std::vector<Move> clipped(const std::vector<Move>& shared, const Life& life) const
    {
        std::vector<Move> moves{{life.enters, 0}};
        for (const Move& move : shared) {
            if (move.on <= life.enters)
                moves.front().stage = move.stage;
            else if (daysBetween(moves.back().on, move.on) >= kLeastGapDays &&
                     daysBetween(move.on, life.lastDay(m_span)) >= kLeastGapDays)
                moves.push_back(move);
        }
        return moves;
    }

    /// A step of one's own: to supported accommodation, or to the family that will adopt.
    void addOwnStep(const Life& life, std::vector<Move>& moves, int stage)
    {
        const Date last = life.lastDay(m_span);
        if (life.route == Route::Adoption) {
            if (const auto on = adoptionMove(life))
                insert(moves, {*on, stage});
            return;
        }
        const Date sixteen = life.child.birthDate.plusMonths(12 * kSupportedFromYears);
        const Date on = std::max(sixteen, life.enters).plusDays(m_random.between(8, 260));
        const double probability = life.alone ? 0.8 : 0.55 + 0.3 * life.severity;
        if (m_random.chance(probability) && daysBetween(on, last) > 30)
            insert(moves, {on, stage});
    }

    std::optional<Date> adoptionMove(const Life& life)
    {
        const Date earliest = life.placementFrom->plusDays(1);
        const Date last = life.lastDay(m_span);
        if (!life.leaves && !m_random.chance(0.5))
            return std::nullopt;
        const int before = m_random.between(life.leaves ? 95 : 15, life.leaves ? 260 : 200);
        const Date on = std::max(earliest, last.plusDays(-before));
        return daysBetween(on, last) >= kLeastGapDays ? std::optional(on) : std::nullopt;
    }

    static void insert(std::vector<Move>& moves, const Move& step)
    {
        std::erase_if(moves, [&](const Move& move) {
            const bool isEntry = &move == &moves.front();
            return !isEntry && daysBetween(move.on, step.on) < kLeastGapDays;
        });
        if (daysBetween(moves.front().on, step.on) >= kLeastGapDays)
            moves.push_back(step);
    }

    static bool isOwnStep(const Move& move) { return move.stage % kOwnStages == kOwnStep; }

    void setStays(Life& life, const Family& family, const std::vector<Move>& moves)
    {
        for (std::size_t i = 0; i < moves.size(); ++i) {
            Stay stay;
            stay.from = moves[i].on;
            if (i + 1 < moves.size())
                stay.to = moves[i + 1].on;
            else
                stay.to = life.leaves;
            stay.stage = moves[i].stage;
            stay.setting = settingFor(life, family, moves[i], i + 1 == moves.size());
            stay.planned = isPlanned(life, stay);
            append(life.stays, stay);
        }
    }

    /// A second stay with the same relatives, parents or adopters is no move.
    static void append(std::vector<Stay>& stays, const Stay& stay)
    {
        const bool staysPut = stay.setting == Setting::Kinship ||
                              stay.setting == Setting::Parents || stay.setting == Setting::Adoption;
        if (!stays.empty() && staysPut && stays.back().setting == stay.setting)
            stays.back().to = stay.to;
        else
            stays.push_back(stay);
    }

    Setting settingFor(const Life& life, const Family& family, const Move& move, bool isLast)
    {
        const int age = ageYears(life.child.birthDate, move.on);
        const bool first = life.stays.empty();
        const Setting before = first ? Setting::Fostering : life.stays.back().setting;
        if (isOwnStep(move))
            return life.route == Route::Adoption ? Setting::Adoption : Setting::Supported;
        if (before == Setting::Supported && m_random.chance(0.8))
            return Setting::Supported;
        if (first && life.alone && age >= kSupportedFromYears && m_random.chance(0.5))
            return Setting::Supported;
        if (withKin(life, family, before))
            return Setting::Kinship;
        if (before == Setting::ChildrensHome && m_random.chance(0.6))
            return Setting::ChildrensHome;
        if (age >= kResidentialFromYears && m_random.chance(residentialChance(life, age, first)))
            return Setting::ChildrensHome;
        if (isLast && !first && life.fullFrom && *life.fullFrom < move.on && m_random.chance(0.16))
            return Setting::Parents;
        return Setting::Fostering;
    }

    bool withKin(const Life& life, const Family& family, Setting before)
    {
        if (!family.kinFromStage || life.apart)
            return false;
        if (before == Setting::Kinship && !life.stays.empty())
            return !(family.kinEnds && m_random.chance(0.5));
        return static_cast<int>(life.stays.size()) == *family.kinFromStage;
    }

    static double residentialChance(const Life& life, int age, bool first)
    {
        if (life.alone)
            return 0;
        if (life.severity > 0.5)
            return first ? 0.32 : 0.65;
        return age >= 12 ? 0.12 : 0;
    }

    bool isPlanned(const Life& life, const Stay& stay)
    {
        if (life.stays.empty())
            return m_random.chance(0.6);
        if (stay.setting != Setting::Fostering && stay.setting != Setting::ChildrensHome)
            return true;
        return m_random.chance(0.75 - 0.45 * life.severity);
    }

    /// Some children who came into care by agreement go home for a while and come back.
    void maybeHomeBetween(Life& life)
    {
        if (life.route != Route::Voluntary || life.alone || !m_random.chance(0.35))
            return;
        for (std::size_t i = 0; i + 1 < life.stays.size(); ++i) {
            Stay& stay = life.stays[i];
            const int days = daysBetween(stay.from, *stay.to);
            if (days < 120)
                continue;
            const Date back = *stay.to;
            stay.to = back.plusDays(-m_random.between(35, days / 2));
            life.atHome = {*stay.to, back};
            return;
        }
    }

    Cast& m_cast;
    Span m_span;
    Random m_random;
};

}  // namespace

void inventCourses(Cast& cast, const InventionPlan& plan)
{
    Courses(cast, plan).invent();
}

}  // namespace homeward::demonstration
