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

exit_code 0 entente build -q -g quiet.db "$article"
check "-q says nothing" test ! -s last.err
exit_code 0 entente build -v -g loud.db "$article"
check "build tells its peak memory" grep -q 'peak memory' last.err
check "build says nothing on standard output" test ! -s last.out
finish
