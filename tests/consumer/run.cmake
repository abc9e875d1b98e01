# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# Builds and runs project/ against Entente, the way WAY says.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGV}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
set(configure ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/project -B ${WORK}/build -G ${GENERATOR}
    -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -D CMAKE_BUILD_TYPE=Release)
if(WAY STREQUAL find_package)
  run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
  list(APPEND configure -D CMAKE_PREFIX_PATH=${WORK}/prefix)
else()
  list(APPEND configure -D ENTENTE_SOURCE=${ENTENTE})
endif()
run(${configure})
run(${CMAKE_COMMAND} --build ${WORK}/build --target consumer)
run(${WORK}/build/consumer)
if(NOT output MATCHES "RUS deploys_to TJK")
  message(FATAL_ERROR "the consumer printed: ${output}")
endif()
if(WAY STREQUAL find_package)
  run(${CMAKE_COMMAND} -E env --unset=ENTENTE_DATA ${WORK}/prefix/bin/entente --version)
  run(${CMAKE_COMMAND} -E env --unset=ENTENTE_DATA ${WORK}/prefix/bin/entente extract ${ENTENTE}/examples/articles)
  if(NOT EXISTS ${WORK}/prefix/share/man/man1/entente.1)
    message(FATAL_ERROR "no man page was installed")
  endif()
endif()
