#pragma once

#include <QDialog>
#include <QString>
#include <functional>
#include <optional>
#include <string>

#include "support/date.h"
#include "support/id.h"
#include "support/result.h"

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class Banner;
class CodeChoice;
class DateField;

/// One question: is this the household, and why?
class ChooseDialog : public QDialog {
    Q_OBJECT
public:
    struct Subject {
        QString household;
        QString child;
        QString contact;  ///< how to reach the household; empty: nothing is recorded
        int rank = 0;     ///< its place in the list; 0: the first, or a near miss
        QString first;    ///< the household that stands first, where it is another
        Date startsOn;
        QString
            livesNow;  ///< "Hussain household, since 3 Mar 2026"; empty: in no placement that day
        QString leftOut;          ///< which needs no score speaks of; empty: none
        QString siblings;         ///< who is to be placed together; empty: nobody
        bool careBegins = false;  ///< the child is not in care on that day
        QString limitInTheWay;    ///< near miss: the sentence; empty: no limit has to be set aside
        QString waiver;           ///< near miss: what is needed, e.g. "variation"
        /// Near miss of an emergency that only breaks terms of the approval: the last day possible.
        std::optional<Date> outsideTermsLatest;
        QStringList criticalGaps;
    };
    explicit ChooseDialog(const Subject& subject, QWidget* parent = nullptr);

    struct Typed {
        QString reason;
        QString waiverReason;
        std::string changeReason;               ///< REASON_PLACE_CHANGE; empty: nothing ends
        std::optional<Date> outsideTermsUntil;  ///< where Subject::outsideTermsLatest is set
    };
    /// Fills in what was typed before.
    void setTyped(const Typed& typed);
    Typed typed() const;

    /// Called when the person agrees. A refusal stays in the dialog, with everything typed; only
    /// where the list itself has become outdated the dialog closes.
    std::function<Result<PlacementId>(const Typed& typed)> choose;
    /// Of the last call; empty: never agreed.
    const std::optional<Result<PlacementId>>& outcome() const { return m_outcome; }

    void accept() override;

private:
    void buildMove(QVBoxLayout* layout, const Subject& subject);
    void buildReason(QVBoxLayout* layout, const Subject& subject);
    void buildChangeReason(QVBoxLayout* layout, const Subject& subject);
    void buildWaiver(QVBoxLayout* layout, const Subject& subject);
    void buildLastDay(QVBoxLayout* layout, Date first, Date latest);
    void buildButtons();
    void finish(const Result<PlacementId>& outcome);
    void showRefusal(const Error& error);
    void check();
    QString m_child;
    Banner* m_banner;
    QPlainTextEdit* m_reasonEdit = nullptr;
    CodeChoice* m_changeReason = nullptr;    ///< null: no placement ends
    QPlainTextEdit* m_waiverEdit = nullptr;  ///< null: nothing to set aside
    DateField* m_lastDay = nullptr;          ///< null: not outside the terms of an approval
    QPushButton* m_chooseButton = nullptr;
    std::optional<Result<PlacementId>> m_outcome;
};

}  // namespace homeward::ui
