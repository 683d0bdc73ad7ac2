#include "ui/matching/choose_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/shared/card.h"

namespace homeward::ui {
namespace {

constexpr int kWidth = 520;
constexpr int kReasonLines = 4;

QLabel* words(const QString& shown, QWidget* parent, const char* role = nullptr)
{
    auto* label = new QLabel(shown, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (role)
        setRole(label, role);
    return label;
}

QPlainTextEdit* reasonEdit(const QString& name, const QString& accessible, const QString& hint,
                           QWidget* parent)
{
    auto* edit = new QPlainTextEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    edit->setPlaceholderText(hint);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kReasonLines + 20);
    return edit;
}

}  // namespace

ChooseDialog::ChooseDialog(const Subject& subject, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Choose a home for %1").arg(subject.child));
    setMinimumWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(
        words(tr("%1 moves in with: %2").arg(subject.child, subject.household), this, "title"));
    QString what = tr("The placement starts on %1.").arg(subject.startsOn);
    if (!subject.livesNow.isEmpty())
        what +=
            QLatin1Char(' ') +
            tr("Where %1 lives now (%2) ends on that day.").arg(subject.child, subject.livesNow);
    what += QLatin1Char(' ') + tr("Your name and your reason go on record.");
    layout->addWidget(words(what, this));
    if (!subject.criticalGaps.isEmpty())
        layout->addWidget(words(tr("Critical gap: %1. Say how it will be met.")
                                    .arg(subject.criticalGaps.join(tr(", "))),
                                this, "pill-warning"));

    auto* reasonLabel = words(tr("&Why this household?"), this, "heading");
    m_reasonEdit =
        reasonEdit(QStringLiteral("reasonEdit"), tr("Why this household"),
                   tr("What speaks for it, what was weighed against it, who agreed"), this);
    reasonLabel->setTextFormat(Qt::AutoText);
    reasonLabel->setBuddy(m_reasonEdit);
    layout->addWidget(reasonLabel);
    layout->addWidget(m_reasonEdit);
    if (!subject.limitInTheWay.isEmpty())
        buildWaiver(layout, subject);

    auto* buttons = new QDialogButtonBox(this);
    auto* cancel = buttons->addButton(tr("Not yet"), QDialogButtonBox::RejectRole);
    m_chooseButton = buttons->addButton(tr("Choose this household"), QDialogButtonBox::AcceptRole);
    m_chooseButton->setObjectName(QStringLiteral("confirmChoiceButton"));
    setRole(m_chooseButton, "primary");
    m_chooseButton->setDefault(false);
    cancel->setDefault(true);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reasonEdit, &QPlainTextEdit::textChanged, this, &ChooseDialog::check);
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(shortcut, &QShortcut::activated, m_chooseButton, [this] { m_chooseButton->click(); });
    m_reasonEdit->setFocus();
    check();
}

void ChooseDialog::buildWaiver(QVBoxLayout* layout, const Subject& subject)
{
    layout->addWidget(words(tr("One limit has to be set aside"), this, "heading"));
    layout->addWidget(words(subject.limitInTheWay, this));
    auto* waiverLabel =
        words(tr("Needs: %1. Who agreed to it, and why?").arg(subject.waiver), this);
    m_waiverEdit = reasonEdit(QStringLiteral("waiverReasonEdit"),
                              tr("Who agreed to set the limit aside, and why"),
                              tr("Name, role and reason"), this);
    waiverLabel->setBuddy(m_waiverEdit);
    layout->addWidget(waiverLabel);
    layout->addWidget(m_waiverEdit);
    connect(m_waiverEdit, &QPlainTextEdit::textChanged, this, &ChooseDialog::check);
}

void ChooseDialog::setTyped(const QString& reason, const QString& waiverReason)
{
    m_reasonEdit->setPlainText(reason);
    if (m_waiverEdit)
        m_waiverEdit->setPlainText(waiverReason);
}

QString ChooseDialog::reason() const
{
    return m_reasonEdit->toPlainText().trimmed();
}

QString ChooseDialog::waiverReason() const
{
    return m_waiverEdit ? m_waiverEdit->toPlainText().trimmed() : QString();
}

void ChooseDialog::check()
{
    const bool complete = !reason().isEmpty() && (!m_waiverEdit || !waiverReason().isEmpty());
    m_chooseButton->setEnabled(complete);
    m_chooseButton->setToolTip(complete       ? QString()
                               : m_waiverEdit ? tr("Both reasons are needed")
                                              : tr("A reason is needed"));
}

}  // namespace homeward::ui
