#pragma once

// Everything a test of a page needs, in one line.
#include <QTest>
#include <catch2/catch.hpp>

#include "tests/ui/support/canned_dialogs.h"
#include "tests/ui/support/ui_stage.h"
#include "ui/shared/place.h"

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
