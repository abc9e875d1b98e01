# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The Debian packages Entente needs, in one place, and a function that installs those that are missing. To be sourced.

ENTENTE_BUILD_PACKAGES=(
  build-essential cmake ninja-build ccache pkg-config
  libboost-dev libboost-graph-dev libcli11-dev libfmt-dev libsqlite3-dev libutf8proc-dev libxml2-dev nettle-dev
  node-d3-force rapidjson-dev zlib1g-dev)
ENTENTE_TEST_PACKAGES=(catch2 chromium graphviz libbenchmark-dev libxml2-utils nodejs python3-igraph python3-networkx
  raptor2-utils sqlite3)

# install_packages PACKAGE...: silent when all are there; otherwise as root or with sudo.
install_packages() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing ${missing[*]}"
  local run=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Install these packages first: ${missing[*]}" >&2; return 1; }
    run=(sudo)
  fi
  "${run[@]}" apt-get update -q
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}
