# What every target of ours is compiled with.
add_library(tabularium_options INTERFACE)
target_compile_features(tabularium_options INTERFACE cxx_std_20)
target_compile_options(tabularium_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor $<$<BOOL:${TABULARIUM_WERROR}>:-Werror>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)  # GCC 12 sees overlaps in std::string (its bug 105651)

# tabularium_stage(<name> [USES <our targets>] [DOOR <third-party targets>] [SOURCES <files>])
# One library a room: all .cc of the folder (or the files named). DOOR is private: nobody else may include those headers.
function(tabularium_stage name)
  cmake_parse_arguments(ARG "" "" "USES;DOOR;SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cc)
  file(GLOB headers CONFIGURE_DEPENDS *.h)
  if(ARG_SOURCES)
    set(sources ${ARG_SOURCES})
  endif()
  add_library(tabularium_${name} STATIC ${sources})
  add_library(tabularium::${name} ALIAS tabularium_${name})
  set_target_properties(tabularium_${name} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(tabularium_${name} PUBLIC cxx_std_20)
  target_sources(tabularium_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${headers})
  target_link_libraries(tabularium_${name} PUBLIC ${ARG_USES} PRIVATE ${ARG_DOOR} fmt::fmt $<BUILD_INTERFACE:tabularium_options>)
  if(NOT name STREQUAL "cli")  # the command line belongs to the program alone
    set_property(GLOBAL APPEND PROPERTY TABULARIUM_LIBRARIES tabularium_${name})
  endif()
endfunction()

# tabularium_serves_modules(<name>): the room is linked into loadable modules too.
function(tabularium_serves_modules name)
  set_target_properties(tabularium_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_compile_options(tabularium_${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fno-semantic-interposition>)
endfunction()
