#include "ui/shared/ratings/ratings_document.h"

#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>

namespace homeward::ui {
namespace {

enum Field { kSingleStep = -1, kEvidence = 1, kStrength = 2 };

Rating unratedDomain(const std::string& domainKey)
{
    Rating rating;
    rating.domainKey = domainKey;
    rating.confirmed = false;
    return rating;
}

}  // namespace

/// One rating before and after; typing in the same field in one go is one command.
class ChangeRating final : public QUndoCommand {
public:
    ChangeRating(RatingsDocument& document, std::string domainKey, Perspective perspective,
                 std::optional<Rating> after, int field)
        : m_document(document),
          m_domainKey(std::move(domainKey)),
          m_perspective(perspective),
          m_before(document.slotOf(m_domainKey, perspective)),
          m_after{std::move(after), m_before.position},
          m_field(field),
          m_run(document.m_typingRun)
    {
    }
    void undo() override
    {
        // Typing after an undo is a new step.
        m_document.endTyping();
        m_document.put(m_domainKey, m_perspective, m_before);
    }
    void redo() override { m_document.put(m_domainKey, m_perspective, m_after); }
    int id() const override { return m_field; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const ChangeRating*>(other);
        if (next->m_domainKey != m_domainKey || next->m_run != m_run)
            return false;
        m_after = next->m_after;
        setObsolete(m_after.rating == m_before.rating);
        return true;
    }

private:
    RatingsDocument& m_document;
    std::string m_domainKey;
    Perspective m_perspective;
    RatingsDocument::Slot m_before;
    RatingsDocument::Slot m_after;
    int m_field;
    int m_run;
};

RatingsDocument::RatingsDocument(QObject* parent) : QObject(parent), m_undo(new QUndoStack(this)) {}

void RatingsDocument::load(const NeedsFramework& framework, const std::vector<Rating>& ratings,
                           const std::vector<Rating>* previous, bool readOnly)
{
    m_undo->clear();
    m_framework = framework;
    m_ratings = ratings;
    for (const auto& domain : m_framework.domains)
        if (!agreedRating(m_ratings, domain.key))
            m_ratings.push_back(unratedDomain(domain.key));
    m_loaded = m_ratings;
    m_previous.reset();
    if (previous)
        m_previous = *previous;
    m_readOnly = readOnly;
}

const Rating& RatingsDocument::agreed(std::size_t domain) const
{
    return *agreedRating(m_ratings, m_framework.domains[domain].key);
}

const Rating* RatingsDocument::previous(std::size_t domain) const
{
    return m_previous ? agreedRating(*m_previous, m_framework.domains[domain].key) : nullptr;
}

std::vector<std::pair<Perspective, MaybeLevel>> RatingsDocument::others(std::size_t domain) const
{
    std::vector<std::pair<Perspective, MaybeLevel>> views;
    for (const Rating& rating : m_ratings)
        if (rating.domainKey == m_framework.domains[domain].key &&
            rating.perspective != Perspective::Agreed)
            views.emplace_back(rating.perspective, rating.level);
    std::sort(views.begin(), views.end());
    return views;
}

RatingsDocument::Asked RatingsDocument::asked(std::size_t domain) const
{
    const Rating& now = agreed(domain);
    if (m_readOnly)
        return Asked::Nothing;
    if (now.level && !now.confirmed)
        return Asked::CarriedOver;
    return needsNewWords(now, previous(domain)) ? Asked::WordsOfBefore : Asked::Nothing;
}

int RatingsDocument::confirmedCount() const
{
    int count = 0;
    for (std::size_t i = 0; i < domainCount(); ++i)
        count += agreed(i).confirmed && asked(i) == Asked::Nothing ? 1 : 0;
    return count;
}

int RatingsDocument::knownCount() const
{
    int count = 0;
    for (std::size_t i = 0; i < domainCount(); ++i)
        count += agreed(i).level ? 1 : 0;
    return count;
}

RatingsDocument::Slot RatingsDocument::slotOf(const std::string& domainKey,
                                              Perspective perspective) const
{
    for (std::size_t i = 0; i < m_ratings.size(); ++i)
        if (m_ratings[i].domainKey == domainKey && m_ratings[i].perspective == perspective)
            return {m_ratings[i], i};
    return {std::nullopt, m_ratings.size()};
}

void RatingsDocument::put(const std::string& domainKey, Perspective perspective, const Slot& slot)
{
    const Slot now = slotOf(domainKey, perspective);
    const auto at = [&](const Slot& s) {
        return m_ratings.begin() + static_cast<std::ptrdiff_t>(s.position);
    };
    if (now.rating && slot.rating) {
        *at(now) = *slot.rating;
    } else if (now.rating) {
        m_ratings.erase(at(now));
    } else if (slot.rating) {
        m_ratings.insert(at(slot), *slot.rating);
    }
    emit changed(static_cast<int>(*m_framework.domainIndex(domainKey)));
}

void RatingsDocument::push(std::size_t domain, const Rating& after, int field)
{
    if (m_readOnly || after == agreed(domain))
        return;
    const QString typedIn = QString::fromStdString(after.domainKey) + QString::number(field);
    if (field == kSingleStep || !m_phrases.goesOn(typedIn))
        endTyping();
    m_undo->push(new ChangeRating(*this, after.domainKey, Perspective::Agreed, after, field));
}

void RatingsDocument::setLevel(std::size_t domain, MaybeLevel level)
{
    Rating after = agreed(domain);
    // Words said to hold for one level are not said to hold for another.
    after.wordsHold = after.wordsHold && after.level == level;
    after.level = level;
    after.confirmed = true;
    push(domain, after, kSingleStep);
}

void RatingsDocument::setEvidence(std::size_t domain, const std::string& evidence)
{
    Rating after = agreed(domain);
    if (after.evidence == evidence)
        return;
    after.evidence = evidence;
    if (after.level)
        after.confirmed = true;
    push(domain, after, kEvidence);
}

void RatingsDocument::setStrength(std::size_t domain, const std::string& strength)
{
    Rating after = agreed(domain);
    after.strength = strength;
    push(domain, after, kStrength);
}

void RatingsDocument::confirm(std::size_t domain)
{
    Rating after = agreed(domain);
    const Asked what = asked(domain);
    if (what == Asked::Nothing)
        return;
    after.confirmed = true;
    after.wordsHold = what == Asked::WordsOfBefore;
    push(domain, after, kSingleStep);
}

void RatingsDocument::setOther(std::size_t domain, Perspective perspective, MaybeLevel level)
{
    Rating view;
    view.domainKey = m_framework.domains[domain].key;
    view.perspective = perspective;
    const Slot now = slotOf(view.domainKey, perspective);
    if (now.rating)
        view = *now.rating;
    view.level = level;
    if (m_readOnly || perspective == Perspective::Agreed || now.rating == view)
        return;
    endTyping();
    m_undo->push(new ChangeRating(*this, view.domainKey, perspective, view, kSingleStep));
}

void RatingsDocument::removeOther(std::size_t domain, Perspective perspective)
{
    const std::string& key = m_framework.domains[domain].key;
    if (m_readOnly || perspective == Perspective::Agreed || !slotOf(key, perspective).rating)
        return;
    endTyping();
    m_undo->push(new ChangeRating(*this, key, perspective, std::nullopt, kSingleStep));
}

}  // namespace homeward::ui
