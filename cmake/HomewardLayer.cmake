# homeward_layer(<name> SOURCES ... [USES <layer>...] [LIBRARIES <target>...])
# One static library per layer of docs/architecture.md: target homeward_<name>.
# USES names the layers whose headers it may include; LIBRARIES are private third-party targets.
function(homeward_layer name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
    add_library(homeward_${name} STATIC ${ARG_SOURCES})
    target_include_directories(homeward_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(homeward_${name} PUBLIC homeward_options)
    foreach(layer IN LISTS ARG_USES)
        target_link_libraries(homeward_${name} PUBLIC homeward_${layer})
    endforeach()
    target_link_libraries(homeward_${name} PRIVATE ${ARG_LIBRARIES})
endfunction()

# homeward_test(<name> SOURCES ... USES <target>...)
# One Catch2 program, run by ctest under its own name.
function(homeward_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PRIVATE ${ARG_USES} homeward_test_support)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 600)
endfunction()
