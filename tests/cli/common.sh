# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What the scripts of this folder share: a folder of their own, the tool, checks that say what went wrong. To be sourced.
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
mkdir bin
ln -s "$ENTENTE" bin/entente
PATH="$folder/bin:$PATH"
failures=0

# check WHAT COMMAND...: the command succeeds.
check() {
  local what=$1
  shift
  "$@" || { echo "FAILED: $what"; failures=$((failures + 1)); }
}

# exit_code WANTED COMMAND...: the command exits with that code.
exit_code() {
  local wanted=$1 code
  shift
  "$@" >last.out 2>last.err </dev/null
  code=$?
  [ $code -eq "$wanted" ] || { echo "FAILED: exit code $code instead of $wanted: $*"; cat last.err; failures=$((failures + 1)); }
}

finish() { exit $((failures > 0)); }

# many_documents N: JSON Lines of N different documents on standard output, made of the articles of the examples.
many_documents() {
  python3 - "$1" "$SOURCE/examples/articles/wires.jsonl" <<'PYTHON'
import json, sys
wires = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
for i in range(int(sys.argv[1])):
    document = dict(wires[i % len(wires)])
    document["id"] = f"copy/{i:05}"
    paragraphs = document["text"].split("\n\n")
    document["text"] = f"Report {i}\n\n" + paragraphs[1 + i % (len(paragraphs) - 1)]
    print(json.dumps(document, ensure_ascii=False))
PYTHON
}
