#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# kill -9 in the middle of `build`, `build --replace` and `remove`, several times: the store has no problems, and the same
# command again ends in the same bytes as an undisturbed run. (tests/store/test_kill.cpp does it 200 times.)
. "$(dirname "$0")/common.sh"

many_documents 600 >many.jsonl
sed 's/Report /Corrected report /' many.jsonl >corrected.jsonl
some=$(for i in $(seq 0 7 599); do printf 'copy/%05d ' "$i"; done)
steps=("build -q -g STORE many.jsonl" "build -q -g STORE corrected.jsonl" "build -q -g STORE --replace corrected.jsonl"
       "remove -q -g STORE $some")

killed=0
for number in 0 1 2 3; do
  step=${steps[$number]}
  # shellcheck disable=SC2086
  check "undisturbed: step $number" entente ${step/STORE/whole.db}
  entente export -g whole.db -o whole.graphml -O
  for pause in 0.1 0.3 0.6; do
    # shellcheck disable=SC2086
    entente ${step/STORE/cut.db} &
    sleep $pause
    kill -9 $! 2>/dev/null && killed=$((killed + 1))
    wait $! 2>/dev/null
    # A file that is still empty is no store yet; the next run makes it one.
    [ ! -s cut.db ] || exit_code 0 entente validate -q -g cut.db
  done
  # Documents that the killed run removed are not there to be removed.
  # shellcheck disable=SC2086
  entente ${step/STORE/cut.db} 2>/dev/null
  entente export -g cut.db -o cut.graphml -O
  check "the same bytes after step $number" cmp whole.graphml cut.graphml
done
check "at least one run was cut short" test $killed -gt 0
check "no document is there twice" test "$(entente info -g cut.db --documents -f tsv --no-header | wc -l)" -eq 514
exit_code 0 entente validate -g cut.db

# A full disk: files may not grow beyond what the store has (and the signal for it is not meant for us).
many_documents 900 | tail -300 >more.jsonl
(trap '' XFSZ; ulimit -f $(($(stat -c %s cut.db) / 1024 + 8)); entente build -q -g cut.db more.jsonl) 2>full.err
check "a full disk is exit code 4" test $? -eq 4
check "a full disk is told" grep -q "cannot write cut.db" full.err
exit_code 0 entente validate -q -g cut.db

# A read-only file: nothing changes.
cp cut.db fixed.db
before=$(sha256sum <fixed.db)
chmod a-w fixed.db
if [ -w fixed.db ]; then
  echo "skipped: this user may write to read-only files"
else
  exit_code 4 entente build -q -g fixed.db more.jsonl
  grep -q "read-only" last.err || { echo "FAILED: it is not told that the file is read-only"; failures=$((failures + 1)); }
  exit_code 0 entente query -g fixed.db top
  check "a read-only store is as it was" test "$before" = "$(sha256sum <fixed.db)"
fi
finish
