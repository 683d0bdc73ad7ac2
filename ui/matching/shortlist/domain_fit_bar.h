#pragma once

#include <QWidget>
#include <optional>

namespace homeward::ui {

/// One domain, painted: a bar for the household's skill, a tick at the child's need, and hatched
/// what is missing between the two.
class DomainFitBar : public QWidget {
    Q_OBJECT
public:
    /// Levels 0..4; an empty skill is not known and shown as none.
    DomainFitBar(const QString& domain, int need, std::optional<int> skill, bool critical,
                 QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_need;
    std::optional<int> m_skill;
    bool m_critical;
};

/// "need 3 · skill 2", "need 3 · skill not known"
QString fitText(int need, std::optional<int> skill);

}  // namespace homeward::ui
