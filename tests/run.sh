#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# Builds everything and runs all tests: tests/run.sh [--asan] [CTEST OPTIONS]
#   --asan   with the address and undefined behaviour sanitizers instead of an optimized build
# Installs the Debian packages that are missing. Build folders: build/release, build/asan.
set -euo pipefail
cd "$(dirname "$0")/.."

preset=release
if [ "${1:-}" = --asan ]; then
  preset=asan
  shift
fi

# shellcheck source=tools/packages.sh
. tools/packages.sh
install_packages "${ENTENTE_BUILD_PACKAGES[@]}" "${ENTENTE_TEST_PACKAGES[@]}"

jobs=$(nproc)
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --parallel "$jobs"
ctest --preset "$preset" --parallel "$jobs" "$@"
