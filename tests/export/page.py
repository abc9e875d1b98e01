#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Opens an exported page in a headless Chromium and uses it as a person would: page.py PAGE PICTURE

Clicks ties and reads their sentences, searches, filters, changes view and theme, goes on by keyboard; then takes a picture.
What the page writes to its console, a dialog, a request to anywhere, or markup made of data fails it. Exit status 77 when
there is no Chromium.
"""
import json
import os
import pathlib
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import browser

SENTENCES = "[...document.querySelectorAll('#chosen blockquote p')].map(p => p.textContent)"
ROWS = "document.querySelectorAll('#ties .row').length"
HEADING = "document.querySelector('#chosen h2')?.textContent ?? ''"
# Elements and attributes that only data could have brought in.
INTRUDERS = """[...document.querySelectorAll('img,iframe,object,embed,form,base,audio,video,svg,link')].length +
  document.querySelectorAll('script').length - 2 +
  [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name) ||
    (a.name === 'href' && !/^(https?:|#panel$)/i.test(a.value)))).length"""
complaints = []


def check(what, truth):
    if not truth:
        complaints.append(what)


def data_of(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S).group(1))


def same(a, b):
    """Control characters and spaces aside, of which browsers make what they like."""
    return [re.sub(r"[\s\0-\x1f]+", "", text) for text in a] == [re.sub(r"[\s\0-\x1f]+", "", text) for text in b]


def click_ties(page, data):
    """A click on the middle of a tie shows the sentences behind it."""
    right = 0
    shown = page.value("[...document.querySelectorAll('#ties .row')].map(row => row.dataset.tie)")
    ties = {tie[0]: tie for tie in data["ties"]}
    for tie in shown[:12]:
        page.click(*page.value(f"ententePage.middleOf({json.dumps(tie)})"))
        expected = [data["sentences"][evidence[1]] for evidence in ties[tie][5]]
        right += same(page.value(SENTENCES), expected)
    # Where ties lie on one another, a neighbour may be nearer.
    check(f"{right} of {len(shown)} ties show their sentences when they are clicked",
          right == len(shown) if len(shown) <= 12 else right > 0)


def search(page, data):
    node = max(data["nodes"], key=lambda node: sum(data["nodes"].index(node) in tie[1:3] for tie in data["ties"]))
    page.key("/")
    check("slash goes to the search", page.value("document.activeElement.id") == "search")
    page.type(node[1])
    page.wait("!document.getElementById('found').hidden")
    page.key("Enter")
    check("the entity searched for is chosen", same([page.value(HEADING)], [node[1][:120]]))


def keyboard(page):
    page.value("document.getElementById('canvas').focus()")
    page.key("n")
    check("N chooses the next tie", page.value("document.querySelectorAll('#chosen blockquote').length") > 0)
    for key in "+-0":
        page.key(key)
    page.key("Escape")
    check("Escape clears", page.value(HEADING) == "")
    check("all controls have a name", page.value(
        "[...document.querySelectorAll('button,input,canvas')].every("
        "e => e.textContent.trim() || e.ariaLabel || e.labels?.[0]?.textContent.trim())"))


def filters(page, data):
    every = page.value(ROWS)
    check("all ties are listed", every == min(200, len(data["ties"])))
    page.value("document.querySelectorAll('#types .group input').forEach(box => box.click())")
    check("without relations nothing is shown", page.value(ROWS) == 0)
    page.value("document.getElementById('reset').click()")
    check("everything comes back", page.value(ROWS) == every)
    if page.value("(() => { const to = document.getElementById('to'); to.value = to.min; "
                  "to.dispatchEvent(new Event('input')); return to.min !== to.max })()"):
        check("an early end of the time leaves ties out", page.value(ROWS) < every)
    page.value("document.getElementById('reset').click()")


def main():
    if not browser.program():
        print("skipped: there is no Chromium")
        return 77
    path, picture = sys.argv[1:]
    data = data_of(path)
    page = browser.Browser()
    try:
        page.dark(False)
        page.open(path)
        page.wait("window.ententePage !== undefined && ententePage.isSettled()")
        click_ties(page, data)
        search(page, data)
        keyboard(page)
        filters(page, data)
        page.value("document.querySelector('input[value=map]').click()")
        page.value("document.getElementById('theme').click()")
        page.wait("ententePage.isSettled()")
        check("the theme is dark", page.value("document.documentElement.classList.contains('dark')"))
        page.value("document.querySelectorAll('.row').forEach(row => row.click())")
        check("markup was made of data", page.value(INTRUDERS) == 0)
        page.value("document.querySelector('input[value=force]').click()")
        page.wait("ententePage.isSettled()")
        page.value("document.querySelector('#ties .row').click()")
        page.screenshot(picture)
        check(f"the console: {page.console}", page.console == [])
        check(f"requests: {page.requests}", page.requests == ["file://" + os.path.abspath(path)])
    finally:
        page.close()
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
