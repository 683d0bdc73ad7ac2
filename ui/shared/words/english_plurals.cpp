#include "ui/shared/words/english_plurals.h"

#include <QRegularExpression>

namespace homeward::ui {

QString EnglishPlurals::translate(const char*, const char* source, const char*, int count) const
{
    // Null: the source stands as it is.
    if (count < 0 || !source)
        return {};
    static const QRegularExpression words(QStringLiteral("\\((\\w+)\\|(\\w+)\\)"));
    static const QRegularExpression ending(QStringLiteral("(?<=\\w)\\((\\w+)\\)"));
    return QString::fromUtf8(source)
        .replace(words, count == 1 ? QStringLiteral("\\1") : QStringLiteral("\\2"))
        .replace(ending, count == 1 ? QString() : QStringLiteral("\\1"));
}

}  // namespace homeward::ui
