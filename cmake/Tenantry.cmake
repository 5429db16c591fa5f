# SPDX-License-Identifier: GPL-3.0-or-later
# One static library per folder, one executable per test: the functions that every CMakeLists.txt of the house uses.

add_library(tenantry_options INTERFACE)
target_compile_options(tenantry_options INTERFACE -Wall -Wextra -Wpedantic -Werror -Wshadow
                                                  -Wnon-virtual-dtor -Wno-error=deprecated-declarations
                                                  # gcc 12 sees uninitialized members in optimized nlohmann::json that are none
                                                  -Wno-maybe-uninitialized -Wno-error=array-bounds)
target_compile_definitions(
  tenantry_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
                             QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400
                             SPDLOG_ACTIVE_LEVEL=SPDLOG_LEVEL_DEBUG)
target_include_directories(tenantry_options INTERFACE ${PROJECT_SOURCE_DIR})
include(${CMAKE_CURRENT_LIST_DIR}/JsonWithoutLiteral.cmake)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # A precompiled header is most of what gcc has in memory: collecting garbage in it takes a tenth of the time.
  target_compile_options(tenantry_options INTERFACE --param=ggc-min-heapsize=1048576)
endif()
if(TENANTRY_SANITIZE)
  # Without the checks of every pointer that is followed: the address sanitizer sees the wrong ones, and they are two fifths
  # of what there is to compile. What arithmetic, conversions and bounds do wrong is found.
  target_compile_options(
    tenantry_options INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,object-size,pointer-overflow
                               -fno-sanitize-recover=undefined -fno-omit-frame-pointer
                               $<$<BOOL:$<TARGET_PROPERTY:TENANTRY_UNCHECKED>>:-fno-sanitize=undefined>)
  target_link_options(tenantry_options INTERFACE -fsanitize=address,undefined)
endif()
if(TENANTRY_UNITY)
  # In the one source, what a class keeps to its file is in a header, and a parameter may be named like what another
  # file keeps to itself.
  target_compile_options(tenantry_options INTERFACE -Wno-subobject-linkage -Wno-shadow -Wshadow=local)
endif()
# The programs' memory: a run of billing builds and drops millions of small values on several threads. First among what
# they link, so that its malloc is the one; the sanitizers bring their own.
add_library(tenantry_allocator INTERFACE)
if(NOT TENANTRY_SANITIZE)
  find_package(mimalloc 2 REQUIRED)
  target_link_libraries(tenantry_allocator INTERFACE mimalloc)
  target_sources(tenantry_allocator INTERFACE ${PROJECT_SOURCE_DIR}/app/allocator.cpp)
endif()
find_program(TENANTRY_MOLD mold)
if(TENANTRY_MOLD)
  target_link_options(tenantry_options INTERFACE -fuse-ld=mold)
endif()

# tenantry_library([MOC] [QRC files…] [DEPENDS targets…])
# The target is named after the folder: services/core -> tenantry_services_core. Sources are globbed.
function(tenantry_library)
  cmake_parse_arguments(ARG "MOC" "" "DEPENDS;QRC" ${ARGN})
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE "/" "_" name "tenantry_${folder}")
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(${name} STATIC ${sources} ${ARG_QRC})
  target_link_libraries(${name} PUBLIC tenantry_options ${ARG_DEPENDS})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  if(ARG_MOC)
    tenantry_moc(${name})
  endif()
  if(ARG_QRC)
    set_target_properties(${name} PROPERTIES AUTORCC ON)
  endif()
  tenantry_precompile(${name} "${folder}")
  if(NOT folder STREQUAL benchmarks) # each bench has the same few names
    tenantry_one_source(${name})
  endif()
endfunction()

# moc for each header of the folder, and all that it writes in one source: automoc would first look which of them need it,
# which takes many times as long, and keeps its source out of the one of TENANTRY_UNITY.
function(tenantry_moc name)
  file(GLOB headers CONFIGURE_DEPENDS *.h)
  qt6_wrap_cpp(written ${headers} OPTIONS --no-notes)
  set(includes "")
  foreach(file IN LISTS written)
    get_filename_component(file ${file} NAME)
    string(APPEND includes "#include \"${file}\"\n")
  endforeach()
  file(CONFIGURE OUTPUT ${name}_mocs.cpp CONTENT "${includes}")
  set_source_files_properties(${written} PROPERTIES HEADER_FILE_ONLY ON)
  target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_mocs.cpp ${written})
endfunction()

# With TENANTRY_UNITY the target's sources are compiled as one.
function(tenantry_one_source name)
  if(TENANTRY_UNITY)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  endif()
endfunction()

# A few precompiled headers serve the whole house, each target uses that of its room: `precompiled` services/core and
# services/store, `_store` whatever stands above the store, `_models` the facades, `_widgets` ui/theme and ui/widgets,
# `_panes` the rest of ui with all of those, `_tests` the tests without windows.
function(tenantry_precompiled_header name header)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "// the body of a precompiled header\n")
  add_library(${name} STATIC ${CMAKE_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE tenantry_options ${ARGN})
  target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/${header})
endfunction()
# The compiler takes a precompiled header only where the definitions are those it was made with.
set(tenantry_precompiled_needs Qt6::Core tl::expected nlohmann_json::nlohmann_json Boost::headers)
# Qt's test header looks at these; the first two differ from folder to folder and find test data, which ours do without.
set(tenantry_precompiled_tests_options -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR -UQT_GUI_LIB
                                       -UQT_WIDGETS_LIB -UQT_NETWORK_LIB)
if(TENANTRY_SANITIZE)
  list(APPEND tenantry_precompiled_tests_options -O0) # the header is only for tests: a third less to compile
endif()
tenantry_precompiled_header(tenantry_precompiled precompiled.h ${tenantry_precompiled_needs})
tenantry_precompiled_header(tenantry_precompiled_store precompiled_store.h ${tenantry_precompiled_needs})
tenantry_precompiled_header(tenantry_precompiled_models precompiled_models.h ${tenantry_precompiled_needs})
tenantry_precompiled_header(tenantry_precompiled_widgets precompiled_widgets.h Qt6::Widgets)
tenantry_precompiled_header(tenantry_precompiled_panes precompiled_panes.h ${tenantry_precompiled_needs} Qt6::Widgets)
tenantry_precompiled_header(tenantry_precompiled_tests precompiled_tests.h ${tenantry_precompiled_needs} Qt6::Test)
target_compile_options(tenantry_precompiled_tests PRIVATE ${tenantry_precompiled_tests_options})

function(tenantry_precompile name folder)
  set(suffix _store)
  if(folder MATCHES "^services/(core|store)$")
    set(suffix "")
  elseif(folder MATCHES "^models/")
    set(suffix _models)
  elseif(folder MATCHES "^ui/(theme|widgets|gallery)$")
    set(suffix _widgets)
  elseif(folder MATCHES "^(ui/|app/desktop$)")
    set(suffix _panes)
  elseif(folder STREQUAL "tests")
    set(suffix _tests)
    target_compile_options(${name} PRIVATE ${tenantry_precompiled_tests_options})
  endif()
  if(NOT suffix STREQUAL "_widgets")
    target_link_libraries(${name} PRIVATE ${tenantry_precompiled_needs})
  endif()
  target_precompile_headers(${name} REUSE_FROM tenantry_precompiled${suffix})
endfunction()

# tenantry_test(tst_name.cpp [TIMEOUT seconds] [SOURCES files…] DEPENDS targets…): a Qt Test executable, run from the source
# tree's root.
# With TENANTRY_UNITY all tests of a folder are compiled as one, which takes a fifth of the time: build/…/tests/tst_name is
# then a link to the program of its folder, which runs the test it is called by. Each test is a process of its own still.
function(tenantry_test source)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPENDS" ${ARGN})
  get_filename_component(name ${source} NAME_WE)
  # A test includes its own .moc, which is all that it has: automoc would take ten times as long to find that out.
  qt6_generate_moc(${source} ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc)
  set(sources ${ARG_SOURCES} ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc)
  if(TENANTRY_UNITY)
    get_property(known DIRECTORY PROPERTY TENANTRY_TESTS)
    if(NOT known)
      cmake_language(DEFER CALL tenantry_tests_of_folder)
    endif()
    set_property(DIRECTORY APPEND PROPERTY TENANTRY_TESTS ${name})
    set_property(DIRECTORY APPEND PROPERTY TENANTRY_TEST_SOURCES ${sources})
    set_property(DIRECTORY APPEND PROPERTY TENANTRY_TEST_DEPENDS ${ARG_DEPENDS})
    add_custom_target(${name})
  else()
    tenantry_test_program(${name} ${source} ${sources} DEPENDS ${ARG_DEPENDS})
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_test(NAME ${name} COMMAND ${CMAKE_BINARY_DIR}/tests/${name} -maxwarnings 0 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(
    ${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT
                       "QT_QPA_PLATFORM=offscreen;TZ=UTC;QTEST_FUNCTION_TIMEOUT=900000;TENANTRY_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# The one program of the folder's tests; runs when all of them are known.
function(tenantry_tests_of_folder)
  get_property(tests DIRECTORY PROPERTY TENANTRY_TESTS)
  get_property(sources DIRECTORY PROPERTY TENANTRY_TEST_SOURCES)
  get_property(depends DIRECTORY PROPERTY TENANTRY_TEST_DEPENDS)
  list(REMOVE_DUPLICATES depends)
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE "/" "_" program "tests_${folder}")
  set(includes "")
  set(rows "")
  foreach(test IN LISTS tests)
    string(APPEND includes "#define main main_of_${test}\n#include \"${CMAKE_CURRENT_SOURCE_DIR}/${test}.cpp\"\n#undef main\n")
    string(APPEND rows "    {\"${test}\", main_of_${test}},\n")
    add_dependencies(${test} ${program})
    file(CREATE_LINK ${program} ${CMAKE_BINARY_DIR}/tests/${test} SYMBOLIC)
  endforeach()
  configure_file(${PROJECT_SOURCE_DIR}/cmake/tests_of_folder.cpp.in ${program}.cpp @ONLY)
  tenantry_test_program(${program} ${CMAKE_CURRENT_BINARY_DIR}/${program}.cpp ${sources} DEPENDS ${depends})
endfunction()

# Half of what there is to compile are tests. They are compiled quickly, for what matters of them is what they call: with
# little optimization, without lines for a debugger (the preset dev has them), and without the checks of undefined
# behaviour in their own lines.
function(tenantry_test_program name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests TENANTRY_UNCHECKED ON)
  target_include_directories(${name} BEFORE PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
  target_link_libraries(${name} PRIVATE tenantry_options Qt6::Test ${ARG_DEPENDS})
  target_compile_options(${name} PRIVATE "$<$<CONFIG:RelWithDebInfo>:-Og;-g0>")
  if(TENANTRY_SANITIZE)
    target_compile_options(${name} PRIVATE -Og -g0)
  endif()
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  if(folder MATCHES "^(ui|models)/")
    tenantry_precompile(${name} "${folder}")
  else()
    tenantry_precompile(${name} tests)
  endif()
endfunction()
