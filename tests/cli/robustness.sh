#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# Bad input is told, skipped and counted, and does not stop the run; any bytes are text.
. "$(dirname "$0")/common.sh"

printf '{"id": "a", "text": "France supports Mali."}\nno json\n{"id": "b", "text": "Mali accuses France."}\n' >mixed.jsonl
exit_code 3 entente extract mixed.jsonl
check "good documents are read" test "$(wc -l <last.out)" -eq 2
check "the bad line is named" grep -q 'mixed.jsonl:2' last.err
exit_code 3 entente build -g mixed.db mixed.jsonl
check "skipped ones are counted" grep -q '1 skipped' last.err
exit_code 0 entente query -g mixed.db relations France

head -c 100000 /dev/urandom >random.txt
exit_code 0 entente extract random.txt
printf 'Russia\0 attacked \xff\xfe Georgia.\n\xed\xa0\x80' >bytes.txt
exit_code 0 entente extract bytes.txt
check "what is printed is UTF-8" python3 -c 'open("last.out", encoding="utf-8").read()'
: >empty.txt
exit_code 3 entente extract empty.txt
check "a file without text is told" grep -q 'no text' last.err
printf '\x1f\x8b broken' >broken.txt.gz
exit_code 3 entente extract broken.txt.gz
head -c 3000000 /dev/zero | tr '\0' 'x' >line.txt
exit_code 0 timeout 300 entente extract line.txt
python3 -c 'print("Russia attacked Georgia and " * 20000, end="")' >long.txt
exit_code 0 timeout 600 entente extract long.txt

mkdir locked
printf 'x' >locked/file.txt
chmod 000 locked/file.txt
if [ "$(id -u)" -ne 0 ]; then exit_code 3 entente extract locked; fi
chmod 600 locked/file.txt

printf 'SQLite format 3\0garbage' >broken.db
exit_code 3 entente info -g broken.db
exit_code 4 entente info -g "$folder"
exit_code 4 env ENTENTE_DATA="$folder/locked" entente extract bytes.txt
finish
