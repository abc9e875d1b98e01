#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# Same input, same output: for any number of threads, any order of the files, and when a store grows in steps.
. "$(dirname "$0")/common.sh"

many_documents 40 >many.jsonl
entente extract --jobs 1 many.jsonl "$SOURCE/examples/articles" >one.jsonl 2>err || cat err
entente extract --jobs 4 many.jsonl "$SOURCE/examples/articles" >four.jsonl 2>>err
check "extract prints something" test -s one.jsonl
check "extract is the same for 1 and 4 threads" cmp one.jsonl four.jsonl

entente build -q -g one.db --jobs 1 many.jsonl "$SOURCE/examples/articles"
entente build -q -g four.db --jobs 4 many.jsonl "$SOURCE/examples/articles"
entente build -q -g steps.db --jobs 2 "$SOURCE/examples/articles"
entente build -q -g steps.db --jobs 3 many.jsonl
entente build -q -g steps.db many.jsonl
for format in graphml json csv; do
  for store in one four steps; do
    entente export -g $store.db -f $format -o $store.$format
  done
  check "$format is the same for 1 and 4 threads" cmp one.$format four.$format
  check "$format is the same when the store grows in steps" cmp one.$format steps.$format
done
for store in one four steps; do entente query -g $store.db top -f json >$store.top; done
check "answers are the same" cmp one.top four.top
check "answers are the same in steps" cmp one.top steps.top
finish
