# SPDX-License-Identifier: GPL-3.0-or-later
# In nlohmann's header the literal "…"_json makes the compiler write out the whole parser in every source that reads it,
# which is half a second and more of each, used or not. We do not use it: our copy of the header has its declaration only.
# The header of another version is read as it is.
get_target_property(json_folder nlohmann_json::nlohmann_json INTERFACE_INCLUDE_DIRECTORIES)
list(GET json_folder 0 json_folder)
file(READ ${json_folder}/nlohmann/json.hpp json_header)
string(REPLACE "\n{\n    return nlohmann::json::parse(s, s + n);\n}" ";" json_header "${json_header}")
set(json_folder ${CMAKE_BINARY_DIR}/json)
set(json_before "")
if(EXISTS ${json_folder}/nlohmann/json.hpp)
  file(READ ${json_folder}/nlohmann/json.hpp json_before)
endif()
if(NOT json_before STREQUAL json_header)
  file(WRITE ${json_folder}/nlohmann/json.hpp "${json_header}")
endif()
target_include_directories(tenantry_options SYSTEM INTERFACE ${json_folder})
