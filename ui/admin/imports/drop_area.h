#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace homeward::ui {

/// Where files are chosen or dropped in.
class DropArea final : public QFrame {
    Q_OBJECT
public:
    DropArea(const QString& title, const QString& text, const QString& button,
             QWidget* parent = nullptr);

signals:
    void chooseRequested();
    void filesDropped(const QStringList& files);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_over = false;
};

}  // namespace homeward::ui
