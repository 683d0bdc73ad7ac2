#include "support/error.h"

#include <algorithm>
#include <utility>

namespace homeward {

const char* toKey(ErrorCode code)
{
    switch (code) {
        case ErrorCode::NotFound:
            return "NotFound";
        case ErrorCode::EditConflict:
            return "EditConflict";
        case ErrorCode::InvalidInput:
            return "InvalidInput";
        case ErrorCode::NotPermitted:
            return "NotPermitted";
        case ErrorCode::ReasonNeeded:
            return "ReasonNeeded";
        case ErrorCode::PassphraseToChange:
            return "PassphraseToChange";
        case ErrorCode::TooManyAttempts:
            return "TooManyAttempts";
        case ErrorCode::WrongPassphrase:
            return "WrongPassphrase";
        case ErrorCode::KeyFileMissing:
            return "KeyFileMissing";
        case ErrorCode::KeyFileDamaged:
            return "KeyFileDamaged";
        case ErrorCode::KeyChangePending:
            return "KeyChangePending";
        case ErrorCode::AuthorityMissing:
            return "AuthorityMissing";
        case ErrorCode::StoreMissing:
            return "StoreMissing";
        case ErrorCode::StoreLocked:
            return "StoreLocked";
        case ErrorCode::StoreTooNew:
            return "StoreTooNew";
        case ErrorCode::StoreForeign:
            return "StoreForeign";
        case ErrorCode::StoreDamaged:
            return "StoreDamaged";
        case ErrorCode::StoreReplaced:
            return "StoreReplaced";
        case ErrorCode::TrailContradiction:
            return "TrailContradiction";
        case ErrorCode::ReadOnly:
            return "ReadOnly";
        case ErrorCode::Locked:
            return "Locked";
        case ErrorCode::FileExists:
            return "FileExists";
        case ErrorCode::StorageFull:
            return "StorageFull";
        case ErrorCode::StorageFailed:
            return "StorageFailed";
        case ErrorCode::FileUnreadable:
            return "FileUnreadable";
        case ErrorCode::Cancelled:
            return "Cancelled";
        case ErrorCode::Internal:
            return "Internal";
    }
    return "Internal";
}

Error invalidInput(const std::string& field, const std::string& rule,
                   std::map<std::string, std::string> facts)
{
    facts["field"] = field;
    facts["rule"] = rule;
    return {ErrorCode::InvalidInput, "invalid input: " + field + ": " + rule, std::move(facts)};
}

bool Problems::has(const std::string& field) const
{
    const auto isOf = [&](const Error& problem) {
        const auto found = problem.facts.find("field");
        return found != problem.facts.end() && found->second == field;
    };
    return m_error &&
           (isOf(*m_error) || std::any_of(m_error->more.begin(), m_error->more.end(), isOf));
}

void Problems::add(Error problem)
{
    std::vector<Error> more = std::exchange(problem.more, {});
    const auto field = problem.facts.find("field");
    if (!m_error)
        m_error = std::move(problem);
    else if (field == problem.facts.end() || !has(field->second))
        m_error->more.push_back(std::move(problem));
    for (Error& another : more)
        add(std::move(another));
}

void Problems::add(std::optional<Error> problem)
{
    if (problem)
        add(std::move(*problem));
}

}  // namespace homeward
