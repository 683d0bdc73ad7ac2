#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <functional>

class QTextDocument;
class QWidget;

namespace homeward::app {
class Session;
}

namespace homeward::ui::test {

/// Words that HTML, buttons, title bars, tr() and catalogues would each take for something else.
QString hostileWords();
/// The same, that a file may be called and a cell of a CSV file may say.
QString hostileName();
/// The same, short enough for the version of a framework.
QString hostileVersion();

/// A copy of the demonstration in which every field that people, returns or files fill says
/// hostileWords(): children, homes, providers, accounts, assessments, skills, a draft, a decision,
/// and the framework with all its sentences.
std::filesystem::path hostileAuthority();
/// The session's authority goes by hostileWords(), as from a strange keys.json.
void sayHostileAuthority(app::Session& session);

/// Where a widget is: classes and object names from the window down.
QString placeOf(const QWidget& widget);

/// What is to be shown, and how it would be drawn as anything but its letters.
struct Drawn {
    QStringList faults;  ///< one line for each place
    int places = 0;      ///< that show hostileWords() at all
    void add(const QString& place, const QString& shown);
};

/// Every text of `root` that can be seen or is read aloud: where it is, and what it says.
void eachText(QWidget& root, const std::function<void(const QString&, const QString&)>& see);

/// Every widget of `root` that can be seen, its actions, its models, its title and every tooltip.
Drawn drawnIn(QWidget& root);
Drawn drawnIn(const QTextDocument& document);
Drawn drawnInHtml(const QString& html);

}  // namespace homeward::ui::test
