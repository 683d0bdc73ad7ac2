#include "ui/shared/words/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <algorithm>

#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kEnglish = u"en"_s;
const QString kBuiltIn = u":/translations"_s;

QString fileName(const QString& key)
{
    return u"homeward_%1.qm"_s.arg(key);
}

}  // namespace

Languages& Languages::instance()
{
    static Languages languages;
    return languages;
}

Languages::Languages() : m_folder(qEnvironmentVariable("HOMEWARD_LANGUAGES")), m_current(kEnglish)
{
    QCoreApplication::installTranslator(&m_plurals);
}

QList<Language> Languages::all()
{
    QStringList keys;
    for (const std::string& key : documents::MessageCatalogue::languages())
        keys << text(key);
    if (!m_folder.isEmpty())
        for (const QString& file : QDir(m_folder).entryList({u"*.json"_s}, QDir::Files))
            keys << file.chopped(5);
    keys.removeDuplicates();
    QList<Language> languages;
    for (const QString& key : std::as_const(keys))
        if (const auto* words = find(key))
            languages << Language{key, text(words->text("language.name"))};
    std::stable_sort(languages.begin(), languages.end(), [](const Language& a, const Language& b) {
        return std::pair(a.key != kEnglish, a.name) < std::pair(b.key != kEnglish, b.name);
    });
    return languages;
}

QString Languages::preferred()
{
    const QList<Language> there = all();
    for (const QString& read : QLocale::system().uiLanguages())
        for (const Language& language : there)
            if (read.section(u'-', 0, 0) == language.key)
                return language.key;
    return kEnglish;
}

const documents::MessageCatalogue* Languages::find(const QString& key)
{
    if (const auto known = m_catalogues.find(key); known != m_catalogues.end())
        return known->second.get();
    auto words = documents::MessageCatalogue::load(utf8(key));
    if (!words && !m_folder.isEmpty()) {
        QFile file(QDir(m_folder).filePath(key + u".json"_s));
        if (file.open(QIODevice::ReadOnly))
            words = documents::MessageCatalogue::parse(file.readAll().toStdString());
    }
    if (!words)
        return nullptr;
    return m_catalogues
        .emplace(key, std::make_unique<documents::MessageCatalogue>(std::move(words).value()))
        .first->second.get();
}

bool Languages::use(const QString& key)
{
    const auto* words = find(key);
    if (!words)
        return false;
    auto window = std::make_unique<QTranslator>();
    auto toolkit = std::make_unique<QTranslator>();
    if (key != kEnglish && !window->load(fileName(key), kBuiltIn) &&
        (m_folder.isEmpty() || !window->load(fileName(key), m_folder)))
        return false;
    // Those in use before go with their objects.
    m_toolkit = std::move(toolkit);
    m_window = std::move(window);
    if (key != kEnglish) {
        if (m_toolkit->load(u"qtbase_"_s + key, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(m_toolkit.get());
        QCoreApplication::installTranslator(m_window.get());
    }
    useCatalogue(*words);
    setLocale(key);
    m_current = key;
    return true;
}

void Languages::setLocale(const QString& key) const
{
    const QLocale spoken(key);
    const bool known = spoken.language() != QLocale::C;
    QLocale::setDefault(known && key != kEnglish && spoken.language() != m_computer.language()
                            ? QLocale(spoken.language(), QLocale::UnitedKingdom)
                            : m_computer);
}

}  // namespace homeward::ui
