#pragma once

#include <QTranslator>

namespace homeward::ui {

/// Plurals of the source language: "%n child(ren) (is|are) new" becomes "1 child is new" or
/// "2 children are new". Languages
/// with a translation file have their own forms there.
class EnglishPlurals final : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* disambiguation,
                      int count) const override;
    bool isEmpty() const override { return false; }
};

}  // namespace homeward::ui
