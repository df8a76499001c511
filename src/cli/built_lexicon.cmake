# The lexicons of grammar/, compiled with the program.
file(GLOB lexicons CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/grammar/*.lexicon)
set(built_lexicon ${CMAKE_CURRENT_BINARY_DIR}/lexicon)
add_executable(tabularium_make_lexicon ${CMAKE_CURRENT_LIST_DIR}/generate/lexicon.cc)
target_link_libraries(tabularium_make_lexicon PRIVATE tabularium::compile tabularium_options)
set_target_properties(tabularium_make_lexicon PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
add_custom_command(
  OUTPUT ${built_lexicon}.image ${built_lexicon}.source
  COMMAND tabularium_make_lexicon ${built_lexicon} ${lexicons}
  DEPENDS tabularium_make_lexicon ${lexicons}
  COMMENT "Compiling the lexicons" VERBATIM)
set_source_files_properties(built_lexicon.cc PROPERTIES
  OBJECT_DEPENDS "${built_lexicon}.image;${built_lexicon}.source"
  COMPILE_DEFINITIONS "TABULARIUM_BUILT_LEXICON=\"${built_lexicon}\"")
