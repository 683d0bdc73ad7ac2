#include "ui/shared/ratings/rating_row.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QUndoStack>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/ratings/growing_text_edit.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/ratings/level_pill.h"
#include "ui/shared/ratings/view_pills.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

std::array<QString, kLevelCount> toTexts(const std::array<std::string, kLevelCount>& words)
{
    std::array<QString, kLevelCount> texts;
    for (std::size_t i = 0; i < texts.size(); ++i)
        texts[i] = text(words[i]);
    return texts;
}

void setFixedCell(QWidget* cell, int width)
{
    cell->setVisible(width > 0);
    cell->setFixedWidth(qMax(width, 1));
}

}  // namespace

RatingColumns RatingColumns::forWidth(int width, const Contents& contents)
{
    const int em = contents.em;
    RatingColumns columns;
    columns.before = contents.before;
    columns.now = contents.now;
    int rest = width - 2 * kMargin - columns.before - columns.now - 2 * kGap -
               (columns.before > 0 ? kGap : 0);
    columns.domain = qBound(9 * em, rest * 2 / 5, 16 * em);
    rest -= columns.domain;
    if (contents.others && rest > 22 * em) {
        columns.others = qBound(7 * em, rest / 4, 14 * em);
        rest -= columns.others + kGap;
    }
    columns.evidence = qMax(rest, 6 * em);
    return columns;
}

RatingRow::RatingRow(RatingsDocument& document, std::size_t domain, LevelScale scale,
                     QWidget* parent)
    : QFrame(parent), m_document(document), m_domain(domain), m_scale(scale)
{
    setObjectName(QStringLiteral("ratingRow-") + text(document.domain(domain).key));
    buildCells();
    connectCells();
    refresh();
}

void RatingRow::buildCells()
{
    const auto& domain = m_document.domain(m_domain);
    const QString title = text(domain.title);
    const bool need = m_scale == LevelScale::Need;
    const auto& names =
        need ? m_document.framework().needLevels : m_document.framework().skillLevels;

    m_title = new QLabel(title, this);
    m_title->setWordWrap(true);
    m_title->setToolTip(text(domain.guidance));
    m_beforeCell = new QWidget(this);
    auto* beforeLayout = new QHBoxLayout(m_beforeCell);
    beforeLayout->setContentsMargins(0, 0, 0, 0);
    m_before = new LevelPill(m_scale, m_beforeCell);
    beforeLayout->addWidget(m_before, 0, Qt::AlignLeft | Qt::AlignVCenter);

    m_picker = new LevelPicker(m_scale, this);
    m_picker->setObjectName(QStringLiteral("levelPicker"));
    m_picker->setAccessibleName(title);
    m_picker->setWords(toTexts(names), toTexts(need ? domain.need : domain.skill));
    m_change = new ChangeMark(m_scale, this);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(RatingColumns::kMargin, 5, RatingColumns::kMargin, 5);
    row->setSpacing(RatingColumns::kGap);
    row->addWidget(m_title);
    row->addWidget(m_beforeCell);
    auto* now = new QHBoxLayout;
    now->setSpacing(RatingColumns::kGap / 2);
    now->addWidget(m_picker);
    now->addWidget(m_change);
    row->addLayout(now);
    buildEvidenceCell();
    row->addWidget(m_evidenceCell);
    m_others = new ViewPills(this);
    row->addWidget(m_others, 0, Qt::AlignVCenter);
    row->addStretch(1);
}

QVBoxLayout* RatingRow::buildEvidenceCell()
{
    m_evidenceCell = new QWidget(this);
    auto* layout = new QVBoxLayout(m_evidenceCell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_evidence = new GrowingTextEdit(m_evidenceCell);
    m_evidence->setObjectName(QStringLiteral("evidenceEdit"));
    m_evidence->setAccessibleName(tr("Evidence, %1").arg(m_title->text()));
    m_evidence->beQuiet();
    m_evidence->leaveUndoToParent();
    layout->addWidget(m_evidence);
    m_lastWords = new QLabel(m_evidenceCell);
    m_lastWords->setObjectName(QStringLiteral("lastWordsLabel"));
    m_lastWords->setWordWrap(true);
    m_lastWords->setContentsMargins(5, 0, 0, 2);
    setRole(m_lastWords, "muted");
    layout->addWidget(m_lastWords);
    m_confirm = new QPushButton(m_evidenceCell);
    m_confirm->setObjectName(QStringLiteral("confirmButton"));
    m_confirm->setIcon(Theme::instance().icon(QStringLiteral("check")));
    setRole(m_confirm, "quiet");
    layout->addWidget(m_confirm, 0, Qt::AlignLeft);
    m_issue = new QLabel(m_evidenceCell);
    m_issue->setObjectName(QStringLiteral("issueLabel"));
    m_issue->setWordWrap(true);
    setRole(m_issue, "field-problem");
    m_issue->setContentsMargins(5, 0, 0, 2);
    m_issue->hide();
    layout->addWidget(m_issue);
    return layout;
}

void RatingRow::connectCells()
{
    connect(m_picker, &LevelPicker::levelChosen, this,
            [this](int level) { m_document.setLevel(m_domain, Level::fromInt(level)); });
    connect(m_picker, &LevelPicker::stepRequested, this, &RatingRow::stepRequested);
    connect(m_picker, &LevelPicker::evidenceRequested, this, [this] {
        m_evidence->moveCursor(QTextCursor::End);  // to go on writing
        m_evidence->setFocus(Qt::OtherFocusReason);
    });
    connect(m_picker, &LevelPicker::sentenceBegun, this, &RatingRow::beginSentence);
    connect(m_picker, &LevelPicker::confirmRequested, this,
            [this] { m_document.confirm(m_domain); });
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_document.confirm(m_domain);
        m_picker->setFocus(Qt::OtherFocusReason);
    });
    connect(m_evidence, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_refreshing)
            m_document.setEvidence(m_domain, utf8(m_evidence->toPlainText()));
    });
    connect(m_evidence, &GrowingTextEdit::left, this,
            [this] { m_picker->setFocus(Qt::OtherFocusReason); });
    connect(m_evidence, &GrowingTextEdit::focusLost, this, [this] { m_document.endTyping(); });
    for (QWidget* cell : std::initializer_list<QWidget*>{m_picker, m_evidence, m_confirm})
        cell->installEventFilter(this);
}

void RatingRow::beginSentence(const QString& begin, bool takesLevelBack)
{
    if (takesLevelBack)
        m_document.undoStack()->undo();
    m_evidence->moveCursor(QTextCursor::End);
    const QString before = m_evidence->toPlainText();
    const bool goesOn = !before.isEmpty() && !before.back().isSpace();
    m_evidence->setFocus(Qt::OtherFocusReason);
    m_evidence->insertPlainText(goesOn ? QLatin1Char(' ') + begin : begin);
}

void RatingRow::refreshBefore()
{
    const Rating* before = m_document.previous(m_domain);
    const Rating& now = m_document.agreed(m_domain);
    QString words = tr("No earlier level");
    std::optional<int> difference;
    if (before)
        words =
            before->level ? tr("Before: %1").arg(before->level->value()) : tr("Before: unknown");
    if (before && before->level && now.level && now.confirmed)
        difference = now.level->value() - before->level->value();
    m_before->setLevel(before != nullptr, before ? before->level : MaybeLevel{}, words);
    m_change->setChange(difference);
    // The words that a review starts from stay readable while new ones are written.
    const bool other = before && !before->evidence.empty() && before->evidence != now.evidence;
    m_lastWords->setVisible(other);
    if (other)
        m_lastWords->setText(tr("Last time: %1").arg(text(before->evidence)));
}

void RatingRow::refresh()
{
    const QScopedValueRollback guard(m_refreshing, true);
    const Rating& rating = m_document.agreed(m_domain);
    refreshBefore();
    m_picker->setReadOnly(m_document.isReadOnly());
    m_picker->setState(rating.level, rating.confirmed);
    m_evidence->setReadOnly(m_document.isReadOnly());
    m_evidence->showText(text(rating.evidence));
    refreshAsked();
    QString prompt;
    if (!m_document.isReadOnly())
        prompt = !rating.level && rating.confirmed            ? tr("Why this is not known yet…")
                 : m_scale == LevelScale::Skill               ? tr("What it rests on…")
                 : rating.level && rating.level->value() == 0 ? tr("What goes well day to day…")
                                                              : tr("What it means day to day…");
    m_evidence->setPlaceholderText(prompt);
    m_others->setViews(m_document.others(m_domain));
}

/// What was asked once keeps its line, so that saying yes moves nothing under the pointer.
void RatingRow::refreshAsked()
{
    using Asked = RatingsDocument::Asked;
    const Asked asked = m_document.asked(m_domain);
    const QString title = m_title->text();
    m_wasAsked = m_wasAsked || asked != Asked::Nothing;
    m_confirm->setVisible(m_wasAsked && !m_document.isReadOnly());
    m_confirm->setEnabled(asked != Asked::Nothing);
    m_evidence->setMuted(asked != Asked::Nothing);
    switch (asked) {
        case Asked::Nothing:
            m_confirm->setText(tr("Confirmed"));
            m_confirm->setAccessibleName(tr("%1 is confirmed").arg(title));
            break;
        case Asked::CarriedOver:
            m_confirm->setText(tr("Carried over · confirm (Space)"));
            m_confirm->setAccessibleName(tr("Confirm the level carried over for %1").arg(title));
            break;
        case Asked::WordsOfBefore:
            m_confirm->setText(tr("New level · words still hold (Space)"));
            m_confirm->setAccessibleName(
                tr("The words about %1 still hold for the changed level").arg(title));
            break;
    }
}

void RatingRow::beginDocument()
{
    m_wasAsked = false;
    setIssue({});
    refresh();
}

int RatingRow::nowWidth() const
{
    return m_picker->sizeHint().width() + RatingColumns::kGap / 2 + m_change->sizeHint().width();
}

void RatingRow::setColumns(const RatingColumns& columns)
{
    setFixedCell(m_title, columns.domain);
    setFixedCell(m_beforeCell, columns.before);
    setFixedCell(m_evidenceCell, columns.evidence);
    m_others->setVisible(columns.others > 0);
    if (columns.others > 0)
        m_others->fitTo(columns.others);
}

void RatingRow::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    update();
}

void RatingRow::setIssue(const QString& reason)
{
    m_issue->setText(reason);
    m_issue->setVisible(!reason.isEmpty());
    m_picker->setAccessibleDescription(reason);
}

void RatingRow::paintEvent(QPaintEvent* /*event*/)
{
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    if (!m_current) {
        painter.setPen(colours.border);
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
        return;
    }
    QColor tint = colours.accent;
    tint.setAlphaF(0.06F);
    painter.fillRect(rect(), tint);
    painter.setPen(QPen(colours.accent, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void RatingRow::mousePressEvent(QMouseEvent* event)
{
    m_picker->setFocus(Qt::MouseFocusReason);
    event->accept();
}

bool RatingRow::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        emit focused();
    return QFrame::eventFilter(object, event);
}

}  // namespace homeward::ui
