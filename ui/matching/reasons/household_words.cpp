#include "ui/matching/reasons/household_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <map>

#include "app/records/homes.h"
#include "documents/wording.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct ContactWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ContactWords)
};

}  // namespace

std::set<std::string> sharedNames(const app::ShortlistAnswer& answer)
{
    std::map<std::string, int> seen;
    for (const auto& [home, facts] : answer.households)
        ++seen[facts.name];
    std::set<std::string> shared;
    for (const auto& [name, households] : seen)
        if (households > 1)
            shared.insert(name);
    return shared;
}

QString householdText(const QString& name, const QString& reference, bool nameShared)
{
    return nameShared && !reference.isEmpty() ? QStringLiteral("%1 · %2").arg(name, reference)
                                              : name;
}

QString identityText(HomeKind kind, const QString& reference, const QString& postcode)
{
    QStringList parts{label(kind)};
    for (const QString& part : {reference, postcode})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral(" · "));
}

QString contactText(app::Session& session, const HomeId& home)
{
    const auto contact = app::contactOf(session, home);
    if (!contact)
        return {};
    QStringList parts;
    for (const std::string& part : {contact->telephone, contact->email})
        if (!part.empty())
            parts << text(part);
    if (!contact->supervisingWorker.empty())
        parts << ContactWords::tr("supervised by %1").arg(text(contact->supervisingWorker));
    return parts.join(QStringLiteral(" · "));
}

QString leftOutText(const app::ShortlistAnswer& answer)
{
    return text(documents::leftOutSentence(answer.request, answer.framework, catalogue()));
}

QString siblingsText(const app::ShortlistAnswer& answer)
{
    std::vector<documents::ReportedSibling> siblings;
    for (const app::SiblingInCare& sibling : answer.siblings)
        siblings.push_back({sibling.name, sibling.ageYears, sibling.homeName});
    return text(documents::siblingsSentence(siblings, catalogue()));
}

}  // namespace homeward::ui
