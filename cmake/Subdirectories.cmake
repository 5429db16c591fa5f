# SPDX-License-Identifier: GPL-3.0-or-later
# Adds every folder below the current one that has a CMakeLists.txt, two levels deep; a folder with a CMakeLists.txt of
# its own looks after its children itself. CMake runs again when a folder comes or goes.
file(
  GLOB lists
  RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}
  CONFIGURE_DEPENDS */CMakeLists.txt */*/CMakeLists.txt)
list(SORT lists)
foreach(list IN LISTS lists)
  get_filename_component(folder ${list} DIRECTORY)
  get_filename_component(parent "${folder}" DIRECTORY)
  if(parent STREQUAL "" OR NOT "${parent}/CMakeLists.txt" IN_LIST lists)
    add_subdirectory(${folder})
  endif()
endforeach()
