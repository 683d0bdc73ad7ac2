#include "ui/children/conflict_card.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/format.h"

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

void ConflictCard::compare(const AboutMeEntries& mine, const AboutMeEntries& theirs,
                           const HistoryNames& names)
{
    m_theirs = theirs;
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
        const QString name = fieldText(field, names);
        const auto shown = [&](const Entries& entries) {
            return words(valueText(field, utf8(entries[field]), names), nullptr, m_content);
        };
        grid->addWidget(words(name, "heading", m_content), row, 0, Qt::AlignTop);
        grid->addWidget(shown(mine), row, 1, Qt::AlignTop);
        grid->addWidget(shown(theirs), row, 2, Qt::AlignTop);
        auto* take = new QPushButton(tr("Use theirs"), m_content);
        take->setObjectName(QStringLiteral("useTheirs-") + key);
        take->setAccessibleName(tr("Use theirs for %1").arg(name));
        connect(
            take, &QPushButton::clicked, this, [this, key] { emit theirsChosen(key); },
            Qt::QueuedConnection);  // the button is replaced by the answer
        grid->addWidget(take, row, 3, Qt::AlignTop);
    }
    body()->addWidget(m_content);
    setVisible(row > 0);
}

}  // namespace homeward::ui
