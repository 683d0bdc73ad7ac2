#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "app/needs/frameworks.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace homeward::ui {

class Card;
class FrameworkComparisonView;

/// Two versions compared on the whole page: which two, what making the later one current would do,
/// and every difference.
class ComparingView final : public QWidget {
    Q_OBJECT
public:
    explicit ComparingView(QWidget* parent = nullptr);

    void setVersions(const std::vector<app::FrameworkRow>& rows);
    void choose(const FrameworkVersionId& before, const FrameworkVersionId& after);
    QString before() const;  ///< id of a version
    QString after() const;
    /// A file is compared, not one of the versions: there is nothing to choose.
    void setOffer(bool offer);
    void compare(const NeedsFramework& before, const NeedsFramework& after);

    void showCounting();
    void showNotCounted();
    void showConsequences(const app::FrameworkConsequences& consequences);
    void hideConsequences();

signals:
    void versionsChosen();
    void left();

private:
    void build();

    QWidget* m_choice;
    QPushButton* m_back;  ///< made before the versions: Tab follows the eye
    QComboBox* m_before;
    QComboBox* m_after;
    Card* m_consequences;
    QLabel* m_warning;
    QLabel* m_lines;
    FrameworkComparisonView* m_comparison;
};

}  // namespace homeward::ui
