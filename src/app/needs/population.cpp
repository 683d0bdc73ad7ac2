#include "app/needs/population.h"

namespace homeward::app {
namespace {

constexpr int kSliceChildren = 1000;

}  // namespace

const CareHistory* PopulationSlice::historyOf(const ChildId& child) const
{
    const auto found = histories.find(child);
    return found == histories.end() ? nullptr : &found->second;
}

const std::vector<Assessment>& PopulationSlice::assessmentsOf(const ChildId& child) const
{
    static const std::vector<Assessment> none;
    const auto found = assessments.find(child);
    return found == assessments.end() ? none : found->second;
}

Result<Done> forEachSlice(Records& records, const RunControl& control,
                          const std::function<void(const PopulationSlice&)>& visit)
{
    PopulationSlice slice;
    ChildId last;
    while (!(slice.children = records.children.after(last, kSliceChildren)).empty()) {
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, "population", {}};
        last = slice.children.back().id;
        const storage::ChildSpan span{slice.children.front().id, last};
        slice.histories = records.care.historiesOf(span);
        slice.assessments = records.assessments.agreedOf(span);
        visit(slice);
    }
    return Done{};
}

}  // namespace homeward::app
