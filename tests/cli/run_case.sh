#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# run_case.sh VERB/NAME: runs NAME.cmd in an empty folder and compares output, exit code and messages with the files
# beside it. With UPDATE=1 it writes these files instead: read the difference before you commit it.
set -u
case=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/work"
cp "$STORE" "$folder/work/world.db"
ln -s "$(dirname "$case")" "$folder/work/case"
ln -s "$ENTENTE" "$folder/bin/entente"

(cd "$folder/work" && PATH="$folder/bin:$PATH" bash "$case.cmd") >"$folder/out" 2>"$folder/err" </dev/null
code=$?

if [ -n "${UPDATE:-}" ]; then
  cp "$folder/out" "$case.out"
  if [ -s "$folder/err" ]; then cp "$folder/err" "$case.err"; else rm -f "$case.err"; fi
  if [ $code -ne 0 ]; then echo $code >"$case.code"; else rm -f "$case.code"; fi
  exit 0
fi

failed=0
diff -u "$case.out" "$folder/out" || { echo "^ standard output differs"; failed=1; }
if [ -e "$case.err" ]; then expected=$case.err; else expected=/dev/null; fi
diff -u "$expected" "$folder/err" || { echo "^ standard error differs"; failed=1; }
wanted=$(cat "$case.code" 2>/dev/null || echo 0)
[ "$code" -eq "$wanted" ] || { echo "exit code $code instead of $wanted"; failed=1; }
exit $failed
