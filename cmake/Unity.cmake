# Sources of one target that stand in one folder are read as one, so that the headers and templates they share are
# parsed and instantiated once for all of them (docs/adr/0018-build.md). The presets `dev` and `fuzz` build without,
# where each source stands alone.
option(HOMEWARD_UNITY "Read several sources of a target as one" OFF)

# The larger, the less work in all and the longer the wait after one touched source, which must stay under 20 s.
set(HOMEWARD_UNITY_SOURCES 8 CACHE STRING "How many sources are read as one at most")
mark_as_advanced(HOMEWARD_UNITY_SOURCES)

# homeward_unity(<target>), after its last source is named.
# A group never reaches over the folders right below the target's: a new source moves its neighbours only.
function(homeward_unity target)
    if(NOT HOMEWARD_UNITY)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    get_target_property(root ${target} SOURCE_DIR)
    set(folders "")
    foreach(source IN LISTS sources)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${root}" NORMALIZE)
        cmake_path(IS_PREFIX root "${source}" is_ours)
        if(is_ours AND source MATCHES "\\.cpp$")
            cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${root}" OUTPUT_VARIABLE below)
            set(folder here)
            if(below MATCHES "^([^/]+)/")
                set(folder "in_${CMAKE_MATCH_1}")
            endif()
            list(APPEND folders ${folder})
            list(APPEND ${folder} "${source}")
        endif()
    endforeach()
    list(REMOVE_DUPLICATES folders)
    foreach(folder IN LISTS folders)
        homeward_unity_groups(${folder} "${${folder}}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # GCC takes each source of a group for a header, whose types others see. The preset `dev` still asks it.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

# Evenly: nine sources are two groups of five and four, never eight and a straggler.
function(homeward_unity_groups folder sources)
    list(SORT sources)
    list(LENGTH sources count)
    if(count EQUAL 1)
        return()
    endif()
    math(EXPR groups "(${count} + ${HOMEWARD_UNITY_SOURCES} - 1) / ${HOMEWARD_UNITY_SOURCES}")
    set(index 0)
    foreach(source IN LISTS sources)
        math(EXPR group "${index} * ${groups} / ${count}")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${folder}_${group}")
        math(EXPR index "${index} + 1")
    endforeach()
endfunction()
