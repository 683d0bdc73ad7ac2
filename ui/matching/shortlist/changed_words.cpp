#include "ui/matching/shortlist/changed_words.h"

#include <QCoreApplication>

#include "matching/shortlist.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ChangedWords)
};

class Sentences {
public:
    explicit Sentences(const Error& error) : m_facts(error.facts) {}

    QStringList all() const
    {
        QStringList sentences;
        for (const QString& what : fact("changed").split(QLatin1Char(','), Qt::SkipEmptyParts))
            sentences << sentence(what);
        return sentences;
    }

private:
    QString fact(const QString& name) const
    {
        const auto found = m_facts.find(utf8(name));
        return found == m_facts.end() ? QString() : text(found->second);
    }

    QString day(const QString& name) const { return dateText(Date::fromIso(utf8(fact(name)))); }

    QString assessment() const
    {
        const QString now = day(QStringLiteral("assessment.now"));
        return fact("assessment.was").isEmpty()
                   ? Words::tr("The needs have been assessed since, on %1.").arg(now)
                   : Words::tr("The assessment of %1 was replaced by the one of %2.")
                         .arg(day(QStringLiteral("assessment.was")), now);
    }

    QString freePlaces(const QString& household) const
    {
        const int more = fact("free-places.now").toInt() - fact("free-places.was").toInt();
        if (more == -1)
            return Words::tr("%1 has one free place less.").arg(household);
        if (more == 1)
            return Words::tr("%1 has one free place more.").arg(household);
        return Words::tr("%1 had %2 free places and has %3 now.")
            .arg(household, fact("free-places.was"), fact("free-places.now"));
    }

    QString limits(const QString& household) const
    {
        QStringList names;
        for (const QString& key : fact("limits.now").split(QLatin1Char(',')))
            if (const auto limit = fromKey<matching::Limit>(utf8(key)))
                names << label(*limit);
        return Words::tr("%1 no longer fits: %2.").arg(household, names.join(Words::tr(", ")));
    }

    QString sentence(const QString& what) const
    {
        const QString household = fact("household");
        if (what == u"assessment")
            return assessment();
        if (what == u"policy")
            return Words::tr("The matching policy changed: it was %1 and is %2 now.")
                .arg(fact("policy.was"), fact("policy.now"));
        if (what == u"framework")
            return Words::tr("Another needs framework was made current.");
        if (what == u"child")
            return Words::tr("The child's record was changed.");
        if (what == u"placement")
            return Words::tr("The child's placement has changed.");
        if (what == u"free-places")
            return freePlaces(household);
        if (what == u"skills")
            return Words::tr("The skills of %1 were recorded anew.").arg(household);
        if (what == u"limits")
            return limits(household);
        return Words::tr("What is recorded of %1 was changed.").arg(household);
    }

    QString fact(const char* name) const { return fact(QString::fromLatin1(name)); }

    const std::map<std::string, std::string>& m_facts;
};

}  // namespace

QStringList changedSentences(const Error& error)
{
    return Sentences(error).all();
}

}  // namespace homeward::ui
