#include "ui/children/conflict_card.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/children/child_details_form.h"
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

void ConflictCard::compare(
    const AboutMeEntries& mine, const AboutMeEntries& theirs,
    const std::function<QString(const std::string& field, const QString& value)>& wordsFor)
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
    for (const AboutMeEntries::Field& field : AboutMeEntries::fields()) {
        if (mine.*field.value == theirs.*field.value)
            continue;
        ++row;
        const QString name = ChildDetailsForm::labelFor(field.key);
        grid->addWidget(words(name, "heading", m_content), row, 0, Qt::AlignTop);
        grid->addWidget(words(wordsFor(field.key, mine.*field.value), nullptr, m_content), row, 1,
                        Qt::AlignTop);
        grid->addWidget(words(wordsFor(field.key, theirs.*field.value), nullptr, m_content), row, 2,
                        Qt::AlignTop);
        auto* take = new QPushButton(tr("Use theirs"), m_content);
        take->setObjectName(QStringLiteral("useTheirs-") + QString::fromLatin1(field.key));
        take->setAccessibleName(tr("Use theirs for %1").arg(name));
        const QString key = QString::fromLatin1(field.key);
        connect(
            take, &QPushButton::clicked, this, [this, key] { emit theirsChosen(key); },
            Qt::QueuedConnection);  // the button is replaced by the answer
        grid->addWidget(take, row, 3, Qt::AlignTop);
    }
    body()->addWidget(m_content);
    setVisible(row > 0);
}

}  // namespace homeward::ui
