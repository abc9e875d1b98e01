#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# kill -9 in the middle of `build`, several times, then the same command again: the result equals an undisturbed run.
. "$(dirname "$0")/common.sh"

many_documents 600 >many.jsonl
check "an undisturbed run" entente build -q -g whole.db many.jsonl
entente export -g whole.db -o whole.graphml

killed=0
for pause in 0.1 0.3 0.5 0.8; do
  entente build -q -g cut.db many.jsonl &
  sleep $pause
  kill -9 $! 2>/dev/null && killed=$((killed + 1))
  wait $! 2>/dev/null
  # A file that is still empty is no store yet; the next run makes it one.
  [ ! -s cut.db ] || exit_code 0 entente info -g cut.db
done
check "at least one run was cut short" test $killed -gt 0
check "the last run completes the store" entente build -q -g cut.db many.jsonl
entente export -g cut.db -o cut.graphml
check "the graph is that of the undisturbed run" cmp whole.graphml cut.graphml
check "no document is there twice" test "$(entente info -g cut.db --documents -f tsv --no-header | wc -l)" -eq 600
finish
