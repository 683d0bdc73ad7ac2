#include "ui/shared/records/conflict_card.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeward::ui {
namespace {

QLabel* words(const QString& content, const char* role, QWidget* parent)
{
    auto* label = new QLabel(content.isEmpty() ? QStringLiteral("–") : content, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(label->text());
    if (role)
        setRole(label, role);
    return label;
}

}  // namespace

ConflictCard::ConflictCard(QWidget* parent) : Card(tr("The newer version beside yours"), parent)
{
    setObjectName(QStringLiteral("conflictCard"));
    setSubtitle(tr("Yours stays unless you take theirs. Save when it reads right."));
    hide();
}

void ConflictCard::compare(const std::vector<FieldConflict>& conflicts)
{
    delete m_content;
    m_content = new QWidget(this);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const QString headings[] = {tr("Field"), tr("Yours"), tr("Saved by a colleague")};
    for (int column = 0; column < 3; ++column)
        grid->addWidget(words(headings[column], "muted", m_content), 0, column);
    int row = 0;
    for (const FieldConflict& conflict : conflicts) {
        ++row;
        grid->addWidget(words(conflict.label, "heading", m_content), row, 0, Qt::AlignTop);
        grid->addWidget(words(conflict.mine, nullptr, m_content), row, 1, Qt::AlignTop);
        grid->addWidget(words(conflict.theirs, nullptr, m_content), row, 2, Qt::AlignTop);
        auto* take = new QPushButton(tr("Use theirs"), m_content);
        take->setObjectName(QStringLiteral("theirsButton-") + conflict.key);
        take->setAccessibleName(tr("Use theirs for %1").arg(conflict.label));
        connect(
            take, &QPushButton::clicked, this,
            [this, key = conflict.key] { emit theirsChosen(key); },
            Qt::QueuedConnection);  // the answer replaces the button
        grid->addWidget(take, row, 3, Qt::AlignTop);
    }
    body()->addWidget(m_content);
    setVisible(row > 0);
}

}  // namespace homeward::ui
