// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <random>
#include <string>

#include "base/utf8.hpp"
#include "catch.hpp"
#include "text/html.hpp"

using entente::HtmlPage;
using entente::read_html;

namespace {

constexpr const char* kPage = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Minister visits port - The Coast Herald</title>
<meta property="og:site_name" content="The Coast Herald">
<meta property="article:published_time" content="2011-03-04T08:00:00+02:00">
<meta name="date" content="2010-01-01">
<link rel="canonical" href="https://herald.example/minister?a=1&amp;b=2">
<style>p { color: red }</style><script>var x = "<p>not text</p>";</script></head>
<body class="has-sidebar">
<header><a href="/">Home</a> <h2>Site name</h2></header>
<nav><ul><li><a href="/a">World</a></li><li><a href="/b">Sport</a></li></ul></nav>
<article>
 <header><h1>Minister visits port</h1></header>
 <div class="share-buttons">Share this</div>
 <p>The minister of Eritrea&nbsp;&amp; his staff
    visited <a href="/assab">Assab</a> on Friday.</p>
 <p>He said:<br>&ldquo;The base is ours.&rdquo;</p>
 <ul><li>First point</li><li>Second <b>point</b></li></ul>
 <table><tr><th>Year</th><th>Ships</th></tr><tr><td>2010</td><td>4</td></tr></table>
 <p>The visit lasted four days and ended with the signing of a treaty on fishing, on the use of the harbour and
 on the training of pilots, which both parliaments must still ratify before it enters into force.</p>
</article>
<aside><p>Most read: something else entirely that nobody wanted to see here.</p></aside>
<form><p>Subscribe to our newsletter</p><input value="x"></form>
<footer>Copyright</footer>
</body></html>)";

std::string repeat(std::string_view part, std::size_t size) {
  std::string out;
  while (out.size() < size) out += part;
  return out;
}

}  // namespace

TEST_CASE("a page gives its data and its main text", "[text][html]") {
  const HtmlPage page = read_html(kPage);
  CHECK(page.title == "Minister visits port");
  CHECK(page.outlet == "The Coast Herald");
  CHECK(page.date == "2011-03-04T08:00:00+02:00");
  CHECK(page.url == "https://herald.example/minister?a=1&b=2");
  CHECK(page.text ==
        "Minister visits port\n\n"
        "The minister of Eritrea & his staff visited Assab on Friday.\n\n"
        "He said:\n“The base is ours.”\n\n"
        "• First point\n• Second point\n\n"
        "Year\tShips\n2010\t4\n\n"
        "The visit lasted four days and ended with the signing of a treaty on fishing, on the use of the "
        "harbour and on the "
        "training of pilots, which both parliaments must still ratify before it enters into force.");
}

TEST_CASE("pages without any structure give their text", "[text][html]") {
  CHECK(read_html("Just <b>bold</b> words").text == "Just bold words");
  CHECK(read_html("<div>One<div>Two</div>Three</div>").text == "One\n\nTwo\n\nThree");
  CHECK(read_html("<p>Unclosed <p>paragraphs &lt;here&gt; &#8211; &eacute;").text ==
        "Unclosed\n\nparagraphs <here> – é");
  CHECK(read_html("<pre>a\n  b</pre>").text == "a\nb");
  CHECK(read_html("").text.empty());
}

TEST_CASE("classes are believed with care", "[text][html]") {
  CHECK(read_html("<div class='content has-sidebar'><p>Text</p></div><div class=sidebar>Side</div>").text ==
        "Text");
  CHECK(read_html("<div id=search><p>The whole of this page stands in one element with an unlucky "
                  "name.</p></div><p>End.")
            .text == "The whole of this page stands in one element with an unlucky name.\n\nEnd.");
  CHECK(read_html("<p>Text of the page</p><ul class=menu><li><a href=x>One</a></li></ul><div "
                  "role=navigation>Two</div>")
            .text == "Text of the page");
}

TEST_CASE("the publication date is taken from where it stands", "[text][html]") {
  CHECK(read_html("<p>x</p><time datetime='2004-06-15'>yesterday</time>").date == "2004-06-15");
  CHECK(read_html("<script type='application/ld+json'>{\"datePublished\": \"2004-06-16T10:00\"}</script><p>x")
            .date == "2004-06-16T10:00");
}

TEST_CASE("character sets are honoured or repaired", "[text][html]") {
  CHECK(read_html("<meta charset='iso-8859-1'><p>\x93"
                  "caf\xE9\x94")
            .text == "“café”");
  CHECK(read_html("<meta charset='iso-8859-1'><p>“café”").text == "“café”");
  CHECK(read_html("<meta http-equiv=Content-Type content='text/html; "
                  "charset=windows-1251'><p>\xD0\xEE\xF1\xF1\xE8\xFF")
            .text == "Россия");
  CHECK(read_html("<p>cafÃ©").text == "café");
  CHECK(read_html("<meta charset='no-such-thing'><p>caf\xE9").text == "café");
}

TEST_CASE("any bytes are a page", "[text][html]") {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"<p>",
                                     "</p>",
                                     "<div",
                                     ">",
                                     "<",
                                     "&",
                                     "&amp;",
                                     "&#x110000;",
                                     "&#0;",
                                     "\xC3",
                                     "é",
                                     "text ",
                                     "<script>",
                                     "</script>",
                                     "<!--",
                                     "-->",
                                     "<![CDATA[",
                                     "]]>",
                                     "\"",
                                     "'",
                                     "=",
                                     "<a href=",
                                     "<table>",
                                     "<td>",
                                     "<title>",
                                     "</title>",
                                     "<article>",
                                     "</article>",
                                     "<li>",
                                     "<br/>",
                                     "<meta charset=",
                                     "utf-16",
                                     "\xFF",
                                     "<time datetime=x>",
                                     "<?xml",
                                     "<!DOCTYPE",
                                     "<svg>"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 40; n > 0; --n) bytes += pieces[random() % std::size(pieces)];
    const HtmlPage page = read_html(bytes);
    if (!entente::is_valid_utf8(page.text) || !entente::is_valid_utf8(page.title)) FAIL_CHECK(bytes);
  }
}

TEST_CASE("a page takes linear time, however it is nested", "[text][html]") {
  for (const std::string_view part :
       {"<div>", "<b>", "<p>", "<table>", "</i>", "<li>", "x", "<a href='x'>", "&amp;", "<", "<!--", "<td>",
        "<font><div>", "<div class='a b c d e f g h'>x</div>", "<ul><li>", "\"", "<p title='"}) {
    INFO("part: " << part);
    const std::string page = repeat("<b>", 900) + repeat(part, 300000) + repeat("</i>", 300000);
    const auto start = std::chrono::steady_clock::now();
    CHECK(read_html(page).title.empty());
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 10);
  }
}
