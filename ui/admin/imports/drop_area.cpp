#include "ui/admin/imports/drop_area.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"

namespace homeward::ui {

DropArea::DropArea(const QString& title, const QString& text, const QString& button,
                   QWidget* parent)
    : QFrame(parent)
{
    setAcceptDrops(true);
    setAccessibleName(title);
    auto* picture = new QLabel(this);
    const auto paintPicture = [picture] {
        picture->setPixmap(Theme::instance()
                               .icon(QStringLiteral("drop-file"), &Colours::mutedText)
                               .pixmap(32, 32));
    };
    paintPicture();
    connect(&Theme::instance(), &Theme::changed, picture, paintPicture);
    auto* heading = new QLabel(title, this);
    setRole(heading, "heading");
    heading->setWordWrap(true);
    auto* words = new QLabel(text, this);
    setRole(words, "muted");
    words->setWordWrap(true);
    auto* choose = new QPushButton(button, this);
    choose->setObjectName(QStringLiteral("chooseFilesButton"));
    setFocusProxy(choose);
    connect(choose, &QPushButton::clicked, this, &DropArea::chooseRequested);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 16, 20, 16);
    row->setSpacing(16);
    row->addWidget(picture);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(heading);
    column->addWidget(words);
    row->addLayout(column, 1);
    row->addWidget(choose);
}

void DropArea::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData()->hasUrls())
        return;
    event->acceptProposedAction();
    m_over = true;
    update();
}

void DropArea::dragLeaveEvent(QDragLeaveEvent*)
{
    m_over = false;
    update();
}

void DropArea::dropEvent(QDropEvent* event)
{
    m_over = false;
    update();
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    event->acceptProposedAction();
    if (!files.isEmpty())
        emit filesDropped(files);
}

void DropArea::paintEvent(QPaintEvent*)
{
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_over ? colours.selection : colours.card);
    painter.setPen(
        QPen(m_over ? colours.focus : colours.fieldBorder, m_over ? 2 : 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace homeward::ui
