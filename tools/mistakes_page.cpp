// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One row a mistake; a few lines of script hide the rows that do not fit what is asked for.
#include "mistakes_page.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "export/escape.hpp"

namespace entente::tools {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Mistakes</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem; }
form { position: sticky; top: 0; padding: .5rem 0; background: Canvas; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); }
.false { color: light-dark(#b3261e, #ffb4ab); } .missed { color: light-dark(#1b5e9b, #9ecaff); }
.rule { opacity: .65; }
</style></head><body>
<h1>False and missed triples</h1>
)";

constexpr std::string_view kScript = R"(<script>
const form = document.querySelector('form'), rows = [...document.querySelectorAll('tbody tr')];
function sift() {
  const kind = form.kind.value, type = form.type.value, words = form.words.value.toLowerCase();
  let shown = 0;
  for (const row of rows) {
    const fits = (!kind || row.dataset.kind === kind) && (!type || row.dataset.type === type) &&
      (!words || row.textContent.toLowerCase().includes(words));
    row.hidden = !fits;
    shown += fits;
  }
  document.querySelector('output').textContent = shown + ' of ' + rows.length;
}
form.addEventListener('input', sift);
form.addEventListener('submit', event => event.preventDefault());
sift();
</script></body></html>
)";

std::string escaped(std::string_view text) {
  std::string out;
  exporters::append_xml(out, text);
  return out;
}

}  // namespace

std::string mistakes_page(const Evaluation& result) {
  std::string page(kHead);
  std::set<std::string> types;
  for (const Mistake& mistake : result.mistakes) types.insert(mistake.type);
  page += fmt::format(
      "<p>Political: precision {:.3f}, recall {:.3f}, F1 {:.3f} ({} of {} right, {} in the gold).</p>\n",
      result.political.precision(), result.political.recall(), result.political.f1(), result.political.right,
      result.political.predicted, result.political.gold);
  page +=
      "<form><label>Kind <select name=\"kind\"><option value=\"\">both</option><option>false</option>"
      "<option>missed</option></select></label>\n<label>Type <select name=\"type\"><option "
      "value=\"\">all</option>";
  for (const std::string& type : types) page += "<option>" + escaped(type) + "</option>";
  page +=
      "</select></label>\n<label>Words <input name=\"words\" type=\"search\"></label> "
      "<output></output></form>\n"
      "<table><thead><tr><th>Mistake</th><th>Document</th><th>Subject</th><th>Type</th><th>Object</th>"
      "<th>Sentence</th></tr></thead><tbody>\n";
  for (const Mistake& mistake : result.mistakes) {
    const std::string_view kind = mistake.missed ? "missed" : "false";
    page += fmt::format(
        "<tr data-kind=\"{0}\" data-type=\"{1}\"><td class=\"{0}\">{0}</td><td>{2}</td><td>{3}</td>"
        "<td>{1}</td><td>{4}</td><td>{5}",
        kind, escaped(mistake.type), escaped(mistake.document), escaped(mistake.subject),
        escaped(mistake.object), escaped(mistake.evidence));
    if (!mistake.missed)
      page += fmt::format("<br><span class=\"rule\">{} {:.2f}</span>", escaped(mistake.rule), mistake.score);
    page += "</td></tr>\n";
  }
  page += "</tbody></table>\n";
  page += kScript;
  return page;
}

}  // namespace entente::tools
