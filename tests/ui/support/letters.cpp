#include "tests/ui/support/letters.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolTip>
#include <QWindow>

#include "ui/shared/words/plain_words.h"

namespace homeward::ui::test {

namespace {

constexpr int kMostRows = 30;

/// Each begins with letters that nothing else has.
const QStringList& hostile()
{
    static const QStringList all{hostileWords(), hostileName(), hostileVersion()};
    return all;
}

bool saysHostile(const QString& text)
{
    return std::any_of(hostile().begin(), hostile().end(),
                       [&](const QString& whole) { return text.contains(whole.left(2)); });
}

/// What a control shows that takes "&b" for an underlined b, "&&" for "&".
QString withoutMnemonics(const QString& text)
{
    QString shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        shown += text[i];
    }
    return shown;
}

/// Whether every `whole` in `shown` is there to its last letter, or to an ellipsis.
bool isWhole(const QString& whole, const QString& shown)
{
    const QString begin = whole.left(2);
    for (qsizetype at = shown.indexOf(begin); at >= 0; at = shown.indexOf(begin, at + 2)) {
        qsizetype same = 0;
        while (same < whole.size() && at + same < shown.size() && shown[at + same] == whole[same])
            ++same;
        if (same < whole.size() && (at + same >= shown.size() || shown[at + same] != u'…'))
            return false;
    }
    return true;
}

QLabel* shownTip()
{
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window->inherits("QTipLabel") && window->isVisible())
            return qobject_cast<QLabel*>(window);
    return nullptr;
}

using See = std::function<void(const QString&, const QString&)>;

class Look {
public:
    explicit Look(See see = {}) : m_see(std::move(see)) {}

    Drawn at(QWidget& root)
    {
        look(root);
        for (QWidget* widget : root.findChildren<QWidget*>())
            if (widget->isVisible())
                look(*widget);
        for (const QAction* action : root.findChildren<QAction*>())
            look(*action);
        if (root.windowHandle())
            add(QStringLiteral("title bar"), root.windowHandle()->title());
        return m_drawn;
    }

    void look(const QTextDocument& document, const QString& place)
    {
        add(place, document.toPlainText());
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            for (auto part = block.begin(); !part.atEnd(); ++part)
                if (part.fragment().charFormat().isImageFormat())
                    m_drawn.faults << place + QStringLiteral(": a picture");
    }
    Drawn drawn() const { return m_drawn; }

private:
    void add(const QString& place, const QString& shown)
    {
        if (m_see)
            m_see(place, shown);
        else
            m_drawn.add(place, shown);
    }

    void look(QWidget& widget)
    {
        const QString place = placeOf(widget);
        add(place + QStringLiteral("accessible name"), widget.accessibleName());
        if (auto* label = qobject_cast<QLabel*>(&widget))
            look(*label, place);
        else if (auto* button = qobject_cast<QAbstractButton*>(&widget))
            add(place, withoutMnemonics(button->text()));
        else if (auto* edit = qobject_cast<QTextEdit*>(&widget))
            look(*edit->document(), place);
        else if (auto* plain = qobject_cast<QPlainTextEdit*>(&widget))
            add(place, plain->toPlainText());
        else if (auto* line = qobject_cast<QLineEdit*>(&widget))
            add(place, line->text());
        else if (auto* group = qobject_cast<QGroupBox*>(&widget))
            add(place, withoutMnemonics(group->title()));
        else if (auto* view = qobject_cast<QAbstractItemView*>(&widget))
            look(*view, place);
        if (auto* button = qobject_cast<QPushButton*>(&widget); button && button->menu())
            for (const QAction* action : button->menu()->findChildren<QAction*>())
                look(*action);
        if (auto* tabs = qobject_cast<QTabBar*>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(place, withoutMnemonics(tabs->tabText(i)));
        if (auto* combo = qobject_cast<QComboBox*>(&widget))
            for (int i = 0; i < combo->count(); ++i)
                add(place, combo->itemText(i));
        if (m_see)
            seeHidden(widget, place);
        if (!widget.whatsThis().isEmpty())
            m_drawn.faults << place + QStringLiteral("what's this, which may be HTML");
        if (saysHostile(widget.toolTip()))
            lookAtTip(widget, widget.rect().center(), place);
    }

    /// Nobody's words, but ours.
    void seeHidden(const QWidget& widget, const QString& place)
    {
        m_see(place + QStringLiteral("tooltip"), widget.toolTip());
        m_see(place + QStringLiteral("description"), widget.accessibleDescription());
        if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
            m_see(place + QStringLiteral("placeholder"), line->placeholderText());
        if (const auto* plain = qobject_cast<const QPlainTextEdit*>(&widget))
            m_see(place + QStringLiteral("placeholder"), plain->placeholderText());
    }

    void look(const QLabel& label, const QString& place)
    {
        if (hasMarkup(label)) {
            QTextDocument document;
            document.setHtml(label.text());
            look(document, place);
            return;
        }
        if (label.textFormat() != Qt::PlainText)
            m_drawn.faults << place + QStringLiteral("not plain: ") + label.text();
        add(place, label.buddy() ? withoutMnemonics(label.text()) : label.text());
    }

    void look(const QAction& action)
    {
        const QString place = QStringLiteral("action ") + action.text();
        add(place, withoutMnemonics(action.text()));
        add(place + QStringLiteral(", tooltip"), action.toolTip());
        if (saysHostile(action.text()) && action.text().contains(u'\t'))
            m_drawn.faults << place + QStringLiteral(": words as a shortcut");
    }

    void look(QAbstractItemView& view, const QString& place)
    {
        const QAbstractItemModel* model = view.model();
        if (!model || view.inherits("QHeaderView"))
            return;
        for (int column = 0; column < model->columnCount(); ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                add(place + QStringLiteral("header"),
                    model->headerData(column, Qt::Horizontal, role).toString());
        bool tipSeen = false;
        look(view, *model, {}, place, tipSeen);
    }

    void look(QAbstractItemView& view, const QAbstractItemModel& model, const QModelIndex& parent,
              const QString& place, bool& tipSeen)
    {
        for (int row = 0; row < std::min(kMostRows, model.rowCount(parent)); ++row)
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                    add(place, index.data(role).toString());
                const QRect cell = view.visualRect(index);
                if (!tipSeen && saysHostile(index.data(Qt::ToolTipRole).toString()) &&
                    view.viewport()->rect().contains(cell.center())) {
                    tipSeen = true;
                    lookAtTip(*view.viewport(), cell.center(), place);
                }
                if (column == 0 && model.hasChildren(index))
                    look(view, model, index, place, tipSeen);
            }
    }

    /// As if the mouse rested there.
    void lookAtTip(QWidget& widget, const QPoint& where, const QString& place)
    {
        QHelpEvent rests(QEvent::ToolTip, where, widget.mapToGlobal(where));
        QApplication::sendEvent(&widget, &rests);
        QLabel* const tip = shownTip();
        if (!tip)
            return;
        if (tip->textFormat() != Qt::PlainText)
            m_drawn.faults << place + QStringLiteral("tooltip not plain");
        add(place + QStringLiteral("tooltip"), tip->text());
        tip->close();
    }

    See m_see;  ///< instead of m_drawn
    Drawn m_drawn;
};

}  // namespace

QString placeOf(const QWidget& widget)
{
    QString path;
    for (const QWidget* w = &widget; w; w = w->parentWidget())
        if (!w->objectName().isEmpty() || w == &widget)
            path.prepend(QString::fromLatin1(w->metaObject()->className()) + u'#' +
                         w->objectName() + QStringLiteral(" / "));
    return path;
}

QString hostileWords()
{
    return QStringLiteral(
        "Zq<h1>big</h1><img src=\"file:///etc/hostname\">A & B &lt;%1%2%n{x}[*]qZ");
}

QString hostileName()
{
    return QStringLiteral("Yq<h1>big<img src='x.png'>A & B &lt;%1%2%n{x}[*]qY");
}

QString hostileVersion()
{
    return QStringLiteral("Xq<img src='x'>A & B &lt;%1[*]qX");
}

void Drawn::add(const QString& place, const QString& shown)
{
    if (!saysHostile(shown))
        return;
    ++places;
    const QString line = QString(shown).replace(u'\n', u' ');
    for (const QString& whole : hostile())
        if (!isWhole(whole, line))
            faults << place + QStringLiteral(": ") + shown;
}

void eachText(QWidget& root, const std::function<void(const QString&, const QString&)>& see)
{
    Look(see).at(root);
}

Drawn drawnIn(QWidget& root)
{
    return Look().at(root);
}

Drawn drawnIn(const QTextDocument& document)
{
    Look look;
    look.look(document, QStringLiteral("document"));
    return look.drawn();
}

Drawn drawnInHtml(const QString& html)
{
    QTextDocument document;
    document.setHtml(html);
    return drawnIn(document);
}

}  // namespace homeward::ui::test
