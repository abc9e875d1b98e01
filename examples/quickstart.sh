#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# From nothing to answers: installs what is missing, builds the tool, reads the articles beside this file, asks a few
# questions and writes the graph as a page and as GraphML. Quick the second time. What it makes is under build/quickstart.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=tools/packages.sh
. tools/packages.sh
install_packages "${ENTENTE_BUILD_PACKAGES[@]}"

build=build/quickstart
cmake -S . -B $build -G Ninja -DCMAKE_BUILD_TYPE=Release -DENTENTE_TESTS=OFF -DENTENTE_EXAMPLES=OFF >/dev/null
cmake --build $build --parallel "$(nproc)"
entente=$build/tools/entente
world=$build/world.db

# Shows a command of the tool, then runs it.
run() {
  printf '\n$ entente'
  printf ' %q' "$@"
  echo
  "$entente" "$@"
}

# Plain text carries no date of its own: here, these articles get one. The others bring theirs.
run build -g $world --date 2025-11-01 examples/articles
run query -g $world dependencies-of Tajikistan
run query -g $world depends-on Russia --limit 5
run query -g $world relations "United States" Philippines
run query -g $world path Ecuador Serbia
run export -g $world -f graphml -o $build/world.graphml -O
run export -g $world -f html -o $build/world.html -O
echo
echo "The graph: $build/world.html (for a browser), $build/world.graphml (for Gephi, Cytoscape, yEd, networkx, igraph)."
echo "The program: $entente. What it can do: examples/README.md"
