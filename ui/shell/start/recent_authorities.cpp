#include "ui/shell/start/recent_authorities.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/look/card.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

namespace {
constexpr int kFolderWidth = 260;
}

RecentAuthorities::RecentAuthorities(const QString& except, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* heading = new QLabel(tr("Opened lately"));
    setRole(heading, "heading");
    column->addWidget(heading);
    for (const RecentAuthority& recent : Settings::recentAuthorities()) {
        if (recent.folder == except || !QDir(recent.folder).exists())
            continue;
        const QString folder = QDir::toNativeSeparators(recent.folder);
        auto* button = new QPushButton(buttonWords(tr("%1 · %2").arg(
            recent.name, fontMetrics().elidedText(folder, Qt::ElideLeft, kFolderWidth))));
        button->setObjectName(QStringLiteral("recentAuthorityButton"));
        button->setToolTip(folder);
        button->setAccessibleName(tr("Open %1 in %2").arg(recent.name, folder));
        setRole(button, "quiet");
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this,
                [this, chosen = recent.folder] { emit this->chosen(chosen); });
    }
    if (column->count() == 1)
        hide();
}

}  // namespace homeward::ui
