#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QTranslator>
#include <map>
#include <memory>

#include "documents/message_catalogue.h"
#include "ui/shared/words/english_plurals.h"

namespace homeward::ui {

/// A language that the program speaks.
struct Language {
    QString key;   ///< "en"
    QString name;  ///< as it calls itself: "English"
};

/// Which languages there are, and the one in use: sentences of the catalogue, words of the window,
/// Qt's own words, names of days and months. A language is a catalogue and a translation; those
/// built into the program, and those that the folder named by HOMEWARD_LANGUAGES holds as
/// <key>.json and homeward_<key>.qm, for whoever works on one.
class Languages {
public:
    /// In English until use(); after the application was made.
    static Languages& instance();

    QList<Language> all();  ///< English first
    QString current() const { return m_current; }
    /// The first of those that the person reads, by the settings of the system, that there is.
    QString preferred();
    /// From now on. What is on screen keeps its words until it is made anew. False: there is no
    /// such language, or it does not read; nothing changed.
    bool use(const QString& key);

private:
    Languages();
    const documents::MessageCatalogue* find(const QString& key);
    void setLocale(const QString& key) const;

    QString m_folder;    ///< of languages that somebody works on; empty: none
    QLocale m_computer;  ///< how this computer writes days and numbers
    QString m_current;
    EnglishPlurals m_plurals;
    std::unique_ptr<QTranslator> m_window;
    std::unique_ptr<QTranslator> m_toolkit;
    std::map<QString, std::unique_ptr<const documents::MessageCatalogue>> m_catalogues;
};

}  // namespace homeward::ui
