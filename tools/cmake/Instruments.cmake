# What sanitizers and coverage add to every target, ours and the tests', and profiles to those that src/ names.
if(TABULARIUM_SANITIZE)
  set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g" CACHE STRING "Flags of the build type Sanitize")
  add_compile_options(-fsanitize=${TABULARIUM_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  string(REPLACE "fuzzer-no-link," "" linked ${TABULARIUM_SANITIZE})
  add_link_options(-fsanitize=${linked})
endif()
if(TABULARIUM_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(profile_options)  # the counts are GCC's own: with another compiler what a text runs through is built as the rest
elseif(TABULARIUM_PROFILE STREQUAL "count")
  set(profile_options -fprofile-generate -fprofile-update=prefer-atomic)
  add_link_options(-fprofile-generate)
elseif(TABULARIUM_PROFILE STREQUAL "use")
  # Partial: what never ran is built as without counts, not for size. A file that changed since is built without them.
  # What counts make of loops besides fills the instruction cache, which bounds the walk.
  set(profile_options -fprofile-use -fprofile-partial-training -fno-unroll-loops -fno-tracer -fno-unswitch-loops -fno-split-loops
    -fno-peel-loops -Wno-coverage-mismatch -Wno-missing-profile)
endif()
