# The table of readings, made at build time from ICU's Han-Latin transliteration.
add_executable(tabularium_make_readings ${CMAKE_CURRENT_LIST_DIR}/generate/readings.cc)
target_link_libraries(tabularium_make_readings PRIVATE PkgConfig::icu tabularium_options)
set_target_properties(tabularium_make_readings PROPERTIES
  RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
add_custom_command(
  OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/readings.inc
  COMMAND tabularium_make_readings > ${CMAKE_CURRENT_BINARY_DIR}/readings.inc
  DEPENDS tabularium_make_readings
  COMMENT "Making the table of readings" VERBATIM)
target_sources(tabularium_text PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/readings.inc)
target_include_directories(tabularium_text PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
