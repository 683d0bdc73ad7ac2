#pragma once

#include "app/care/placements.h"
#include "ui/shared/fields/act_dialog.h"

class QCheckBox;
class QLineEdit;

namespace homeward::ui {

class CodeChoice;
class DateField;

/// When did this placement end, and why.
class EndPlacementDialog : public ActDialog {
    Q_OBJECT
public:
    EndPlacementDialog(const app::PlacementRow& placement, Date today, QWidget* parent = nullptr);
    Date endsOn() const;
    std::string reason() const;

private:
    CodeChoice* m_reason;
    DateField* m_date;
};

/// When was it really: its first day, its end, or that it goes on.
class CorrectPlacementDialog : public ActDialog {
    Q_OBJECT
public:
    /// `history`: the child's, which says what moves along.
    CorrectPlacementDialog(const app::PlacementRow& placement, const CareHistory& history,
                           Date today, QWidget* parent = nullptr);
    PlacementTerms terms() const;

private:
    DateField* m_start;
    DateField* m_end;
    CodeChoice* m_reason;
};

/// It never was; or, where it is still to come, it does not come about.
class WithdrawPlacementDialog : public ActDialog {
    Q_OBJECT
public:
    WithdrawPlacementDialog(const app::PlacementRow& placement, const QString& previous, Date today,
                            QWidget* parent = nullptr);
    app::Withdrawing withdrawing() const;

private:
    QLineEdit* m_note;
    QCheckBox* m_previous = nullptr;  ///< null: none ended where it begins
};

/// A withdrawn placement counts again.
class RestorePlacementDialog : public ActDialog {
    Q_OBJECT
public:
    /// `previous`: what ends where it begins; empty: nothing does.
    RestorePlacementDialog(const app::PlacementRow& placement, const QString& previous, Date today,
                           QWidget* parent = nullptr);
    std::string reason() const;

private:
    CodeChoice* m_reason = nullptr;
};

/// The household gave notice, or a move is planned; without a day it is taken back.
class LeavingDialog : public ActDialog {
    Q_OBJECT
public:
    LeavingDialog(const app::PlacementRow& placement, Date today, QWidget* parent = nullptr);
    Leaving leaving() const;

private:
    DateField* m_by;
    DateField* m_notice;
};

/// How an emergency placement came within the terms of the approval.
class SettleTermsDialog : public ActDialog {
    Q_OBJECT
public:
    explicit SettleTermsDialog(const app::PlacementRow& placement, QWidget* parent = nullptr);
    std::string settled() const;

private:
    QLineEdit* m_how;
};

/// The child goes to live with nobody of the register.
class PlaceElsewhereDialog : public ActDialog {
    Q_OBJECT
public:
    /// `current`: what ends that day; empty: the child lives nowhere on record.
    PlaceElsewhereDialog(const QString& child, const QString& current, Date today,
                         QWidget* parent = nullptr);
    /// Without the child.
    app::PlacementElsewhere elsewhere() const;

private:
    void suggestProvider();
    CodeChoice* m_place;
    CodeChoice* m_provider;
    QLineEdit* m_postcode;
    DateField* m_start;
    CodeChoice* m_reason = nullptr;
};

}  // namespace homeward::ui
