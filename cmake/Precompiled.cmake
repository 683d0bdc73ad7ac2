# What nearly every source includes is read once. A target names its kind; the header is compiled with
# the first target of that kind and taken over by the others, so kinds are split by what must be equal
# for the compiler: libraries are position independent, programs are not.
# Sources still include what they use: the preset `fuzz` builds without (HOMEWARD_PRECOMPILE=OFF).
option(HOMEWARD_PRECOMPILE "Precompile the headers that nearly every source includes" ON)

set(HOMEWARD_STD_HEADERS <algorithm> <array> <cmath> <cstdint> <filesystem> <fstream> <functional> <map> <memory>
    <optional> <set> <sstream> <string> <string_view> <utility> <vector>)
set(HOMEWARD_MODEL_HEADERS ${HOMEWARD_STD_HEADERS} <QAbstractTableModel> <QCoreApplication> <QLocale> <QObject>
    <QPointer> <QSettings> <QString> <QStringList> <QTimer> <QVariant>)
set(HOMEWARD_PAGE_HEADERS ${HOMEWARD_MODEL_HEADERS} <QtWidgets>)

# homeward_precompile(<target> <kind> <header>...)
function(homeward_precompile target kind)
    if(NOT HOMEWARD_PRECOMPILE)
        return()
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Without the first ccache cannot tell whether the header changed. GCC 12 forgets that inlined
        # std::string comes from a system header once that is precompiled, and warns of itself (its bug 105651).
        target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
    endif()
    get_property(owner GLOBAL PROPERTY homeward_precompiled_${kind})
    if(owner)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    else()
        target_precompile_headers(${target} PRIVATE ${ARGN})
        set_property(GLOBAL PROPERTY homeward_precompiled_${kind} ${target})
    endif()
endfunction()
