#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# The commands of the tour (examples/README.md) and of the README work, in their order. What they answer is not compared:
# it changes with the readings; a question may have no answer (exit code 1).
. "$(dirname "$0")/common.sh"
ln -s "$SOURCE/examples" examples

# Lines of the blocks ```sh, and those behind `$ ` in the blocks ```console.
commands_of() { awk '/^```/ {block = $0 == "```sh" ? 1 : $0 == "```console" ? 2 : 0; next} block == 1; block == 2 && sub(/^\$ /, "")' "$1"; }

for page in "$SOURCE/README.md" "$SOURCE/examples/README.md"; do
  count=0
  rm -rf ./*.db ./*.db-graph world*
  while read -r command; do
    count=$((count + 1))
    bash -c "$command" >last.out 2>last.err </dev/null
    code=$?
    [ $code -le 1 ] || { echo "FAILED: exit code $code: $command"; cat last.err; failures=$((failures + 1)); }
    check "something is told: $command" test -s last.out -o -s last.err -o $code -eq 1 -o -n "$(grep -oE -- '-o ' <<<"$command")"
  done < <(commands_of "$page")
  check "there are commands in $page" test $count -ge 5
done
finish
