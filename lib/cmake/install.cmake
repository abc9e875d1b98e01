# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs library, headers, data and the files that `find_package(entente)` reads.
include(CMakePackageConfigHelpers)

set(ENTENTE_DATA_DIRECTORY ${CMAKE_INSTALL_DATADIR}/entente)
set(package_directory ${CMAKE_INSTALL_LIBDIR}/cmake/entente)

install(TARGETS entente EXPORT entente-library
        ARCHIVE COMPONENT development
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
        RUNTIME COMPONENT runtime
        FILE_SET HEADERS COMPONENT development)
install(EXPORT entente-library NAMESPACE entente:: DESTINATION ${package_directory} COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION ${ENTENTE_DATA_DIRECTORY} COMPONENT runtime
        PATTERN "*.py" EXCLUDE PATTERN "source" EXCLUDE PATTERN "__pycache__" EXCLUDE)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/entente-config.cmake.in
                              ${CMAKE_CURRENT_BINARY_DIR}/entente-config.cmake
                              INSTALL_DESTINATION ${package_directory} PATH_VARS ENTENTE_DATA_DIRECTORY)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/entente-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/entente-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${package_directory} COMPONENT development)
