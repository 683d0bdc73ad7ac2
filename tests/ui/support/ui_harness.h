#pragma once

// Everything a test of a page needs, in one line.
#include <QTest>
#include <QWidget>
#include <catch2/catch.hpp>

#include "tests/ui/support/canned_dialogs.h"
#include "tests/ui/support/ui_stage.h"
#include "ui/shared/pages/place.h"

namespace homeward::ui::test {

/// The widget of that object name within `whole`; the test ends where there is none.
template <typename T>
T& part(const QWidget& whole, const char* name)
{
    T* const found = whole.findChild<T*>(QLatin1String(name));
    INFO(name);
    REQUIRE(found);
    return *found;
}

}  // namespace homeward::ui::test

// Catch2 prints these in failures.
namespace Catch {
template <>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};
template <>
struct StringMaker<homeward::ui::Place> {
    static std::string convert(const homeward::ui::Place& place)
    {
        return (place.page + u'/' + place.record + u'/' + place.part).toStdString();
    }
};
}  // namespace Catch
