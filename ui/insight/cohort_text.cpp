#include <QCoreApplication>

#include "ui/insight/cohort_filter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::CohortFilter)
};

QString whoText(const std::optional<Sex>& sex)
{
    if (!sex)
        return Words::tr("children");
    switch (*sex) {
        case Sex::Male:
            return Words::tr("boys");
        case Sex::Female:
            return Words::tr("girls");
        case Sex::Unknown:
            break;
    }
    return Words::tr("children whose sex is not recorded");
}

QString agesText(const Cohort& cohort)
{
    if (cohort.youngestYears && cohort.oldestYears)
        return *cohort.youngestYears == *cohort.oldestYears
                   ? Words::tr("aged %1").arg(*cohort.youngestYears)
                   : Words::tr("aged %1 to %2").arg(*cohort.youngestYears).arg(*cohort.oldestYears);
    if (cohort.youngestYears)
        return Words::tr("aged %1 and over").arg(*cohort.youngestYears);
    if (cohort.oldestYears)
        return Words::tr("aged up to %1").arg(*cohort.oldestYears);
    return {};
}

}  // namespace

QString cohortText(const Cohort& cohort)
{
    QStringList parts{whoText(cohort.sex)};
    if (const QString ages = agesText(cohort); !ages.isEmpty())
        parts << ages;
    QString sentence = parts.join(QLatin1Char(' '));
    switch (scopeOf(cohort)) {
        case CareScope::InCare:
            sentence = Words::tr("%1 in care").arg(sentence);
            break;
        case CareScope::Left:
            sentence = Words::tr("%1 who left care").arg(sentence);
            break;
        case CareScope::Ever:
            sentence = Words::tr("%1 ever in care").arg(sentence);
            break;
    }
    if (cohort.placement)
        sentence = Words::tr("%1, living in: %2").arg(sentence, label(*cohort.placement));
    if (cohort.provider)
        sentence = Words::tr("%1, provider: %2").arg(sentence, text(*cohort.provider));
    if (cohort.entryYear)
        sentence = Words::tr("%1, came into care in %2")
                       .arg(sentence, collectionYearText(*cohort.entryYear));
    return sentence;
}

}  // namespace homeward::ui
