#include "ui/shared/ratings/ratings_side_panel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

#include "ui/shared/look/card.h"
#include "ui/shared/ratings/descriptor_choice.h"
#include "ui/shared/ratings/growing_text_edit.h"
#include "ui/shared/ratings/view_pills.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr Perspective kOthers[] = {Perspective::Child,  Perspective::Carer,
                                   Perspective::Parent, Perspective::School,
                                   Perspective::Health, Perspective::SocialWorker};

QLabel* mutedLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    setRole(label, "muted");
    return label;
}

}  // namespace

RatingsSidePanel::RatingsSidePanel(RatingsDocument& document, bool needs, QWidget* parent)
    : QWidget(parent), m_document(document), m_needs(needs)
{
    auto* content = new QWidget;
    auto* cards = new QVBoxLayout(content);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(8);
    cards->addWidget(buildLevels());
    cards->addWidget(buildStrengths());
    cards->addWidget(buildOthers());
    cards->addStretch(1);

    m_scroll = new QScrollArea(this);
    QScrollArea* scroll = m_scroll;
    scroll->setObjectName(QStringLiteral("ratingsSideScroll"));
    scroll->setAccessibleName(tr("What the levels mean"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_progressCard = buildProgress();
    layout->addWidget(m_progressCard);
    layout->addWidget(scroll, 1);
}

Card* RatingsSidePanel::buildLevels()
{
    m_levels = new Card(QStringLiteral(" "), this);
    m_guidance = mutedLabel(m_levels);
    m_levels->body()->setSpacing(2);
    m_levels->body()->addWidget(m_guidance);
    for (int value = 0; value < kLevelCount; ++value) {
        auto* choice = new DescriptorChoice(m_needs ? LevelScale::Need : LevelScale::Skill,
                                            *Level::fromInt(value), m_levels);
        choice->setObjectName(QStringLiteral("descriptorChoice-%1").arg(value));
        connect(choice, &QAbstractButton::clicked, this, [this, value] {
            m_document.setLevel(m_domain, Level::fromInt(value));
            refreshLevels();  // the button toggled itself
        });
        m_levels->body()->addWidget(choice);
        m_choices[static_cast<std::size_t>(value)] = choice;
    }
    return m_levels;
}

Card* RatingsSidePanel::buildStrengths()
{
    auto* card = new Card(tr("Strengths here"), this);
    m_strength = new GrowingTextEdit(card);
    m_strength->setObjectName(QStringLiteral("strengthEdit"));
    m_strength->setAccessibleName(tr("Strengths here, in own words"));
    m_strength->leaveUndoToParent();
    card->body()->addWidget(m_strength);
    connect(m_strength, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_refreshing)
            m_document.setStrength(m_domain, utf8(m_strength->toPlainText()));
    });
    connect(m_strength, &GrowingTextEdit::left, this, &RatingsSidePanel::gridRequested);
    connect(m_strength, &GrowingTextEdit::focusLost, this, [this] { m_document.endTyping(); });
    return card;
}

Card* RatingsSidePanel::buildOthers()
{
    auto* card = new Card(tr("Others say"), this);
    m_others = new ViewPills(card);
    card->body()->addWidget(m_others);
    m_addView = new QPushButton(tr("Record a view… (Ctrl+Shift+O)"), card);
    m_addView->setObjectName(QStringLiteral("recordViewButton"));
    m_addView->setAccessibleName(tr("Record what someone else says"));
    setRole(m_addView, "quiet");
    card->body()->addWidget(m_addView, 0, Qt::AlignLeft);
    connect(m_addView, &QPushButton::clicked, this,
            [this] { askForOthers(m_addView->mapToGlobal(QPoint(0, m_addView->height()))); });
    card->setVisible(m_needs);
    return card;
}

Card* RatingsSidePanel::buildProgress()
{
    auto* card = new Card({}, this);
    m_progressTitle = new QLabel(card);
    m_progressTitle->setObjectName(QStringLiteral("progressLabel"));
    setRole(m_progressTitle, "heading");
    m_progress = new QProgressBar(card);
    m_progress->setAccessibleName(m_needs ? tr("Needs confirmed") : tr("Skills known"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progressText = mutedLabel(card);
    card->body()->setSpacing(3);
    m_chosen = new QLabel(card);
    m_chosen->setObjectName(QStringLiteral("chosenLevelLabel"));
    // Its words must not keep the window wide.
    m_chosen->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_more =
        new QPushButton(m_needs ? tr("Levels, strengths, views") : tr("Levels, strengths"), card);
    m_more->setObjectName(QStringLiteral("unfoldLevelsButton"));
    m_more->setCheckable(true);
    setRole(m_more, "quiet");
    connect(m_more, &QPushButton::toggled, this, &RatingsSidePanel::unfold);
    auto* line = new QHBoxLayout;
    line->addWidget(m_chosen, 1);
    line->addWidget(m_more);
    line->addWidget(m_progressTitle);
    line->addWidget(m_progressText, 1);
    m_progressText->setAlignment(Qt::AlignRight);
    card->body()->addLayout(line);
    card->body()->addWidget(m_progress);
    return card;
}

void RatingsSidePanel::showDomain(std::size_t domain)
{
    m_document.endTyping();
    m_domain = domain;
    m_scroll->verticalScrollBar()->setValue(0);
    refresh();
}

void RatingsSidePanel::refresh()
{
    if (m_domain >= m_document.domainCount())
        return;
    const QScopedValueRollback guard(m_refreshing, true);
    refreshLevels();
    const bool readOnly = m_document.isReadOnly();
    m_strength->setReadOnly(readOnly);
    m_strength->setPlaceholderText(readOnly  ? tr("None recorded")
                                   : m_needs ? tr("What goes well here, in the child's own words")
                                             : tr("What they do well here, in their own words"));
    m_strength->showText(text(m_document.agreed(m_domain).strength));
    m_others->setViews(m_document.others(m_domain));
    m_addView->setVisible(!readOnly);
    refreshProgress();
    refreshCompact();
    fitGuidance();
}

void RatingsSidePanel::refreshLevels()
{
    const auto& framework = m_document.framework();
    const auto& domain = m_document.domain(m_domain);
    const auto& names = m_needs ? framework.needLevels : framework.skillLevels;
    const auto& words = m_needs ? domain.need : domain.skill;
    const Rating& rating = m_document.agreed(m_domain);
    m_levels->setTitle(text(domain.title));
    // A level that is decided stands out in the list below.
    QString state;
    if (rating.level && !rating.confirmed)
        state = tr("Level %1, carried over").arg(rating.level->value());
    else if (!rating.level)
        state = rating.confirmed ? tr("Unknown, which is not the same as 0") : tr("Not rated yet");
    m_levels->setSubtitle(state);
    m_guidance->setText(text(domain.guidance));
    m_levels->setToolTip(tipWords(text(domain.guidance)));
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setWords(text(names[i]), text(words[i]));
        m_choices[i]->setChecked(rating.level && rating.level->value() == static_cast<int>(i));
        m_choices[i]->setEnabled(!m_document.isReadOnly());
    }
}

void RatingsSidePanel::refreshProgress()
{
    const int all = static_cast<int>(m_document.domainCount());
    const int done = m_needs ? m_document.confirmedCount() : m_document.knownCount();
    m_progress->setMaximum(qMax(1, all));
    m_progress->setValue(done);
    m_progressTitle->setText(m_needs ? tr("%1 of %2 confirmed").arg(done).arg(all)
                                     : tr("%1 of %2 known").arg(done).arg(all));
    int carriedOver = 0;
    for (std::size_t i = 0; i < m_document.domainCount(); ++i)
        carriedOver += m_document.agreed(i).level && !m_document.agreed(i).confirmed ? 1 : 0;
    const QString rest = carriedOver > 0         ? tr("%n carried over", nullptr, carriedOver)
                         : done < all && m_needs ? tr("%n still to rate", nullptr, all - done)
                                                 : QString();
    m_progressText->setText(rest);
    m_progressText->setVisible(!rest.isEmpty() && !m_document.isReadOnly() && !m_compact);
}

void RatingsSidePanel::setCompact(bool compact)
{
    m_compact = compact;
    m_progress->setVisible(!compact);
    m_chosen->setVisible(compact);
    m_more->setVisible(compact);
    m_progressCard->layout()->setContentsMargins(12, compact ? 4 : 6, 12, compact ? 4 : 6);
    m_progressCard->body()->setContentsMargins(0, 0, 0, 0);
    if (!compact)
        m_more->setChecked(false);
    unfold(m_more->isChecked());
    if (m_document.domainCount() > 0)
        refresh();
}

void RatingsSidePanel::unfold(bool unfolded)
{
    m_scroll->setVisible(!m_compact || unfolded);
    updateGeometry();
}

/// "2 Moderate · what it means": the level of the focused domain in one line.
void RatingsSidePanel::refreshCompact()
{
    if (!m_compact)
        return;
    const auto& domain = m_document.domain(m_domain);
    const Rating& rating = m_document.agreed(m_domain);
    QString words = tr("%1: not rated yet").arg(text(domain.title));
    if (rating.level) {
        const auto level = static_cast<std::size_t>(rating.level->value());
        const auto& framework = m_document.framework();
        const auto& names = m_needs ? framework.needLevels : framework.skillLevels;
        words = tr("%1 %2 · %3")
                    .arg(rating.level->value())
                    .arg(text(names[level]), text((m_needs ? domain.need : domain.skill)[level]));
    } else if (rating.confirmed) {
        words = tr("%1: unknown, which is not the same as 0").arg(text(domain.title));
    }
    m_chosen->setText(
        m_chosen->fontMetrics().elidedText(words, Qt::ElideRight, qMax(80, m_chosen->width())));
    m_chosen->setAccessibleName(words);
    m_chosen->setToolTip(tipWords(words));
}

/// What a domain is about gives way to what its levels mean; the pointer still shows it.
void RatingsSidePanel::fitGuidance()
{
    QWidget* content = m_scroll->widget();
    m_guidance->setVisible(true);
    content->layout()->invalidate();
    m_levels->layout()->invalidate();
    const int height = content->layout()->totalHeightForWidth(m_scroll->viewport()->width());
    m_guidance->setVisible(height <= m_scroll->viewport()->height());
}

void RatingsSidePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_document.domainCount() == 0)
        return;
    refreshCompact();
    fitGuidance();
}

void RatingsSidePanel::editStrength()
{
    if (m_compact)
        m_more->setChecked(true);
    m_strength->setFocus(Qt::OtherFocusReason);
}

void RatingsSidePanel::askForOthers(const QPoint& where)
{
    if (m_document.isReadOnly() || !m_needs)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto views = m_document.others(m_domain);
    const auto& names = m_document.framework().needLevels;
    for (const Perspective who : kOthers) {
        QMenu* person = menu->addMenu(label(who));
        for (int value = 0; value < kLevelCount; ++value)
            person->addAction(tr("&%1 %2").arg(value).arg(
                                  buttonWords(text(names[static_cast<std::size_t>(value)]))),
                              this, [this, who, value] {
                                  m_document.setOther(m_domain, who, Level::fromInt(value));
                              });
        person->addAction(tr("&Not sure"), this,
                          [this, who] { m_document.setOther(m_domain, who, std::nullopt); });
        const bool given = std::any_of(views.begin(), views.end(),
                                       [&](const auto& view) { return view.first == who; });
        if (given) {
            person->addSeparator();
            person->addAction(tr("&Take back"), this,
                              [this, who] { m_document.removeOther(m_domain, who); });
        }
    }
    menu->popup(where);
}

}  // namespace homeward::ui
