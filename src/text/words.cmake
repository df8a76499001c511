# The tables of words.h, made at build time of grammar/*.words: a language more is a file more.
file(GLOB word_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/grammar/*.words)
set(generated ${CMAKE_CURRENT_BINARY_DIR}/generated)
add_executable(tabularium_make_words ${CMAKE_CURRENT_LIST_DIR}/generate/words.cc key.cc letters.cc utf8.cc)
target_include_directories(tabularium_make_words PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(tabularium_make_words PRIVATE tabularium_options)
set_target_properties(tabularium_make_words PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})

# tabularium_make_words(<folder> <word files>…): the tables of those files, in text/ of the folder.
function(tabularium_make_words folder)
  file(MAKE_DIRECTORY ${folder}/text)
  add_custom_command(
    OUTPUT ${folder}/text/word_tables.inc
    COMMAND tabularium_make_words ${folder}/text/word_tables.inc ${ARGN}
    DEPENDS tabularium_make_words ${ARGN}
    COMMENT "Making the tables of words" VERBATIM)
endfunction()

tabularium_make_words(${generated} ${word_files})
target_sources(tabularium_text PRIVATE ${generated}/text/word_tables.inc)
target_include_directories(tabularium_text PRIVATE ${generated})
set_target_properties(tabularium_text PROPERTIES TABULARIUM_WORDS ${generated})  # for who else includes words.h
install(FILES ${generated}/text/word_tables.inc DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tabularium/text)
