# A language is homeward_<key>.ts here and resources/messages/<key>.json. Each homeward_<key>.ts is built into the
# program; `./dev words <key>` brings into it what the sources say.
set(translated ${CMAKE_CURRENT_BINARY_DIR}/translations)
file(MAKE_DIRECTORY ${translated})
file(GLOB translations CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/homeward_*.ts)
# What is said in headers is found only where they are.
set(HOMEWARD_LUPDATE Qt6::lupdate -silent -locations none -source-language en -I ${PROJECT_SOURCE_DIR}
    -I ${PROJECT_SOURCE_DIR}/src -recursive ${PROJECT_SOURCE_DIR}/ui)

# homeward_release(<key>.ts <file>.qm)
function(homeward_release translation binary)
    add_custom_command(OUTPUT ${binary} COMMAND Qt6::lrelease -silent ${translation} -qm ${binary}
        DEPENDS ${translation} VERBATIM)
endfunction()

set(binaries "")
foreach(translation IN LISTS translations)
    get_filename_component(name ${translation} NAME_WE)
    homeward_release(${translation} ${translated}/${name}.qm)
    list(APPEND binaries ${translated}/${name}.qm)
endforeach()
if(binaries)
    qt_add_resources(homeward_ui_pages homeward_translations PREFIX "/translations" BASE ${translated}
        FILES ${binaries})
endif()

# The language "long", made of the English: it shows what is not translated, and what does not fit. No part of the
# program; HOMEWARD_LANGUAGES=<build>/languages offers it.
if(HOMEWARD_BUILD_TESTS)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/ui/*.cpp ${PROJECT_SOURCE_DIR}/ui/*.h)
    set(HOMEWARD_LANGUAGES ${PROJECT_BINARY_DIR}/languages CACHE INTERNAL "Languages for tests")
    file(MAKE_DIRECTORY ${HOMEWARD_LANGUAGES})
    set(english ${PROJECT_SOURCE_DIR}/resources/messages/en.json)
    set(long ${translated}/homeward_long.ts)
    add_custom_command(OUTPUT ${long} ${HOMEWARD_LANGUAGES}/long.json
        COMMAND ${CMAKE_COMMAND} -E rm -f ${translated}/english.ts
        COMMAND ${HOMEWARD_LUPDATE} -target-language en -ts ${translated}/english.ts
        COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/long_language.py ${translated}/english.ts
                ${english} ${long} ${HOMEWARD_LANGUAGES}/long.json
        DEPENDS ${sources} ${english} ${CMAKE_CURRENT_LIST_DIR}/long_language.py
        COMMENT "Making the language long" VERBATIM)
    homeward_release(${long} ${HOMEWARD_LANGUAGES}/homeward_long.qm)
    add_custom_target(homeward_long_language DEPENDS ${HOMEWARD_LANGUAGES}/homeward_long.qm ${HOMEWARD_LANGUAGES}/long.json)
endif()
