#pragma once

#include <QDialog>
#include <QString>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

/// One question: is this the household, and why?
class ChooseDialog : public QDialog {
    Q_OBJECT
public:
    struct Subject {
        QString household;
        QString child;
        QString startsOn;       ///< day, as shown
        QString livesNow;       ///< "Hussain household, since 3 Mar 2026"; empty: nowhere recorded
        QString limitInTheWay;  ///< near miss: the sentence; empty: no limit has to be set aside
        QString waiver;         ///< near miss: what is needed, e.g. "variation"
        QStringList criticalGaps;
    };
    explicit ChooseDialog(const Subject& subject, QWidget* parent = nullptr);

    /// Fills in what was typed before.
    void setTyped(const QString& reason, const QString& waiverReason);
    QString reason() const;
    QString waiverReason() const;

private:
    void buildWaiver(QVBoxLayout* layout, const Subject& subject);
    void check();
    QPlainTextEdit* m_reasonEdit;
    QPlainTextEdit* m_waiverEdit = nullptr;  ///< null: nothing to set aside
    QPushButton* m_chooseButton;
};

}  // namespace homeward::ui
