# What nearly every source includes is read once for each kind of target; kinds are split by what must be
# equal for the compiler: libraries are position independent, programs are not. Each kind has a target of
# its own that only compiles the header, without the definitions of anybody's libraries.
# Sources still include what they use: the preset `fuzz` builds without (HOMEWARD_PRECOMPILE=OFF).
option(HOMEWARD_PRECOMPILE "Precompile the headers that nearly every source includes" ON)

set(HOMEWARD_STD_HEADERS <algorithm> <array> <cmath> <cstdint> <filesystem> <fstream> <functional> <map> <memory>
    <optional> <set> <sstream> <string> <string_view> <utility> <vector>)
set(HOMEWARD_MODEL_HEADERS ${HOMEWARD_STD_HEADERS} <QAbstractTableModel> <QCoreApplication> <QLocale> <QObject>
    <QPointer> <QSettings> <QString> <QStringList> <QTimer> <QVariant>)
set(HOMEWARD_PAGE_HEADERS ${HOMEWARD_MODEL_HEADERS} <QtWidgets>)

# homeward_headers(<kind> LIBRARY|PROGRAM USES <target>... HEADERS <header>...)
function(homeward_headers kind type)
    cmake_parse_arguments(ARG "" "" "USES;HEADERS" ${ARGN})
    if(NOT HOMEWARD_PRECOMPILE)
        return()
    endif()
    set(source "${CMAKE_BINARY_DIR}/precompiled.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "int main()\n{\n    return 0;\n}\n" @ONLY)
    if(type STREQUAL "PROGRAM")
        add_executable(homeward_${kind}_headers "${source}")
    else()
        add_library(homeward_${kind}_headers OBJECT "${source}")
    endif()
    target_link_libraries(homeward_${kind}_headers PRIVATE homeward_options ${ARG_USES})
    homeward_precompile_options(homeward_${kind}_headers)
    target_precompile_headers(homeward_${kind}_headers PRIVATE ${ARG_HEADERS})
endfunction()

# homeward_precompile(<target> <kind>)
function(homeward_precompile target kind)
    if(HOMEWARD_PRECOMPILE)
        homeward_precompile_options(${target})
        target_precompile_headers(${target} REUSE_FROM homeward_${kind}_headers)
    endif()
endfunction()

function(homeward_precompile_options target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Without the first ccache cannot tell whether the header changed. GCC 12 forgets that inlined
        # std::string comes from a system header once that is precompiled, and warns of itself (its bug 105651).
        target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
    endif()
endfunction()
