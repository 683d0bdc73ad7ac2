#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace homeward::ui {

/// Two or three choices side by side, one of them on; arrow keys move between them.
class SegmentedChoice final : public QWidget {
    Q_OBJECT
public:
    SegmentedChoice(const QString& name, const QStringList& choices, QWidget* parent = nullptr);
    int current() const;
    void setCurrent(int index);

signals:
    void chosen(int index);

private:
    QButtonGroup* m_group;
};

}  // namespace homeward::ui
