#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""House rules that a program can check: check_files.py RULE ROOT, with RULE one of sizes, licenses, words.

Looks at the files that git knows; where there is no repository (a release archive), at all files.
"""
import pathlib
import re
import subprocess
import sys

SOURCES = {".cpp", ".hpp", ".py", ".sh", ".cmake"}
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "lib", "tools", "data", "tests", "examples", "LICENSE", "README.md",
             "CHANGELOG.md"}
MAX_BYTES = 20_000_000
EVERYWHERE = re.compile(r"(?<![\w./])/(work|home|root)/|\b(TODO|FIXME)\b")
# The library never prints, exits or aborts, and leaves slow or locale-dependent tools alone.
LIBRARY = re.compile(r"\bstd::(regex|cout|cerr|exit|abort|quick_exit|setlocale|shared_ptr)\b|#include <(iostream|regex)>"
                     r"|(?<![\w:.>])(printf|puts|exit|abort)\(|\b(stdout|stderr)\b")


def tracked(root):
    try:
        names = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                               check=True, capture_output=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        names = [str(p.relative_to(root)) for p in pathlib.Path(root).rglob("*") if not {"build", ".git"} & set(p.parts)]
    return [pathlib.Path(root, n) for n in names if n and pathlib.Path(root, n).is_file()]


def functions(lines):
    """(first line, length) of each function body: a brace that closes where its opening line began."""
    start, indent = None, ""
    for number, line in enumerate(lines, 1):
        if start is None:
            opening = re.match(r"( *)(?!namespace|struct|class|enum|union|extern|const|static const)[\w:~<>\[].*\) ?"
                               r"(const|noexcept|override|final| )*\{$", line)
            if opening and not re.match(r" *(if|for|while|switch|else|do)\b", line):
                start, indent = number, opening.group(1)
        elif line.startswith(indent + "}") and not line.startswith(indent + " "):
            yield start, number - start + 1
            start = None


def sizes(path, text):
    lines = text.splitlines()
    if len(lines) > MAX_FILE_LINES and path.suffix in SOURCES:
        yield f"{len(lines)} lines, more than {MAX_FILE_LINES}: split it by job"
    if path.suffix in {".cpp", ".hpp"} and "tests" not in path.parts:
        for line, length in functions(lines):
            if length > MAX_FUNCTION_LINES:
                yield f"line {line}: a function of {length} lines, more than {MAX_FUNCTION_LINES}"


def licenses(path, text):
    if path.suffix in SOURCES | {".1"} and "SPDX-License-Identifier: Apache-2.0" not in text[:400]:
        yield "no SPDX license header"


def words(path, text):
    if path.name == "check_files.py" or path.parts[0] == "data":
        return
    library = path.parts[0] == "lib" and path.suffix in {".cpp", ".hpp"}
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        found = EVERYWHERE.search(line) or (library and LIBRARY.search(code))
        if found:
            yield f"line {number}: {found.group(0)}"


def main():
    rule, root = sys.argv[1:]
    complaints = []
    for path in tracked(root):
        name = path.relative_to(root)
        if rule == "sizes":
            if name.parts[0] not in TOP_LEVEL and not name.parts[0].startswith("."):
                complaints.append(f"{name}: does not belong at the top level")
            if path.stat().st_size > MAX_BYTES:
                complaints.append(f"{name}: larger than {MAX_BYTES} bytes")
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        complaints += [f"{name}: {complaint}" for complaint in globals()[rule](name, text)]
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
