#include "ui/shared/words/plain_words.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QImage>
#include <QLabel>
#include <QVariant>

namespace homeward::ui {

namespace {

constexpr char kMarkup[] = "ownMarkup";
constexpr int kTipCharacters = 76;

/// What no `setMarkup` wrote is letters.
void makePlain(QObject* object)
{
    if (auto* label = qobject_cast<QLabel*>(object); label && !hasMarkup(*label))
        label->setTextFormat(Qt::PlainText);
}

/// Tooltips and message boxes are labels too, and each is polished before it is measured or drawn.
class LettersOnly final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Polish)
            makePlain(watched);
        return false;
    }
};

/// A screen reader may be told of a label long before it is polished.
QAccessibleInterface* plainBeforeSpoken(const QString& /*className*/, QObject* object)
{
    makePlain(object);
    return nullptr;  // Qt's own speaks it
}

/// A picture that is there and shows nothing: where there is none, Qt looks for a file itself.
QVariant nothing()
{
    QImage blank(1, 1, QImage::Format_ARGB32);
    blank.fill(Qt::transparent);
    return blank;
}

}  // namespace

void drawWordsAsLetters(QApplication& application)
{
    application.installEventFilter(new LettersOnly(&application));
    QAccessible::installFactory(plainBeforeSpoken);
}

QVariant WordsDocument::loadResource(int /*type*/, const QUrl& /*name*/)
{
    return nothing();
}

WordsBrowser::WordsBrowser(QWidget* parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
}

QVariant WordsBrowser::loadResource(int /*type*/, const QUrl& /*name*/)
{
    return nothing();
}

Markup::Markup(const QString& sentence, const QStringList& words)
{
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int number =
            sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (number < 1 || number > words.size()) {
            m_html += sentence[i];
            continue;
        }
        m_html += words[number - 1].toHtmlEscaped();
        ++i;
    }
}

Markup Markup::ofHtml(const QString& html)
{
    Markup markup;
    markup.m_html = html;
    return markup;
}

Markup& Markup::operator+=(const Markup& other)
{
    m_html += other.m_html;
    return *this;
}

void setMarkup(QLabel& label, const Markup& markup)
{
    label.setProperty(kMarkup, true);
    label.setTextFormat(Qt::RichText);
    label.setText(markup.html());
}

void setMarkup(QTextDocument& document, const Markup& markup)
{
    document.setHtml(markup.html());
}

bool hasMarkup(const QLabel& label)
{
    return label.property(kMarkup).toBool();
}

QString buttonWords(const QString& words)
{
    // What follows a tab is drawn as the shortcut of a menu entry.
    return QString(words).replace(u'&', QStringLiteral("&&")).replace(u'\t', u' ');
}

QString titleWords(const QString& words)
{
    return QString(words).replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

QString fileNameWords(const QString& words)
{
    QString name = words;
    for (QChar& letter : name)
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format ||
            QStringLiteral("/\\:*?\"<>|").contains(letter))
            letter = u'-';
    return name;
}

QString tipWords(const QString& words)
{
    QString lines;
    qsizetype length = 0;
    for (const QString& word : words.split(u' ')) {
        if (!lines.isEmpty())
            lines += length + word.size() < kTipCharacters ? u' ' : u'\n';
        lines += word;
        length = lines.size() - (lines.lastIndexOf(u'\n') + 1);
    }
    return lines;
}

}  // namespace homeward::ui
