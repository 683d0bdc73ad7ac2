#pragma once

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace homeward::ui {

struct PageInfo;

/// The workspaces, top to bottom; one is current.
class SideBar final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kWidth = 152;
    explicit SideBar(QWidget* parent = nullptr);

    void addWorkspace(const PageInfo& info, const QString& keyHint);
    void setCurrent(const QString& workspace);

signals:
    void workspaceRequested(const QString& workspace);

private:
    QVBoxLayout* m_column;
    QButtonGroup* m_group;
    QHash<QString, QToolButton*> m_buttons;
};

}  // namespace homeward::ui
