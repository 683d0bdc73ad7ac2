#include "ui/carers/home_conflict_card.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeward::ui {
namespace {

QLabel* words(const QString& shown, const char* role, QWidget* parent)
{
    auto* label = new QLabel(shown, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        setRole(label, role);
    return label;
}

}  // namespace

HomeConflictCard::HomeConflictCard(QWidget* parent)
    : Card(tr("The newer version beside yours"), parent)
{
    setObjectName(QStringLiteral("conflictCard"));
    setSubtitle(tr("Yours stays unless you take theirs. Save when it reads right."));
    hide();
}

void HomeConflictCard::compare(const HomeEntries& mine, const HomeEntries& theirs,
                               const std::function<QString(const QString& id)>& providerName)
{
    delete m_content;
    m_content = new QWidget(this);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(words(tr("Field"), "muted", m_content), 0, 0);
    grid->addWidget(words(tr("Yours"), "muted", m_content), 0, 1);
    grid->addWidget(words(tr("Saved by a colleague"), "muted", m_content), 0, 2);
    int row = 0;
    for (const QString& key : mine.differencesFrom(theirs)) {
        ++row;
        const std::string field = utf8(key);
        const QString label = homeFieldLabel(field);
        const auto shown = [&](const HomeEntries& entries) {
            const QString value = entries[field];
            return homeFieldText(field, value, providerName(value));
        };
        grid->addWidget(words(label, "heading", m_content), row, 0);
        grid->addWidget(words(shown(mine), nullptr, m_content), row, 1);
        grid->addWidget(words(shown(theirs), nullptr, m_content), row, 2);
        auto* take = new QPushButton(tr("Use theirs"), m_content);
        take->setObjectName(QStringLiteral("useTheirs-") + key);
        take->setAccessibleName(tr("Use theirs for %1").arg(label));
        connect(
            take, &QPushButton::clicked, this, [this, key] { emit theirsChosen(key); },
            Qt::QueuedConnection);  // the answer replaces the button
        grid->addWidget(take, row, 3);
    }
    body()->addWidget(m_content);
    setVisible(row > 0);
}

}  // namespace homeward::ui
