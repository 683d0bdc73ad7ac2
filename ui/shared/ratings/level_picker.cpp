#include "ui/shared/ratings/level_picker.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QToolTip>

#include "ui/shared/look/theme.h"
#include "ui/shared/ratings/level_pill.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr int kPillGap = 4;
constexpr int kUnknownGap = 8;
constexpr int kUnknownPlace = kLevelCount;

class AccessibleLevelPicker final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleLevelPicker(QWidget* widget)
        : QAccessibleWidget(widget, QAccessible::SpinBox)
    {
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? picker()->valueText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override
    {
        const MaybeLevel level = picker()->level();
        return level ? level->value() : LevelPicker::kUnknown;
    }
    void setCurrentValue(const QVariant& value) override
    {
        emit picker()->levelChosen(qBound(LevelPicker::kUnknown, value.toInt(), kLevelCount - 1));
    }
    QVariant minimumValue() const override { return LevelPicker::kUnknown; }
    QVariant maximumValue() const override { return kLevelCount - 1; }
    QVariant minimumStepSize() const override { return 1; }

private:
    LevelPicker* picker() const { return static_cast<LevelPicker*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString& /*key*/, QObject* object)
{
    if (auto* picker = qobject_cast<LevelPicker*>(object))
        return new AccessibleLevelPicker(picker);
    return nullptr;
}

}  // namespace

QList<GridKey> gridKeys()
{
    const auto native = [](const QKeySequence& keys) {
        return keys.toString(QKeySequence::NativeText);
    };
    return {{LevelPicker::tr("Up, Down"), LevelPicker::tr("Between needs or skills")},
            {LevelPicker::tr("0 to 4, ?"), LevelPicker::tr("Set the level, or not known")},
            {LevelPicker::tr("Left, Right"), LevelPicker::tr("One level lower or higher")},
            {LevelPicker::tr("Enter, Esc"), LevelPicker::tr("Write evidence, and back")},
            {LevelPicker::tr("Any letter"), LevelPicker::tr("Go on writing the evidence")},
            {LevelPicker::tr("Space"),
             LevelPicker::tr("Confirm a level carried over, or that the words still hold")},
            {native(Qt::CTRL | Qt::SHIFT | Qt::Key_S), LevelPicker::tr("Write what goes well")},
            {native(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
             LevelPicker::tr("Record what somebody else says")}};
}

LevelPicker::LevelPicker(LevelScale scale, QWidget* parent) : QWidget(parent), m_scale(scale)
{
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LevelPicker::setWords(const std::array<QString, kLevelCount>& names,
                           const std::array<QString, kLevelCount>& descriptors)
{
    m_names = names;
    m_descriptors = descriptors;
}

void LevelPicker::setState(MaybeLevel level, bool decided)
{
    if (m_level == level && m_decided == decided)
        return;
    m_level = level;
    m_decided = decided;
    QAccessibleValueChangeEvent change(this, level ? level->value() : kUnknown);
    QAccessible::updateAccessibility(&change);
    update();
}

QString LevelPicker::valueText() const
{
    if (!m_level)
        return m_decided ? tr("unknown") : tr("not rated yet");
    const int value = m_level->value();
    const QString words = tr("%1, %2").arg(value).arg(m_names[static_cast<std::size_t>(value)]);
    return m_decided ? words : tr("%1, carried over").arg(words);
}

QSize LevelPicker::sizeHint() const
{
    const QSize pill = levelPillSize(fontMetrics());
    return {(kLevelCount + 1) * pill.width() + (kLevelCount - 1) * kPillGap + kUnknownGap + 4,
            pill.height() + 4};
}

QRectF LevelPicker::pillRect(int place) const
{
    const QSize pill = levelPillSize(fontMetrics());
    const int left = 2 + place * (pill.width() + kPillGap) +
                     (place == kUnknownPlace ? kUnknownGap - kPillGap : 0);
    return {double(left), (height() - pill.height()) / 2.0, double(pill.width()),
            double(pill.height())};
}

int LevelPicker::placeAt(const QPointF& point) const
{
    for (int place = 0; place <= kUnknownPlace; ++place)
        if (pillRect(place).adjusted(-kPillGap / 2.0, -4, kPillGap / 2.0, 4).contains(point))
            return place;
    return -1;
}

void LevelPicker::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    for (int place = 0; place <= kUnknownPlace; ++place) {
        const MaybeLevel shown = Level::fromInt(place);
        const bool chosen = shown ? m_level == shown : !m_level && m_decided;
        const PillLook look = !chosen      ? PillLook::Empty
                              : !m_decided ? PillLook::CarriedOver
                                           : PillLook::Chosen;
        paintLevelPill(painter, pillRect(place), m_scale, shown, look,
                       place == m_hovered && !m_readOnly);
    }
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().colours().focus, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5);
}

void LevelPicker::choose(int place)
{
    if (!m_readOnly && place >= 0)
        emit levelChosen(place == kUnknownPlace ? kUnknown : place);
}

bool LevelPicker::chooseByKey(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_4)
        choose(key - Qt::Key_0);
    else if (key == Qt::Key_Question)
        choose(kUnknownPlace);
    else
        return false;
    return true;
}

bool LevelPicker::requestByKey(int key)
{
    if (key == Qt::Key_S)
        emit strengthRequested();
    else if (key == Qt::Key_O)
        emit othersRequested();
    else
        return false;
    return true;
}

bool LevelPicker::moveByKey(int key)
{
    switch (key) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            emit stepRequested(key == Qt::Key_Up ? -1 : 1);
            return true;
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int step = key == Qt::Key_Left ? -1 : 1;
            choose(m_level ? qBound(0, m_level->value() + step, kLevelCount - 1) : 0);
            return true;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            emit evidenceRequested();
            return true;
        default:
            return false;
    }
}

/// "3" sets a level; "3 " confirms, which it is already; "3 m" was no level but a sentence.
void LevelPicker::typeOn(const QString& typed)
{
    const bool begunByDigit = m_typed.size() == 2 && m_typed.back() == QLatin1Char(' ');
    const QString begin = begunByDigit ? m_typed + typed : typed;
    m_typed.clear();
    if (!m_readOnly)
        emit sentenceBegun(begin, begunByDigit);
}

void LevelPicker::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::ControlModifier && event->modifiers() & Qt::ShiftModifier &&
        requestByKey(event->key()))
        return;
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    const QString typed = event->text();
    const bool isDigit = event->key() >= Qt::Key_0 && event->key() <= Qt::Key_4;
    if (chooseByKey(event->key())) {
        m_typed = isDigit ? typed : QString();
    } else if (event->key() == Qt::Key_Space) {
        m_typed = m_typed.size() == 1 ? m_typed + QLatin1Char(' ') : QString();
        if (m_typed.isEmpty())
            emit confirmRequested();
    } else if (moveByKey(event->key())) {
        m_typed.clear();
    } else if (!typed.isEmpty() && typed.front().isPrint()) {
        typeOn(typed);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LevelPicker::focusOutEvent(QFocusEvent* event)
{
    m_typed.clear();
    QWidget::focusOutEvent(event);
}

/// The second press of a double click is the first one's, whatever it meets.
void LevelPicker::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
}

void LevelPicker::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    choose(placeAt(event->position()));
}

void LevelPicker::mouseMoveEvent(QMouseEvent* event)
{
    const int place = placeAt(event->position());
    if (place == m_hovered)
        return;
    m_hovered = place;
    update();
}

void LevelPicker::leaveEvent(QEvent* /*event*/)
{
    m_hovered = -1;
    update();
}

bool LevelPicker::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int place = placeAt(help->pos());
        QString words;
        if (place == kUnknownPlace)
            words = tr("Not known yet (?). Say why in the evidence.");
        else if (place >= 0)
            words = tipWords(QStringLiteral("%1 %2\n%3")
                                 .arg(place)
                                 .arg(m_names[static_cast<std::size_t>(place)],
                                      m_descriptors[static_cast<std::size_t>(place)]));
        QToolTip::showText(help->globalPos(), words, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride &&
        !static_cast<QKeyEvent*>(event)->text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->text().front().isPrint()) {
        event->accept();  // no shortcut of the window takes a letter of a sentence
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

}  // namespace homeward::ui
