#include "storage/records/assessment_repository.h"

#include "storage/records/rating_rows.h"

namespace homeward::storage {

template <>
struct ReadWith<Assessment> {
    static constexpr std::string_view joins =
        "left join account on account.id = assessment.completed_by";
    static constexpr auto filled =
        std::tuple{Filled{"coalesce(account.person_name, '')", &Assessment::completedByName}};
};

namespace {

/// 0: none yet.
int lastNumber(soci::session& sql, const ChildId& child)
{
    int last = 0;
    Query(sql, "select coalesce(max(number), 0) from assessment where child = :child")
        .into(last)
        .with(child)
        .first();
    return last;
}

}  // namespace

std::vector<Assessment> AssessmentRepository::ofChild(const ChildId& child)
{
    soci::session& sql = m_transaction.session();
    auto assessments = Select<Assessment>(sql,
                                          "where child = :child and corrected_by is null"
                                          " order by assessed_on, number")
                           .with(child)
                           .all();
    RatingSelect ratings(sql, kAssessmentRatings);
    for (Assessment& assessment : assessments)
        assessment.ratings = ratings.of(assessment.id.value);
    return assessments;
}

std::optional<Assessment> AssessmentRepository::latestOf(const ChildId& child)
{
    soci::session& sql = m_transaction.session();
    auto latest = Select<Assessment>(sql,
                                     "where child = :child and corrected_by is null"
                                     " order by assessed_on desc, number desc limit 1")
                      .with(child)
                      .first();
    if (latest)
        latest->ratings = RatingSelect(sql, kAssessmentRatings).of(latest->id.value);
    return latest;
}

std::optional<Assessment> AssessmentRepository::find(const AssessmentId& id)
{
    soci::session& sql = m_transaction.session();
    auto found = Select<Assessment>(sql, "where assessment.id = :id").with(id).first();
    if (found)
        found->ratings = RatingSelect(sql, kAssessmentRatings).of(id.value);
    return found;
}

std::map<ChildId, std::vector<Assessment>> AssessmentRepository::agreedOf(const ChildSpan& span)
{
    std::map<ChildId, std::vector<Assessment>> byChild;
    Assessment assessment;
    std::string levels;
    Query(m_transaction.session(),
          "select id, child, framework, assessed_on, number, agreed_levels from assessment"
          " where child between :first and :last and corrected_by is null"
          " order by child, assessed_on, number")
        .into(assessment.id)
        .into(assessment.child)
        .into(assessment.framework)
        .into(assessment.assessedOn)
        .into(assessment.number)
        .into(levels)
        .with(span.first)
        .with(span.last)
        .forEach([&] {
            assessment.ratings = agreedFromColumn(levels);
            byChild[assessment.child].push_back(std::move(assessment));
        });
    return byChild;
}

std::map<FrameworkVersionId, int> AssessmentRepository::countByFramework()
{
    std::map<FrameworkVersionId, int> counts;
    FrameworkVersionId framework;
    int count = 0;
    Query(m_transaction.session(),
          "select framework, count(*) from assessment where corrected_by is null"
          " group by framework")
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
    int total = 0;
    std::string agreed;
    Insert<Assessment> heads(sql, Column("level_total", total), Column("agreed_levels", agreed));
    RatingInsert ratings(sql, kAssessmentRatings);
    std::map<ChildId, int> numbers;
    for (Assessment assessment : assessments) {
        const auto number = numbers.try_emplace(assessment.child, 0).first;
        if (number->second == 0)
            number->second = lastNumber(sql, assessment.child);
        assessment.number = ++number->second;
        total = totalLevel(assessment.ratings);
        agreed = agreedToColumn(assessment.ratings);
        heads.run(assessment);
        ratings.run(assessment.id.value, assessment.ratings);
    }
}

void AssessmentRepository::setCorrectedBy(const AssessmentId& wrong, const AssessmentId& right)
{
    Query(m_transaction.session(),
          "update assessment set corrected_by = :corrected_by where id = :id")
        .with(right)
        .with(wrong)
        .run();
}

std::vector<StoredDraft> DraftRepository::of(const AccountId& account, const std::string& kind,
                                             const std::string& record)
{
    std::vector<StoredDraft> drafts;
    StoredDraft draft{kind, record, {}, {}, {}};
    Query(m_transaction.session(),
          "select writer, body, changed_at from draft where account = :account and kind = :kind"
          " and record = :record order by changed_at desc, writer desc")
        .into(draft.writer)
        .into(draft.body)
        .into(draft.changedAt)
        .with(account)
        .with(kind)
        .with(record)
        .forEach([&] { drafts.push_back(draft); });
    return drafts;
}

std::vector<StoredDraft> DraftRepository::ofAccount(const AccountId& account)
{
    std::vector<StoredDraft> drafts;
    StoredDraft draft;
    Query(m_transaction.session(),
          "select kind, record, writer, changed_at from draft where account = :account"
          " order by changed_at desc, kind, record, writer")
        .into(draft.kind)
        .into(draft.record)
        .into(draft.writer)
        .into(draft.changedAt)
        .with(account)
        .forEach([&] { drafts.push_back(draft); });
    return drafts;
}

std::vector<std::string> DraftRepository::bodiesOf(const std::string& kind)
{
    std::vector<std::string> bodies;
    std::string body;
    Query(m_transaction.session(), "select body from draft where kind = :kind")
        .into(body)
        .with(kind)
        .forEach([&] { bodies.push_back(body); });
    return bodies;
}

std::vector<AccountId> DraftRepository::writersOf(const std::string& record)
{
    std::vector<AccountId> writers;
    AccountId writer;
    Query(m_transaction.session(),
          "select distinct account from draft where record = :record order by account")
        .into(writer)
        .with(record)
        .forEach([&] { writers.push_back(writer); });
    return writers;
}

void DraftRepository::put(const AccountId& account, const StoredDraft& draft)
{
    // First the update: a draft is put every few seconds and new only once, and the SQL both
    // engines share has no upsert.
    const long long changed =
        Query(m_transaction.session(),
              "update draft set body = :body, changed_at = :at where account = :account"
              " and kind = :kind and record = :record and writer = :writer")
            .with(draft.body)
            .with(draft.changedAt)
            .with(account)
            .with(draft.kind)
            .with(draft.record)
            .with(draft.writer)
            .run();
    if (changed > 0)
        return;
    Query(m_transaction.session(),
          "insert into draft (account, kind, record, writer, body, changed_at)"
          " values (:account, :kind, :record, :writer, :body, :at)")
        .with(account)
        .with(draft.kind)
        .with(draft.record)
        .with(draft.writer)
        .with(draft.body)
        .with(draft.changedAt)
        .run();
}

void DraftRepository::remove(const AccountId& account, const std::string& kind,
                             const std::string& record, const std::string& writer)
{
    Query(m_transaction.session(),
          "delete from draft where account = :account and kind = :kind and record = :record"
          " and writer = :writer")
        .with(account)
        .with(kind)
        .with(record)
        .with(writer)
        .run();
}

void DraftRepository::rename(const AccountId& account, const std::string& kind,
                             const std::string& record, const std::string& writer,
                             const std::string& newWriter)
{
    Query(m_transaction.session(),
          "update draft set writer = :new_writer where account = :account and kind = :kind"
          " and record = :record and writer = :writer")
        .with(newWriter)
        .with(account)
        .with(kind)
        .with(record)
        .with(writer)
        .run();
}

}  // namespace homeward::storage
