#include "ui/matching/choosing/choose_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/shared/fields/code_choice.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialog_body.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr int kWidth = 520;
constexpr int kReasonEditLines = 3;

QLabel* wrappedLabel(const QString& shown, QWidget* parent, const char* role = nullptr)
{
    auto* label = new QLabel(shown, parent);
    label->setWordWrap(true);
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
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kReasonEditLines + 20);
    return edit;
}

/// Nothing that is mended in the dialog: the household or the child is not as the list shows it.
bool isOutdated(const Error& error)
{
    return error.code == ErrorCode::EditConflict || error.code == ErrorCode::NotFound;
}

}  // namespace

ChooseDialog::ChooseDialog(const Subject& subject, QWidget* parent)
    : QDialog(parent), m_child(subject.child), m_banner(new Banner(this))
{
    setWindowTitle(titleWords(tr("Choose a home for %1").arg(subject.child)));
    setMinimumWidth(kWidth);
    QVBoxLayout* column = (new DialogBody(this, 12))->column();
    column->addWidget(m_banner);
    buildMove(column, subject);
    buildReason(column, subject);
    if (!subject.livesNow.isEmpty())
        buildChangeReason(column, subject);
    if (!subject.limitInTheWay.isEmpty())
        buildWaiver(column, subject);
    buildButtons();
    m_reasonEdit->setFocus();
    check();
}

void ChooseDialog::buildMove(QVBoxLayout* layout, const Subject& subject)
{
    layout->addWidget(wrappedLabel(tr("%1 moves in with: %2").arg(subject.child, subject.household),
                                   this, "title"));
    QStringList what{tr("The placement starts on %1.").arg(dateText(subject.startsOn))};
    if (!subject.livesNow.isEmpty())
        what << tr("The placement where %1 lives until then (%2) ends on that day.")
                    .arg(subject.child, subject.livesNow);
    if (subject.careBegins)
        what << tr("%1 is not in care on that day: care begins with this placement.")
                    .arg(subject.child);
    what << tr("Your name and your reason go on record.");
    auto* label = wrappedLabel(what.join(QLatin1Char(' ')), this);
    label->setObjectName(QStringLiteral("moveLabel"));
    layout->addWidget(label);
    if (!subject.contact.isEmpty()) {
        auto* contact = wrappedLabel(subject.contact, this, "muted");
        contact->setObjectName(QStringLiteral("contactLabel"));
        contact->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(contact);
    }
    if (!subject.leftOut.isEmpty()) {
        auto* leftOut = wrappedLabel(subject.leftOut, this, "pill-problem");
        leftOut->setObjectName(QStringLiteral("needsLeftOutLabel"));
        layout->addWidget(leftOut);
    }
    if (!subject.siblings.isEmpty()) {
        auto* siblings = wrappedLabel(subject.siblings, this, "pill-info");
        siblings->setObjectName(QStringLiteral("siblingsInCareLabel"));
        layout->addWidget(siblings);
    }
    if (!subject.criticalGaps.isEmpty())
        layout->addWidget(wrappedLabel(tr("Critical gap: %1. Say how it will be met.")
                                           .arg(subject.criticalGaps.join(tr(", "))),
                                       this, "pill-warning"));
}

void ChooseDialog::buildReason(QVBoxLayout* layout, const Subject& subject)
{
    if (!subject.first.isEmpty()) {
        auto* rank =
            wrappedLabel(tr("It is number %1 on the list; number 1 is %2. Say why not the first.")
                             .arg(QString::number(subject.rank), subject.first),
                         this);
        rank->setObjectName(QStringLiteral("rankLabel"));
        layout->addWidget(rank);
    }
    auto* label = wrappedLabel(tr("&Why this household?"), this, "heading");
    m_reasonEdit =
        reasonEdit(QStringLiteral("reasonEdit"), tr("Why this household"),
                   tr("What speaks for it, what was weighed against it, who agreed"), this);
    label->setBuddy(m_reasonEdit);
    layout->addWidget(label);
    layout->addWidget(m_reasonEdit);
    connect(m_reasonEdit, &QPlainTextEdit::textChanged, this, &ChooseDialog::check);
}

void ChooseDialog::buildChangeReason(QVBoxLayout* layout, const Subject& subject)
{
    auto* label = wrappedLabel(tr("Why does the placement &before end?"), this, "heading");
    m_changeReason =
        new CodeChoice("REASON_PLACE_CHANGE", subject.startsOn, tr("choose a reason"), this);
    m_changeReason->setObjectName(QStringLiteral("changeReasonChoice"));
    m_changeReason->setAccessibleName(tr("Why the placement before ends"));
    label->setBuddy(m_changeReason);
    layout->addWidget(label);
    layout->addWidget(m_changeReason);
    connect(m_changeReason, &QComboBox::currentIndexChanged, this, &ChooseDialog::check);
}

void ChooseDialog::buildButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    auto* cancel = buttons->addButton(tr("Not yet"), QDialogButtonBox::RejectRole);
    m_chooseButton = buttons->addButton(tr("Choose this household"), QDialogButtonBox::AcceptRole);
    m_chooseButton->setObjectName(QStringLiteral("confirmChoiceButton"));
    setRole(m_chooseButton, "primary");
    // Enter after the last field never closes the dialog without the choice.
    cancel->setAutoDefault(false);
    m_chooseButton->setDefault(true);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ChooseDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(shortcut, &QShortcut::activated, m_chooseButton, [this] { m_chooseButton->click(); });
}

void ChooseDialog::buildWaiver(QVBoxLayout* layout, const Subject& subject)
{
    const bool emergency = subject.outsideTermsLatest.has_value();
    layout->addWidget(wrappedLabel(
        emergency ? tr("Outside the terms, in an emergency") : tr("One limit has to be set aside"),
        this, "heading"));
    layout->addWidget(wrappedLabel(subject.limitInTheWay, this));
    if (emergency)
        buildLastDay(layout, subject.startsOn, *subject.outsideTermsLatest);
    auto* waiverLabel =
        wrappedLabel(emergency ? tr("Who &agreed to it, and why?")
                               : tr("Needs: %1. Who &agreed to it, and why?").arg(subject.waiver),
                     this);
    m_waiverEdit = reasonEdit(QStringLiteral("waiverReasonEdit"),
                              tr("Who agreed to set the limit aside, and why"),
                              tr("Name, role and reason"), this);
    waiverLabel->setBuddy(m_waiverEdit);
    layout->addWidget(waiverLabel);
    layout->addWidget(m_waiverEdit);
    connect(m_waiverEdit, &QPlainTextEdit::textChanged, this, &ChooseDialog::check);
}

void ChooseDialog::buildLastDay(QVBoxLayout* layout, Date first, Date latest)
{
    auto* label = wrappedLabel(
        tr("It may last six working days; the last is %1. Before then the child moves, or the "
           "approval is varied. &Last day:")
            .arg(dateText(latest)),
        this);
    m_lastDay = new DateField(this);
    m_lastDay->setObjectName(QStringLiteral("lastDayEdit"));
    m_lastDay->setAccessibleName(tr("Last day outside the terms"));
    m_lastDay->setMinimumDate(toQDate(first));
    m_lastDay->setMaximumDate(toQDate(latest));
    m_lastDay->setRequired(true);
    m_lastDay->setDay(latest);
    label->setBuddy(m_lastDay);
    layout->addWidget(label);
    layout->addWidget(new FieldWithNote(m_lastDay, this));
    connect(m_lastDay, &DateField::dateChanged, this, &ChooseDialog::check);
}

void ChooseDialog::setTyped(const Typed& typed)
{
    m_reasonEdit->setPlainText(typed.reason);
    if (m_changeReason)
        m_changeReason->setCode(typed.changeReason);
    if (m_waiverEdit)
        m_waiverEdit->setPlainText(typed.waiverReason);
    if (m_lastDay && typed.outsideTermsUntil)
        m_lastDay->setDay(typed.outsideTermsUntil);
}

ChooseDialog::Typed ChooseDialog::typed() const
{
    return {m_reasonEdit->toPlainText().trimmed(),
            m_waiverEdit ? m_waiverEdit->toPlainText().trimmed() : QString(),
            m_changeReason ? m_changeReason->code() : std::string(),
            m_lastDay ? m_lastDay->day() : std::nullopt};
}

void ChooseDialog::check()
{
    if (!m_chooseButton)
        return;
    const Typed now = typed();
    QStringList missing;
    if (now.reason.isEmpty())
        missing << tr("why this household");
    if (m_changeReason && now.changeReason.empty())
        missing << tr("why the placement before ends");
    if (m_waiverEdit && now.waiverReason.isEmpty())
        missing << tr("who agreed to set the limit aside, and why");
    if (m_lastDay && !now.outsideTermsUntil)
        missing << tr("the last day outside the terms");
    m_chooseButton->setEnabled(missing.isEmpty());
    m_chooseButton->setToolTip(
        missing.isEmpty() ? QString() : tr("Still needed: %1").arg(missing.join(tr("; "))));
}

void ChooseDialog::accept()
{
    if (!m_chooseButton->isEnabled())
        return;
    m_banner->hide();
    if (!choose)
        return QDialog::accept();
    QList<QWidget*> parts{m_reasonEdit, m_chooseButton};
    for (QWidget* part : std::initializer_list<QWidget*>{m_changeReason, m_waiverEdit, m_lastDay})
        if (part)
            parts << part;
    const bool atOnce = saveFrom<PlacementId>(
        parts, [this, now = typed()] { return choose(now); },
        [this](const Result<PlacementId>& outcome) { finish(outcome); });
    if (!atOnce)
        showWaiting(*m_banner);
}

void ChooseDialog::finish(const Result<PlacementId>& outcome)
{
    m_banner->hide();
    m_outcome = outcome;
    if (!outcome && !isOutdated(outcome.error()))
        return showRefusal(outcome.error());
    QDialog::accept();
}

void ChooseDialog::showRefusal(const Error& error)
{
    const auto later = error.facts.find("startsOn");
    const auto day = later == error.facts.end() ? std::nullopt : Date::fromIso(later->second);
    if (error.code == ErrorCode::InvalidInput && day)
        m_banner->show(Banner::Tone::Problem, tr("Another placement is in the way"),
                       tr("A placement of %1 starts on %2 already, so this one would overlap it. "
                          "Nothing was saved. Look for a home from a later day; what you wrote "
                          "here is kept.")
                           .arg(m_child, dateText(*day)));
    else
        m_banner->showError(error);
    growDialog(*this);
    m_reasonEdit->setFocus(Qt::OtherFocusReason);
}

}  // namespace homeward::ui
