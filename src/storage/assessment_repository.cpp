#include "storage/assessment_repository.h"

#include <unordered_map>

#include "storage/query.h"
#include "storage/rating_rows.h"

namespace homeward::storage {
namespace {

constexpr const char* kSelect =
    "select s.id, s.child, s.framework, s.assessed_on, s.completed_at, s.completed_by,"
    " coalesce(a.person_name, '') from assessment s"
    " left join account a on a.id = s.completed_by ";

void readInto(Query& query, Assessment& assessment)
{
    query.into(assessment.id).into(assessment.child).into(assessment.framework);
    query.into(assessment.assessedOn).into(assessment.completedAt).into(assessment.completedBy);
    query.into(assessment.completedByName);
}

struct RatingRow {
    AssessmentId assessment;
    int position = 0;
    Rating rating;
};

void readRatings(soci::session& sql, std::vector<Assessment>& assessments)
{
    RatingRow row;
    Query query(sql,
                "select position, domain, perspective, level, evidence, strength from rating"
                " where assessment = :assessment order by position");
    query.into(row.position).into(row.rating.domainKey).into(row.rating.perspective);
    query.into(row.rating.level).into(row.rating.evidence).into(row.rating.strength);
    query.with(row.assessment);
    for (Assessment& assessment : assessments) {
        row.assessment = assessment.id;
        query.forEach([&] { placeRating(assessment.ratings, row.position, row.rating); });
    }
}

}  // namespace

std::vector<Assessment> AssessmentRepository::ofChild(const ChildId& child)
{
    std::vector<Assessment> assessments;
    Assessment assessment;
    Query query(m_transaction.session(), std::string(kSelect) +
                                             "where s.child = :child"
                                             " order by s.assessed_on, s.completed_at, s.id");
    readInto(query, assessment);
    query.with(child).forEach([&] { assessments.push_back(assessment); });
    readRatings(m_transaction.session(), assessments);
    return assessments;
}

std::optional<Assessment> AssessmentRepository::latestOf(const ChildId& child)
{
    std::vector<Assessment> latest(1);
    Query query(m_transaction.session(),
                std::string(kSelect) +
                    "where s.child = :child order by s.assessed_on desc, s.completed_at desc,"
                    " s.id desc limit 1");
    readInto(query, latest[0]);
    if (!query.with(child).first())
        return std::nullopt;
    readRatings(m_transaction.session(), latest);
    return std::move(latest[0]);
}

std::map<ChildId, std::vector<Assessment>> AssessmentRepository::all(bool withWords)
{
    soci::session& sql = m_transaction.session();
    std::map<ChildId, std::vector<Assessment>> byChild;
    Assessment assessment;
    Query query(sql,
                std::string(kSelect) + "order by s.child, s.assessed_on, s.completed_at, s.id");
    readInto(query, assessment);
    query.forEach([&] { byChild[assessment.child].push_back(assessment); });

    std::unordered_map<AssessmentId, Assessment*> byId;
    for (auto& [child, assessments] : byChild)
        for (Assessment& filled : assessments)
            byId[filled.id] = &filled;
    RatingRow row;
    AssessmentId current;
    Assessment* target = nullptr;
    Query ratings(sql, std::string("select assessment, position, domain, perspective, level") +
                           (withWords ? ", evidence, strength" : "") + " from rating");
    ratings.into(row.assessment).into(row.position).into(row.rating.domainKey);
    ratings.into(row.rating.perspective).into(row.rating.level);
    if (withWords)
        ratings.into(row.rating.evidence).into(row.rating.strength);
    ratings.forEach([&] {
        if (!target || row.assessment != current) {
            current = row.assessment;
            target = byId.at(current);
        }
        placeRating(target->ratings, row.position, row.rating);
    });
    return byChild;
}

std::map<ChildId, AssessmentRepository::Summary> AssessmentRepository::summaries()
{
    std::map<ChildId, Summary> summaries;
    Summary* summary = nullptr;
    ChildId current;
    ChildId child;
    Summary row;
    Query(m_transaction.session(),
          "select child, assessed_on, level_total from assessment"
          " order by child, assessed_on, completed_at, id")
        .into(child)
        .into(row.latestOn)
        .into(row.latestTotal)
        .forEach([&] {
            if (!summary || child != current) {
                current = child;
                summary = &summaries[child];
            }
            row.count = summary->count + 1;
            *summary = row;
        });
    return summaries;
}

std::map<FrameworkVersionId, int> AssessmentRepository::countByFramework()
{
    std::map<FrameworkVersionId, int> counts;
    FrameworkVersionId framework;
    int count = 0;
    Query(m_transaction.session(), "select framework, count(*) from assessment group by framework")
        .into(framework)
        .into(count)
        .forEach([&] { counts[framework] = count; });
    return counts;
}

void AssessmentRepository::insert(const Assessment& assessment)
{
    insertMany({assessment});
}

void AssessmentRepository::insertMany(const std::vector<Assessment>& assessments)
{
    soci::session& sql = m_transaction.session();
    Assessment head;
    int total = 0;
    Query insertHead(sql,
                     "insert into assessment (id, child, framework, assessed_on, completed_at,"
                     " completed_by, level_total) values (:id, :child, :framework, :assessed_on,"
                     " :completed_at, :completed_by, :level_total)");
    insertHead.with(head.id).with(head.child).with(head.framework).with(head.assessedOn);
    insertHead.with(head.completedAt).with(head.completedBy).with(total);

    RatingRow row;
    Query insertRating(sql,
                       "insert into rating (assessment, position, domain, perspective, level,"
                       " evidence, strength) values (:assessment, :position, :domain,"
                       " :perspective, :level, :evidence, :strength)");
    insertRating.with(row.assessment).with(row.position).with(row.rating.domainKey);
    insertRating.with(row.rating.perspective).with(row.rating.level).with(row.rating.evidence);
    insertRating.with(row.rating.strength);

    for (const Assessment& assessment : assessments) {
        head = assessment;
        total = totalLevel(assessment.ratings);
        insertHead.run();
        row.assessment = assessment.id;
        row.position = 0;
        for (const Rating& rating : assessment.ratings) {
            row.rating = rating;
            insertRating.run();
            ++row.position;
        }
    }
}

std::optional<std::string> DraftRepository::find(const AccountId& account, const std::string& kind,
                                                 const std::string& record)
{
    std::string body;
    const bool found = Query(m_transaction.session(),
                             "select body from draft where account = :account and kind = :kind"
                             " and record = :record")
                           .into(body)
                           .with(account)
                           .with(kind)
                           .with(record)
                           .first();
    return found ? std::optional(body) : std::nullopt;
}

std::optional<Timestamp> DraftRepository::changedAt(const AccountId& account,
                                                    const std::string& kind,
                                                    const std::string& record)
{
    Timestamp at;
    const bool found =
        Query(m_transaction.session(),
              "select changed_at from draft where account = :account and kind = :kind"
              " and record = :record")
            .into(at)
            .with(account)
            .with(kind)
            .with(record)
            .first();
    return found ? std::optional(at) : std::nullopt;
}

std::vector<std::string> DraftRepository::recordsOf(const AccountId& account,
                                                    const std::string& kind)
{
    std::vector<std::string> records;
    std::string record;
    Query(m_transaction.session(),
          "select record from draft where account = :account and kind = :kind order by record")
        .into(record)
        .with(account)
        .with(kind)
        .forEach([&] { records.push_back(record); });
    return records;
}

void DraftRepository::put(const AccountId& account, const std::string& kind,
                          const std::string& record, const std::string& body, Timestamp at)
{
    const long long changed =
        Query(m_transaction.session(),
              "update draft set body = :body, changed_at = :at where account = :account"
              " and kind = :kind and record = :record")
            .with(body)
            .with(at)
            .with(account)
            .with(kind)
            .with(record)
            .run();
    if (changed > 0)
        return;
    Query(m_transaction.session(),
          "insert into draft (account, kind, record, body, changed_at)"
          " values (:account, :kind, :record, :body, :at)")
        .with(account)
        .with(kind)
        .with(record)
        .with(body)
        .with(at)
        .run();
}

void DraftRepository::remove(const AccountId& account, const std::string& kind,
                             const std::string& record)
{
    Query(m_transaction.session(),
          "delete from draft where account = :account and kind = :kind and record = :record")
        .with(account)
        .with(kind)
        .with(record)
        .run();
}

}  // namespace homeward::storage
