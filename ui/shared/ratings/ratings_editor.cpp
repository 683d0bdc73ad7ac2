#include "ui/shared/ratings/ratings_editor.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTabBar>
#include <QTimer>
#include <QUndoStack>
#include <array>
#include <functional>

#include "domain/needs/succession.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/ratings/rating_row.h"
#include "ui/shared/ratings/ratings_document.h"
#include "ui/shared/ratings/ratings_side_panel.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kFoldedRows = 5;  ///< in sight below which the page scrolls

/// The head line of the grid and the bands that name the outcomes.
class GridLine final : public QWidget {
public:
    GridLine(bool band, QWidget* parent) : QWidget(parent), m_band(band)
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(RatingColumns::kMargin, 5, RatingColumns::kMargin, 5);
        layout->setSpacing(RatingColumns::kGap);
    }
    QLabel* addLabel(const QString& words)
    {
        auto* label = new QLabel(words, this);
        setRole(label, "heading");
        layout()->addWidget(label);
        return label;
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        if (m_band)
            painter.fillRect(rect(), Theme::instance().colours().header);
        painter.setPen(Theme::instance().colours().border);
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    }

private:
    bool m_band;
};

/// Tells when the room for the grid changes.
class WidthWatcher final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    std::function<void()> resized;

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QScrollArea::resizeEvent(event);
        if (resized)
            resized();
    }
};

}  // namespace

struct RatingsEditor::Private {
    RatingsEditor* q;
    bool needs;
    RatingsDocument document;
    Card* gridCard = nullptr;
    GridLine* head = nullptr;
    std::array<QLabel*, 5> headings{};
    WidthWatcher* scroll = nullptr;
    RatingsSidePanel* side = nullptr;
    QBoxLayout* halves = nullptr;
    std::vector<RatingRow*> rows;
    FrameworkVersionId rowsOf;  ///< framework that the rows were made for
    std::size_t current = 0;

    Private(RatingsEditor* editor, Side which) : q(editor), needs(which == Side::Needs) {}
    void build();
    void buildHead();
    void addShortcuts();
    void showRows(const FrameworkVersionId& framework);
    void rebuildRows();
    void connectRow(RatingRow* row);
    void arrangeHalves();
    void shareOutWidth();
    void makeCurrent(std::size_t row);
    void reveal(std::size_t row, int margin);
    void focusRow(std::size_t row);
    void takeFocus(bool fromTabs);
    void takeFocusSoon();
    void refreshDomain(std::size_t domain);
};

void RatingsEditor::Private::build()
{
    gridCard = new Card({}, q);
    gridCard->body()->setSpacing(0);
    buildHead();
    scroll = new WidthWatcher(gridCard);
    scroll->setObjectName(QStringLiteral("ratingsScroll"));
    scroll->setAccessibleName(needs ? RatingsEditor::tr("Needs") : RatingsEditor::tr("Skills"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->resized = [this] {
        arrangeHalves();
        shareOutWidth();
    };
    gridCard->body()->addWidget(scroll, 1);

    side = new RatingsSidePanel(document, needs, q);
    QObject::connect(side, &RatingsSidePanel::gridRequested, q, [this] { focusRow(current); });
    halves = new QBoxLayout(QBoxLayout::LeftToRight, q);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(16);
    halves->addWidget(gridCard, 1);
    halves->addWidget(side);

    QObject::connect(&document, &RatingsDocument::changed, q, [this](int domain) {
        refreshDomain(static_cast<std::size_t>(domain));
        emit q->edited();
    });
    // A page or tab that gets the keyboard has no use for it; the grid has.
    QObject::connect(qApp, &QApplication::focusChanged, q, [this](QWidget*, const QWidget* now) {
        if (now && now->isAncestorOf(q) && q->isVisible())
            takeFocusSoon();
    });
    addShortcuts();
}

void RatingsEditor::Private::buildHead()
{
    head = new GridLine(false, gridCard);
    const QString titles[] = {needs ? RatingsEditor::tr("Need") : RatingsEditor::tr("Skill"),
                              RatingsEditor::tr("Before"), RatingsEditor::tr("Now (0–4, ?)"),
                              needs ? RatingsEditor::tr("What it means day to day (just write)")
                                    : RatingsEditor::tr("What it rests on (just write)"),
                              RatingsEditor::tr("Others say")};
    for (std::size_t i = 0; i < headings.size(); ++i)
        headings[i] = head->addLabel(titles[i]);
    static_cast<QHBoxLayout*>(head->layout())->addStretch(1);
    // Its labels are as wide as the columns now are; that must not keep the window from shrinking.
    head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    gridCard->body()->addWidget(head);
}

void RatingsEditor::Private::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, q);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, document.undoStack(), slot);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Z), &QUndoStack::undo);
    add(QKeySequence(Qt::CTRL | Qt::Key_Y), &QUndoStack::redo);
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &QUndoStack::redo);
}

void RatingsEditor::Private::showRows(const FrameworkVersionId& framework)
{
    if (framework.isEmpty() || framework != rowsOf) {
        rebuildRows();
        rowsOf = framework;
        return;
    }
    for (RatingRow* row : rows)
        row->beginDocument();
    scroll->verticalScrollBar()->setValue(0);
}

void RatingsEditor::Private::rebuildRows()
{
    rows.clear();
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    std::string outcome;
    for (std::size_t i = 0; i < document.domainCount(); ++i) {
        const auto& domain = document.domain(i);
        if (domain.outcomeKey != outcome || i == 0) {
            outcome = domain.outcomeKey;
            auto* band = new GridLine(true, content);
            const auto* found = document.framework().findOutcome(outcome);
            band->addLabel(text(found ? found->title : outcome));
            layout->addWidget(band);
        }
        auto* row =
            new RatingRow(document, i, needs ? LevelScale::Need : LevelScale::Skill, content);
        connectRow(row);
        layout->addWidget(row);
        rows.push_back(row);
    }
    layout->addStretch(1);
    scroll->setWidget(content);  // removes the rows of before
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
}

void RatingsEditor::Private::connectRow(RatingRow* row)
{
    const std::size_t index = row->domain();
    QObject::connect(row, &RatingRow::focused, q, [this, index] { makeCurrent(index); });
    QObject::connect(row, &RatingRow::stepRequested, q, [this, index](int step) {
        const auto target = static_cast<std::ptrdiff_t>(index) + step;
        if (target >= 0 && target < static_cast<std::ptrdiff_t>(rows.size()))
            focusRow(static_cast<std::size_t>(target));
    });
    QObject::connect(row->picker(), &LevelPicker::strengthRequested, side,
                     &RatingsSidePanel::editStrength);
    QObject::connect(row->picker(), &LevelPicker::othersRequested, q, [this, row] {
        side->askForOthers(row->picker()->mapToGlobal(QPoint(0, row->picker()->height())));
    });
}

/// The panel stands beside the grid where both have room, below it with large letters.
void RatingsEditor::Private::arrangeHalves()
{
    const QFontMetrics metrics = q->fontMetrics();
    const int em = metrics.horizontalAdvance(QLatin1Char('m'));
    // Not by averageCharWidth, which counts letters nobody writes: in some fonts it is half as wide
    // again.
    const int panel = qMax(260, 32 * em);
    const int grid = 23 * em + headings[1]->sizeHint().width() +
                     (rows.empty() ? 0 : rows.front()->nowWidth()) + 6 * RatingColumns::kGap;
    const bool beside = q->width() >= grid + panel;
    halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    side->setMinimumWidth(beside ? panel : 0);
    side->setMaximumWidth(beside ? panel : QWIDGETSIZE_MAX);
    side->setCompact(!beside);
    side->setMaximumHeight(beside ? QWIDGETSIZE_MAX : q->height() * 2 / 5);
    const int line = metrics.lineSpacing();
    scroll->setMinimumHeight(beside ? 0 : kFoldedRows * (2 * line + 14) + 2 * (line + 12));
}

void RatingsEditor::Private::shareOutWidth()
{
    if (rows.empty())
        return;
    RatingColumns::Contents contents;
    contents.em = rows.front()->fontMetrics().horizontalAdvance(QLatin1Char('m'));
    contents.now = rows.front()->nowWidth();
    for (std::size_t i = 0; i < document.domainCount(); ++i) {
        if (document.previous(i))
            contents.before = headings[1]->sizeHint().width();
        contents.others = contents.others || !document.others(i).empty();
    }
    const auto columns = RatingColumns::forWidth(scroll->viewport()->width(), contents);
    const int widths[] = {columns.domain, columns.before, columns.now, columns.evidence,
                          columns.others};
    for (std::size_t i = 0; i < headings.size(); ++i) {
        headings[i]->setVisible(widths[i] > 0);
        headings[i]->setFixedWidth(qMax(1, widths[i]));
    }
    for (RatingRow* row : rows)
        row->setColumns(columns);
}

void RatingsEditor::Private::makeCurrent(std::size_t row)
{
    if (row >= rows.size())
        return;
    if (current < rows.size())
        rows[current]->setCurrent(false);
    current = row;
    rows[row]->setCurrent(true);
    side->showDomain(row);
    reveal(row, 40);
}

void RatingsEditor::Private::reveal(std::size_t row, int margin)
{
    if (row == 0)  // the first also while the rows have no places yet
        scroll->verticalScrollBar()->setValue(0);
    else
        scroll->ensureWidgetVisible(rows[row], 0, margin);
}

void RatingsEditor::Private::focusRow(std::size_t row)
{
    if (row >= rows.size())
        return;
    rows[row]->picker()->setFocus(Qt::OtherFocusReason);
    makeCurrent(row);  // also while the window is not active
}

void RatingsEditor::Private::takeFocus(bool fromTabs)
{
    if (!q->isVisible() || document.isReadOnly() || rows.empty() ||
        q->isAncestorOf(QApplication::focusWidget()))
        return;
    if (fromTabs || !qobject_cast<QTabBar*>(QApplication::focusWidget()))
        focusRow(current);
}

/// After the page has settled: the document may come after the grid is shown.
void RatingsEditor::Private::takeFocusSoon()
{
    // Somebody who walks along the tabs by arrow keys wants to walk on; who clicks does not.
    const bool fromTabs = QApplication::mouseButtons() != Qt::NoButton;
    QTimer::singleShot(0, q, [this, fromTabs] { takeFocus(fromTabs); });
}

void RatingsEditor::Private::refreshDomain(std::size_t domain)
{
    if (domain >= rows.size())
        return;
    rows[domain]->setIssue({});
    rows[domain]->refresh();
    if (headings.back()->isHidden() != document.others(domain).empty())
        shareOutWidth();
    // Undo may change a row that is out of sight.
    if (domain != current)
        focusRow(domain);
    else
        side->refresh();
    // A row that grows by what is typed stays in sight.
    QTimer::singleShot(0, q, [this, domain] {
        if (domain == current && domain < rows.size())
            reveal(domain, 8);
    });
}

RatingsEditor::RatingsEditor(Side side, QWidget* parent)
    : QWidget(parent), m_d(std::make_unique<Private>(this, side))
{
    m_d->build();
}

RatingsEditor::~RatingsEditor() = default;

void RatingsEditor::setDocument(const NeedsFramework& framework, const std::vector<Rating>& ratings,
                                const std::vector<Rating>* previous, bool readOnly)
{
    // Last time's words stand beside today's, whatever the domain was called then.
    std::vector<Rating> earlier;
    if (previous)
        earlier =
            ratingsIn(framework, *previous, m_d->needs ? RatingsOf::Needs : RatingsOf::Skills);
    m_d->document.load(framework, ratings, previous ? &earlier : nullptr, readOnly);
    m_d->showRows(framework.id);
    m_d->arrangeHalves();
    m_d->shareOutWidth();
    if (isAncestorOf(QApplication::focusWidget()))
        m_d->focusRow(0);
    else
        m_d->makeCurrent(0);
}

void RatingsEditor::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        m_d->takeFocusSoon();
}

void RatingsEditor::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_d->focusRow(m_d->current);
}

const std::vector<Rating>& RatingsEditor::ratings() const
{
    return m_d->document.ratings();
}

int RatingsEditor::confirmedCount() const
{
    return m_d->document.confirmedCount();
}

int RatingsEditor::domainCount() const
{
    return static_cast<int>(m_d->document.domainCount());
}

bool RatingsEditor::isModified() const
{
    return m_d->document.isModified();
}

QUndoStack* RatingsEditor::undoStack() const
{
    return m_d->document.undoStack();
}

void RatingsEditor::showIssue(const std::string& domainKey, const QString& reason)
{
    const auto index = m_d->document.framework().domainIndex(domainKey);
    if (!index || *index >= m_d->rows.size())
        return;
    m_d->rows[*index]->setIssue(reason);
    m_d->focusRow(*index);
}

void RatingsEditor::focusDomain(const std::string& domainKey)
{
    if (const auto index = m_d->document.framework().domainIndex(domainKey))
        m_d->focusRow(*index);
}

}  // namespace homeward::ui
