# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# Makes the page of the html format a source file: page.html with style, scripts, d3's parts and their license put in, cut
# where the data go and once more, for no literal may be longer than 64 KiB. The page's policy lets only these scripts and this style run, by their hashes.
set(ENTENTE_D3 /usr/share/nodejs CACHE PATH "Folder of d3-force, d3-quadtree, d3-dispatch, d3-timer (and d3-collection)")
set(page ${CMAKE_CURRENT_LIST_DIR})

# SHA-256 of a text as browsers write it.
function(entente_script_hash text result)
  string(SHA256 hex "${text}")
  string(APPEND hex "00")  # 33 bytes are 44 digits of base 64; of the last one only `=` is written
  set(digits "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(base64 "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}" ${at} 6 three)
    foreach(shift 18 12 6 0)
      math(EXPR digit "(0x${three} >> ${shift}) & 63")
      string(SUBSTRING "${digits}" ${digit} 1 digit)
      string(APPEND base64 "${digit}")
    endforeach()
  endforeach()
  string(REGEX REPLACE ".$" "=" base64 "${base64}")
  set(${result} "sha256-${base64}" PARENT_SCOPE)
endfunction()

set(sources page.html page.css model.js layout.js draw.js panel.js controls.js main.js)
list(TRANSFORM sources PREPEND ${page}/)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources} ${page}/page.cpp.in)

set(script "")
foreach(part collection dispatch quadtree timer force)
  set(file ${ENTENTE_D3}/d3-${part}/dist/d3-${part}.min.js)
  if(EXISTS ${file})
    file(READ ${file} text)
    string(APPEND script "${text}\n")
  elseif(NOT part STREQUAL collection)  # newer versions do without it
    message(FATAL_ERROR "${file} is missing: install Debian's node-d3-force, or run `npm install d3-force@1` and "
                        "configure with -DENTENTE_D3=.../node_modules")
  endif()
endforeach()
find_file(ENTENTE_D3_LICENSE_FILE NAMES copyright LICENSE PATHS /usr/share/doc/node-d3-force ${ENTENTE_D3}/d3-force
          NO_DEFAULT_PATH REQUIRED)
file(READ ${ENTENTE_D3_LICENSE_FILE} license)
set(program "(() => {\n'use strict';\n")
foreach(part model layout draw panel controls main)
  file(READ ${page}/${part}.js text)
  string(APPEND program "${text}")
endforeach()
string(APPEND program "})();\n")
file(READ ${page}/page.css style)
entente_script_hash("${script}${program}" script_hash)
entente_script_hash("${style}" style_hash)

file(READ ${page}/page.html html)
string(REPLACE "--" "- -" license "${license}")  # would end the comment it stands in
foreach(pair D3_LICENSE=license SCRIPT_HASH=script_hash STYLE_HASH=style_hash STYLE=style)
  string(REGEX MATCH "^(.*)=(.*)$" pair "${pair}")
  string(REPLACE "@ENTENTE_${CMAKE_MATCH_1}@" "${${CMAKE_MATCH_2}}" html "${html}")
endforeach()
string(REPLACE "@ENTENTE_SCRIPT@" "${script}@ENTENTE_CUT@${program}" html "${html}")
string(REGEX MATCH "^(.*)@ENTENTE_DATA@(.*)@ENTENTE_CUT@(.*)$" pieces "${html}")
set(ENTENTE_PAGE_HEAD "${CMAKE_MATCH_1}")
set(ENTENTE_PAGE_LIBRARIES "${CMAKE_MATCH_2}")
set(ENTENTE_PAGE_PROGRAM "${CMAKE_MATCH_3}")
configure_file(${page}/page.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/page.cpp @ONLY)
