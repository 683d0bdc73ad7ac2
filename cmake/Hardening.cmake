# What every program and library is compiled with so that a mistake in handling memory ends the program
# instead of opening it: stack protector, checked library calls, addresses that move, tables that
# cannot be rewritten, no executable stack. tests/checks/check_hardening.py reads it back from the binaries.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_library(homeward_hardening INTERFACE)
target_compile_options(homeward_hardening INTERFACE -fstack-protector-strong -fstack-clash-protection
    $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection=full>)
if(NOT HOMEWARD_SANITIZE AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    # FORTIFY_SOURCE needs an optimiser and gets in the sanitizers' way.
    target_compile_options(homeward_hardening INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
endif()
target_link_options(homeward_hardening INTERFACE -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
