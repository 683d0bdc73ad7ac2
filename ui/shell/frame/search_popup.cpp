#include "ui/shell/frame/search_popup.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/pages/list_sources.h"
#include "ui/shell/frame/search_model.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const Touches kTouchSearch{app::Aggregate::Child, app::Aggregate::CareHistory,
                           app::Aggregate::Placement, app::Aggregate::Home};
constexpr int kIcon = 18;
constexpr int kMargin = 10;

/// Icon, name in bold, facts in muted text below.
class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {200, 2 * option.fontMetrics.height() + 12};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Colours& c = Theme::instance().colours();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(c.focus, 1.5));
            painter->setBrush(c.selection);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
        }
        const QRect inner = option.rect.adjusted(kMargin, 5, -kMargin, -5);
        const QRect picture(inner.left(), inner.center().y() - kIcon / 2, kIcon, kIcon);
        Theme::instance()
            .icon(index.data(SearchModel::IconRole).toString(), &Colours::mutedText)
            .paint(painter, picture);
        const QRect words = inner.adjusted(kIcon + kMargin, 0, 0, 0);
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(c.text);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        painter->setFont(option.font);
        painter->setPen(c.mutedText);
        const QString facts = option.fontMetrics.elidedText(
            index.data(SearchModel::FactsRole).toString(), Qt::ElideRight, words.width());
        painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom, facts);
        painter->restore();
    }
};

}  // namespace

SearchPopup::SearchPopup(QLineEdit* edit, const PageContext& context, QWidget* window)
    : QFrame(window),
      m_edit(edit),
      m_context(context),
      m_model(new SearchModel(this)),
      m_view(new QListView),
      m_hint(new QLabel),
      m_hits(
          this, context, kTouchSearch, Lane::Quick, {}, [this] { return find(); },
          [this](const Result<Hits>& hits) { showHits(hits); })
{
    setObjectName(u"searchPopup"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HitDelegate(m_view));
    m_view->setAccessibleName(tr("Records found"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMouseTracking(true);
    setRole(m_hint, "muted");
    m_hint->setContentsMargins(10, 6, 10, 2);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(2);
    column->addWidget(m_hint);
    column->addWidget(m_view);
    hide();

    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_chooseFirst = false;
        refresh();
        showBelow();
    });
    connect(m_view, &QListView::clicked, this, &SearchPopup::choose);
    connect(m_view, &QListView::entered, m_view, &QListView::setCurrentIndex);
}

void SearchPopup::setRecent(const QList<Place>& recent)
{
    m_recent = recent;
}

void SearchPopup::forget()
{
    hide();
    m_hits.forget();
    m_sought.clear();
    m_typed.clear();
    m_chooseFirst = false;
    m_model->clear();
}

void SearchPopup::refresh()
{
    m_hits.readNow();
    // What is shown is of other words, until these are found; Enter waits for them.
    if (m_typed != m_edit->text().trimmed() || m_model->rowCount() == 0)
        m_hint->setText(tr("Searching…"));
}

LiveQuery<SearchPopup::Hits>::Work SearchPopup::find()
{
    m_sought = m_edit->text().trimmed();
    if (!m_sought.isEmpty())
        return [typed = utf8(m_sought)](app::Session& session, const RunControl&) {
            return app::search(session, typed);
        };
    std::vector<app::RecordOf> recent;
    for (const Place& place : m_recent)
        recent.push_back({utf8(place.record), place.page != u"home"_s});
    return [recent](app::Session& session, const RunControl&) {
        return app::recordsOf(session, recent);
    };
}

void SearchPopup::showHits(const Result<Hits>& hits)
{
    if (!m_hits.isWanted())  // forgotten while it was being read
        return;
    m_typed = m_sought;
    m_model->setHits(hits ? *hits : Hits(), m_typed.isEmpty() ? m_recent : QList<Place>());
    const bool found = m_model->rowCount() > 0;
    if (!hits)
        m_hint->setText(tr("The search failed. Try again."));
    else if (m_typed.isEmpty())
        m_hint->setText(found ? tr("Recent")
                              : tr("Type a name, a case number, a household or a postcode."));
    else
        m_hint->setText(tr("Nothing found. Try fewer letters, or a case number."));
    m_hint->setVisible(m_typed.isEmpty() || !found);
    m_view->setVisible(found);
    m_view->setCurrentIndex(m_model->index(0));
    if (m_hits.isWantedAgain())
        return;
    if (isVisible())
        showBelow();
    if (std::exchange(m_chooseFirst, false) && isVisible())
        choose();
}

void SearchPopup::showBelow()
{
    const QPoint corner = m_edit->mapTo(parentWidget(), QPoint(0, m_edit->height() + 4));
    const int rowHeight = 2 * fontMetrics().height() + 12;
    const int rows = std::min(m_model->rowCount(), 8);
    m_view->setFixedHeight(rows * rowHeight + 4);
    setFixedWidth(m_edit->width());
    move(corner);
    adjustSize();
    show();
    raise();
}

void SearchPopup::moveBy(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = (m_view->currentIndex().row() + rows + count) % count;
    m_view->setCurrentIndex(m_model->index(row));
}

void SearchPopup::choose()
{
    const Place place = m_model->place(m_view->currentIndex());
    if (place.page.isEmpty())
        return;
    hide();
    m_edit->clear();
    emit placeChosen(place);
}

bool SearchPopup::handleKey(int key)
{
    switch (key) {
        case Qt::Key_Down:
            if (!isVisible()) {
                refresh();
                showBelow();
            } else {
                moveBy(1);
            }
            return true;
        case Qt::Key_Up:
            moveBy(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_chooseFirst = m_hits.isReading();
            if (!m_chooseFirst && isVisible())
                choose();
            return true;
        case Qt::Key_Escape:
            if (!isVisible())
                return false;
            hide();
            m_edit->clear();
            return true;
        default:
            return false;
    }
}

bool SearchPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent*>(event)->key());
    // Not when Tab or the start of the window brings the focus here: nothing was asked for yet.
    const bool asked = event->type() == QEvent::MouseButtonPress ||
                       (event->type() == QEvent::FocusIn &&
                        static_cast<QFocusEvent*>(event)->reason() == Qt::ShortcutFocusReason);
    if (asked) {
        refresh();
        showBelow();
    } else if (event->type() == QEvent::FocusOut) {
        hide();
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace homeward::ui
