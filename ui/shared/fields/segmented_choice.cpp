#include "ui/shared/fields/segmented_choice.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/shared/look/card.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

SegmentedChoice::SegmentedChoice(const QString& name, const QStringList& choices, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const QString& choice : choices) {
        auto* button = new QPushButton(buttonWords(choice), this);
        button->setCheckable(true);
        button->setAccessibleName(tr("%1: %2").arg(name, choice));
        button->setToolTip(name);
        m_group->addButton(button, static_cast<int>(m_group->buttons().size()));
        layout->addWidget(button);
    }
    m_group->setExclusive(true);
    setCurrent(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit chosen(id);
    });
}

int SegmentedChoice::current() const
{
    return m_group->checkedId();
}

void SegmentedChoice::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

}  // namespace homeward::ui
