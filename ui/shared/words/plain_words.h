#pragma once

#include <QString>
#include <QStringList>
#include <QTextBrowser>
#include <QTextDocument>

class QApplication;
class QLabel;

namespace homeward::ui {

/// From now on every label, tooltip and message box of `application` draws letters, whatever its
/// text looks like: `setMarkup` is the only way to anything else. Once, GUI thread.
void drawWordsAsLetters(QApplication& application);

/// A fixed sentence of ours in HTML with words in it, which are letters there.
class Markup {
public:
    Markup() = default;
    /// %1 to %9 of `sentence` stand for `words`; a %1 within the words is two letters.
    explicit Markup(const QString& sentence, const QStringList& words = {});

    /// Of a document built elsewhere, where every word was escaped.
    static Markup ofHtml(const QString& html);

    Markup& operator+=(const Markup& other);
    const QString& html() const { return m_html; }

private:
    QString m_html;
};

/// A document that loads no file, picture or address because of its text.
class WordsDocument final : public QTextDocument {
    Q_OBJECT
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int type, const QUrl& name) override;
};

/// Such a document on the screen, to read; links go nowhere.
class WordsBrowser final : public QTextBrowser {
    Q_OBJECT
public:
    explicit WordsBrowser(QWidget* parent = nullptr);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
};

void setMarkup(QLabel& label, const Markup& markup);
void setMarkup(QTextDocument& document, const Markup& markup);
/// Whether `setMarkup` wrote it.
bool hasMarkup(const QLabel& label);

/// For buttons, menus, tabs and labels with a buddy, which take "&b" for an underlined b.
QString buttonWords(const QString& words);
/// For title bars, which take "[*]" for the mark of unsaved changes.
QString titleWords(const QString& words);
/// For the name of a new file: without what a file system takes for folders, drives or patterns.
QString fileNameWords(const QString& words);
/// For tooltips of whole sentences: broken into lines, which tooltips do not do by themselves.
QString tipWords(const QString& words);

}  // namespace homeward::ui
