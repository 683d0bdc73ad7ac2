#pragma once

#include <QObject>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/needs/assessment.h"
#include "ui/shared/fields/phrases.h"

class QUndoStack;

namespace homeward::ui {

/// What the ratings grid edits: one agreed rating per domain, the views of others, and undo.
/// Domains are named by their position in the framework.
class RatingsDocument : public QObject {
    Q_OBJECT
public:
    explicit RatingsDocument(QObject* parent = nullptr);

    /// Domains without an agreed rating get an unknown one that is not confirmed. Clears undo.
    void load(const NeedsFramework& framework, const std::vector<Rating>& ratings,
              const std::vector<Rating>* previous, bool readOnly);

    const NeedsFramework& framework() const { return m_framework; }
    const std::vector<Rating>& ratings() const { return m_ratings; }
    bool isReadOnly() const { return m_readOnly; }
    bool isModified() const { return m_ratings != m_loaded; }
    QUndoStack* undoStack() const { return m_undo; }
    Phrases& phrases() { return m_phrases; }

    std::size_t domainCount() const { return m_framework.domains.size(); }
    const NeedsFramework::Domain& domain(std::size_t index) const
    {
        return m_framework.domains[index];
    }
    const Rating& agreed(std::size_t domain) const;
    /// Null: no earlier document, or the domain is not in it.
    const Rating* previous(std::size_t domain) const;
    std::vector<std::pair<Perspective, MaybeLevel>> others(std::size_t domain) const;
    /// What somebody still has to say yes to.
    enum class Asked { Nothing, CarriedOver, WordsOfBefore };
    Asked asked(std::size_t domain) const;
    int confirmedCount() const;  ///< of which nothing is asked any more
    int knownCount() const;      ///< with a level

    // Each is one step of undo; nothing happens in a read-only document or without a change.
    void setLevel(std::size_t domain, MaybeLevel level);  ///< also confirms; empty: decided unknown
    /// Typing in one go is one step. Rewriting the evidence of a carried-over level confirms it.
    void setEvidence(std::size_t domain, const std::string& evidence);
    void setStrength(std::size_t domain, const std::string& strength);
    /// Says yes to what is asked; a domain without a level cannot be confirmed this way.
    void confirm(std::size_t domain);
    void setOther(std::size_t domain, Perspective perspective, MaybeLevel level);
    void removeOther(std::size_t domain, Perspective perspective);
    /// The next change of text is a new step.
    void endTyping() { ++m_typingRun; }

signals:
    void changed(int domain);

private:
    friend class ChangeRating;
    struct Slot {
        std::optional<Rating> rating;  ///< empty: there is none
        std::size_t position = 0;      ///< in ratings()
    };
    Slot slotOf(const std::string& domainKey, Perspective perspective) const;
    void put(const std::string& domainKey, Perspective perspective, const Slot& slot);
    void push(std::size_t domain, const Rating& after, int field);

    NeedsFramework m_framework;
    std::vector<Rating> m_ratings;
    std::vector<Rating> m_loaded;
    std::optional<std::vector<Rating>> m_previous;
    bool m_readOnly = false;
    int m_typingRun = 0;
    Phrases m_phrases;
    QUndoStack* m_undo;
};

}  // namespace homeward::ui
