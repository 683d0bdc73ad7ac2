#include "ui/shell/frame/side_bar.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/shared/look/theme.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

SideBar::SideBar(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("sideBar"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Workspaces"));
    setFixedWidth(kWidth);
    m_column->setContentsMargins(8, 12, 8, 12);
    m_column->setSpacing(2);
    m_column->addStretch(1);
    m_group->setExclusive(true);
}

void SideBar::addWorkspace(const PageInfo& info, const QString& keyHint)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("workspaceButton-") + info.id);
    // The style leaves too little room between icon and text.
    button->setText(QStringLiteral("\u2002") + info.title);
    button->setAccessibleName(info.title);
    button->setToolTip(keyHint.isEmpty() ? info.title
                                         : QStringLiteral("%1 (%2)").arg(info.title, keyHint));
    button->setIcon(Theme::instance().icon(info.icon, &Colours::sideBarText));
    button->setIconSize(QSize(18, 18));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    m_group->addButton(button);
    m_buttons.insert(info.id, button);
    m_column->insertWidget(m_column->count() - 1, button);
    connect(button, &QToolButton::clicked, this,
            [this, id = info.id] { emit workspaceRequested(id); });
}

void SideBar::setCurrent(const QString& workspace)
{
    if (QToolButton* const button = m_buttons.value(workspace))
        button->setChecked(true);
}

}  // namespace homeward::ui
