#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# How the tool behaves among other programs: standard input and output, gzip, folders, pipes that close, full disks,
# interrupts, files that are there already, colours.
. "$(dirname "$0")/common.sh"

article=$SOURCE/examples/articles/sahel-withdrawal.txt
exit_code 0 entente extract "$article"
cp last.out plain.json

same_relations() { python3 -c 'import json,sys; a,b=(json.loads(open(f).readline()) for f in sys.argv[1:]); sys.exit(a["relations"] != b["relations"])' "$@"; }
entente extract - <"$article" >stdin.json
check "- is standard input" same_relations plain.json stdin.json
gzip -c "$article" >article.txt.gz
entente extract article.txt.gz >gz.json
check "gzip is read" same_relations plain.json gz.json
gzip -c "$article" | entente extract - >gz-stdin.json
check "gzip is read from standard input" same_relations plain.json gz-stdin.json

mkdir -p tree/b tree/a/deep tree/.hidden
printf 'France supports Mali.' | tee tree/b/1.txt tree/.hidden/no.txt >tree/a/deep/2.txt
entente extract tree >tree.jsonl
check "folders are read in order, without hidden files" test "$(wc -l <tree.jsonl)" -eq 2

printf '{"body": {"html": "Russia attacked Georgia."}, "key": "k7"}\n' >mapped.jsonl
entente extract --field text=body.html --field id=key mapped.jsonl >mapped.out
check "fields are mapped" grep -q '"id":"k7"' mapped.out

exit_code 0 entente extract -o result.json "$article"
check "nothing on standard output with -o" test ! -s last.out
check "the result is in the file" same_relations plain.json result.json
exit_code 4 entente extract -o result.json "$article"
exit_code 0 entente extract -O -o result.json "$article"
exit_code 4 entente extract -o nowhere/result.json "$article"
check "no unfinished file stays" test -z "$(ls result.json.part-* 2>/dev/null)"
if [ -w /dev/full ]; then
  entente extract "$article" >/dev/full 2>last.err
  check "a full disk is told" test $? -eq 4
fi

many_documents 200 >many.jsonl
entente extract many.jsonl 2>pipe.err | head -1 >/dev/null
check "a closed pipe is silent" test ! -s pipe.err

timeout --preserve-status -s INT 0.7 entente extract -o cut.jsonl many.jsonl many.jsonl many.jsonl many.jsonl >/dev/null 2>&1
check "Ctrl-C gives 130" test $? -eq 130
check "an interrupt removes the unfinished file" test -z "$(ls cut.jsonl* 2>/dev/null)"

entente query -g "$STORE" top >table.txt
check "no colours in a pipe" test "$(grep -c $'\x1b' table.txt)" -eq 0
entente query -g "$STORE" top --color always >table.txt
check "colours when asked for" grep -q $'\x1b' table.txt
exit_code 0 entente query -g "$STORE" relations Russia -f json
check "JSON is valid" python3 -m json.tool last.out /dev/null

NO_COLOR=1 script -qec "entente query -g $STORE top" /dev/null >terminal.txt 2>&1
check "NO_COLOR turns colours off on a terminal" test "$(grep -c $'\x1b' terminal.txt)" -eq 0
TERM=dumb script -qec "entente query -g $STORE top" /dev/null >terminal.txt 2>&1
check "a dumb terminal gets no colours" test "$(grep -c $'\x1b' terminal.txt)" -eq 0
TERM=xterm script -qec "entente query -g $STORE top" /dev/null >terminal.txt 2>&1
check "a terminal gets colours" grep -q $'\x1b' terminal.txt
TERM=xterm script -qec "entente build -g progress.db $folder/many.jsonl" /dev/null >terminal.txt 2>&1
check "progress tells rate and time left" grep -qE 'MB/s .*documents/s .*ETA' terminal.txt
entente build -g piped.db many.jsonl 2>progress.txt
check "no progress where nobody looks" test "$(grep -c ETA progress.txt)" -eq 0

printf '{"id":"cjk","date":"2024-01-01","text":"\\u4e2d\\u56fd Daily wrote: Russia attacked Georgia."}\n' >-x.jsonl
exit_code 0 entente extract -- -x.jsonl
check "-- ends the options" grep -q '"id":"cjk"' last.out
exit_code 1 entente query -g "$STORE" relations Russia China -f json
check "JSON without rows is valid" python3 -m json.tool last.out /dev/null
for layout in table json jsonl csv tsv markdown; do
  entente query -g "$STORE" top -f $layout >first.out 2>layout.err
  entente query -g "$STORE" top -f $layout >second.out
  check "$layout: nothing but the answer, and the same again" eval 'test -s first.out && test ! -s layout.err && cmp -s first.out second.out'
done
entente query -g "$STORE" top -f jsonl | python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]'
check "each line of jsonl is JSON" test $? -eq 0

entente --version >version.txt
check "--version tells program and data" test "$(grep -cE '^entente [0-9.]+|^  (model|gazetteer|entities|frames) [0-9a-f]{16}$' version.txt)" -eq 5
ENTENTE_DATA=/nonexistent entente --version >version.txt
check "--version needs no data" grep -q '^entente ' version.txt
for verb in $(entente --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p'); do
  check "entente $verb --help has two examples" test "$(entente "$verb" --help | sed -n '/^Examples:/,$p' | grep -c entente)" -ge 2
done
for shell in zsh fish; do
  command -v $shell >/dev/null || { echo "skipped: there is no $shell"; continue; }
  entente completions $shell >script.$shell
  check "the script for $shell is one" $shell -n script.$shell
done
if command -v fish >/dev/null; then
  offered=$(fish -c "source script.fish; complete -C 'entente query -g $STORE relations taj'" 2>/dev/null)
  check "fish completes entities" grep -q '^Tajikistan' <<<"$offered"
fi

ENTENTE_CONFIG=$ENTENTE exit_code 3 entente query -g "$STORE" top
entente help schema >schema.json
check "what extract prints is what the schema says" python3 - <<'PYTHON'
import json
schema, said = json.load(open("schema.json")), json.loads(open("plain.json").readline())

def agrees(value, rule):
    rule = schema["$defs"][rule["$ref"].rsplit("/", 1)[1]] if "$ref" in rule else rule
    kinds = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int}
    assert "enum" not in rule or value in rule["enum"], (value, rule)
    assert "type" not in rule or isinstance(value, kinds[rule["type"]]), (value, rule)
    if isinstance(value, dict):
        assert set(rule["required"]) <= set(value) <= set(rule["properties"]), (sorted(value), rule)
        for name, member in value.items():
            agrees(member, rule["properties"][name])
    if isinstance(value, list):
        for item in value:
            agrees(item, rule["items"])

assert said["relations"]
agrees(said, schema)
PYTHON
printf '{"id":"a","title":"\\u4e2d\\u56fd\\u65e5\\u62a5","text":"Russia attacked Georgia."}\n{"id":"b","title":"News","text":"Iran attacked Iraq."}\n' >wide.jsonl
entente build -q -g wide.db wide.jsonl
check "wide characters take two columns" python3 - <<PYTHON
import subprocess, unicodedata
lines = subprocess.run(["entente", "info", "-g", "wide.db", "--documents"], capture_output=True, text=True).stdout.splitlines()
assert len({sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in lines}) == 1, lines
PYTHON

exit_code 0 entente build -q -g quiet.db "$article"
check "-q says nothing" test ! -s last.err
exit_code 0 entente build -v -g loud.db "$article"
check "build tells its peak memory" grep -q 'peak memory' last.err
check "build says nothing on standard output" test ! -s last.out
finish
