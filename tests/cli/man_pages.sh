#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
#
# Every verb has a man page, and every option that --help tells is in it.
. "$(dirname "$0")/common.sh"

options_of() { "$@" --help | grep -oE '^ +(-[A-Za-z],)?--[a-z-]+|^ +-[A-Za-z],--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u; }
subcommands_of() { "$@" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p'; }
# Without the escapes of roff.
page_of() { sed 's/\\-/-/g; s/\\f[BIR]//g' "$SOURCE/tools/man/$1.1"; }

verbs=$(subcommands_of entente)
check "there are verbs" test -n "$verbs"
for verb in $verbs; do
  check "a man page for $verb" test -s "$SOURCE/tools/man/entente-$verb.1"
  page_of entente | grep -q "entente-$verb" || { echo "FAILED: entente.1 does not name $verb"; failures=$((failures + 1)); }
  page=$(page_of "entente-$verb")
  questions=$(subcommands_of entente "$verb")
  options=$(options_of entente "$verb"; for question in $questions; do options_of entente "$verb" "$question"; done)
  for word in $options $questions; do
    grep -qE -- "(^|[^a-z-])$word([^a-z-]|$)" <<<"$page" || { echo "FAILED: $word is not in entente-$verb.1"; failures=$((failures + 1)); }
  done
  for word in $(grep -oE -- '^(-[A-Za-z], )?--[a-z-]+' <<<"$page" | grep -oE -- '--[a-z-]+' | sort -u); do
    grep -qx -- "$word" <<<"$options" || { echo "FAILED: entente $verb does not know $word of its man page"; failures=$((failures + 1)); }
  done
done
if command -v man >/dev/null && command -v groff >/dev/null; then
  for page in "$SOURCE"/tools/man/*.1; do
    check "$page has no roff mistakes" test -z "$(groff -man -ww -Tutf8 -z "$page" 2>&1)"
  done
fi
finish
