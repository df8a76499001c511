# What `cmake --install` puts where: the program, the libraries with their headers, the forms, the schema of the output.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/tabularium)

install(TARGETS tabularium RUNTIME)
install(TARGETS tabularium_scan_module LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/tabularium)
get_property(libraries GLOBAL PROPERTY TABULARIUM_LIBRARIES)
install(TARGETS ${libraries} EXPORT tabularium
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tabularium)
install(EXPORT tabularium NAMESPACE tabularium:: FILE tabulariumTargets.cmake DESTINATION ${package_folder})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/tabulariumConfig.cmake.in
  ${PROJECT_BINARY_DIR}/tabulariumConfig.cmake INSTALL_DESTINATION ${package_folder}
  PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/tabulariumConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tabulariumConfig.cmake ${PROJECT_BINARY_DIR}/tabulariumConfigVersion.cmake
  DESTINATION ${package_folder})

install(DIRECTORY grammar/ DESTINATION ${CMAKE_INSTALL_DATADIR}/tabularium/grammar)
install(FILES src/write/tabularium.schema.json src/write/tables.schema.json
  DESTINATION ${CMAKE_INSTALL_DATADIR}/tabularium)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
