#pragma once

#include <QWidget>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/needs/needs_framework.h"
#include "domain/needs/rating.h"

class QUndoStack;

namespace homeward::ui {

/// The one grid for levels: needs of a child and skills of a home. Domains grouped by outcome; per
/// domain the level before, the level now (0..4 or unknown), evidence, what others say; a side
/// panel with the descriptor of the focused domain, strengths and how many are confirmed. The level
/// of the current domain takes the keyboard when a document to edit comes into sight. Keys: Up/Down
/// between domains, 0..4 set the level, ? unknown, Enter or any letter to the evidence, Escape
/// back, Space confirms, Ctrl+Z / Ctrl+Y undo and redo.
class RatingsEditor : public QWidget {
    Q_OBJECT
public:
    enum class Side { Needs, Skills };
    explicit RatingsEditor(Side side, QWidget* parent = nullptr);
    ~RatingsEditor() override;

    /// Shows a document. `previous` may be null (no earlier one). Clears undo.
    void setDocument(const NeedsFramework& framework, const std::vector<Rating>& ratings,
                     const std::vector<Rating>* previous, bool readOnly);
    const std::vector<Rating>& ratings() const;  ///< as edited
    int confirmedCount() const;
    int domainCount() const;
    bool isModified() const;  ///< since setDocument
    QUndoStack* undoStack() const;
    /// Marks a domain that stands in the way of completing, with its reason, and moves there.
    void showIssue(const std::string& domainKey, const QString& reason);
    void focusDomain(const std::string& domainKey);

signals:
    void edited();  ///< ratings() changed, through the user or undo

protected:
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

}  // namespace homeward::ui
