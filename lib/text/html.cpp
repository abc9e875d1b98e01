// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// libxml2's HTML parser calls us for each element and text (SAX), so no tree is built and nothing recurses. A
// stack of what each open element changes gives every text its region; block elements end the block at hand.
// Elements nested deeper than any real page (kDeepest) stop the parser, whose time grows with the depth; the
// tags are then just cut out.
#include "text/html.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "base/utf8.hpp"
#include "entente/document.hpp"
#include "text/html_blocks.hpp"
#include "text/html_charset.hpp"
#include "text/html_metadata.hpp"

namespace entente {
namespace {

constexpr std::size_t kDeepest = 400;

template <std::size_t Size>
bool any_of(const std::array<std::string_view, Size>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

constexpr std::array<std::string_view, 19> kSilent = {
    "script", "style",      "noscript", "template", "iframe",   "object", "svg",
    "math",   "select",     "button",   "head",     "textarea", "canvas", "audio",
    "video",  "figcaption", "option",   "datalist", "input"};
constexpr std::array<std::string_view, 6> kFurnitureElements = {"nav",  "footer", "aside",
                                                                "form", "dialog", "menu"};
constexpr std::array<std::string_view, 31> kBlocks = {
    "p",     "div", "section", "article", "main", "header",  "footer",    "nav",
    "aside", "h1",  "h2",      "h3",      "h4",   "h5",      "h6",        "ul",
    "ol",    "li",  "dl",      "dt",      "dd",   "table",   "tr",        "caption",
    "hr",    "pre", "figure",  "body",    "form", "address", "blockquote"};
constexpr std::array<std::string_view, 7> kNeverFurniture = {"html", "body", "main", "article",
                                                             "h1",   "p",    "time"};

/// What an open element changes.
struct Frame {
  bool silent = false;
  bool furniture = false;
  bool named = false;
  bool link = false;
  bool preformatted = false;
  bool main = false;
  std::size_t article = 0;
  BlockKind kind = BlockKind::paragraph;
};

class PageBuilder {
 public:
  void start(std::string_view name, const Attributes& attributes) {
    Frame frame = stack_.empty() ? Frame{} : stack_.back();
    metadata_.start(name, attributes);
    enter(frame, name, attributes);
    if (any_of(kBlocks, name)) end_block();
    if (name == "br" && !silent()) current_.text += '\n';
    if ((name == "td" || name == "th") && !current_.text.empty()) current_.text += '\t';
    stack_.push_back(std::move(frame));
    names_.emplace_back(name);
  }

  void end(std::string_view name) {
    metadata_.end(name);
    if (stack_.empty() || names_.back() != name) return;
    if (any_of(kBlocks, name)) end_block();
    stack_.pop_back();
    names_.pop_back();
  }

  void characters(std::string_view text) {
    metadata_.characters(text);
    if (stack_.empty() || !stack_.back().silent) append(text);
  }

  bool too_deep() const { return stack_.size() > kDeepest; }

  HtmlPage finish() {
    end_block();
    HtmlPage page = metadata_.page();
    page.text = main_text(blocks_);
    if (page.title.empty())
      for (const Block& block : blocks_)
        if (page.title.empty() && block.kind == BlockKind::heading) page.title = block.text;
    return page;
  }

 private:
  bool silent() const { return !stack_.empty() && stack_.back().silent; }

  void enter(Frame& frame, std::string_view name, const Attributes& attributes) {
    const bool header = name == "header" && frame.article == 0 && !frame.main;
    const bool hidden = attributes.has("hidden") || attributes.get("aria-hidden") == "true";
    frame.silent = frame.silent || any_of(kSilent, name) || (hidden && name != "body");
    frame.furniture = frame.furniture || header || any_of(kFurnitureElements, name);
    frame.named = frame.named || (!any_of(kNeverFurniture, name) && named_furniture(attributes));
    frame.link = frame.link || name == "a";
    frame.preformatted = frame.preformatted || name == "pre";
    frame.main = frame.main || name == "main" || attributes.get("role") == "main";
    if (name == "article" && frame.article == 0) frame.article = ++articles_;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      frame.kind = BlockKind::heading;
    if (name == "li") frame.kind = BlockKind::item;
    if (name == "tr") frame.kind = BlockKind::row;
  }

  static bool named_furniture(const Attributes& attributes) {
    return names_furniture(attributes.get("class")) || names_furniture(attributes.get("id")) ||
           names_furniture(attributes.get("role"));
  }

  /// Adds text to the block at hand, runs of white space as one blank.
  void append(std::string_view text) {
    const Frame frame = stack_.empty() ? Frame{} : stack_.back();
    if (current_.text.empty()) {
      current_.kind = frame.kind;
      current_.article = frame.article;
      current_.main = frame.main;
      current_.furniture = frame.furniture;
      current_.named = frame.named;
    }
    const std::size_t before = current_.text.size();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      if (frame.preformatted && text[at] == '\n')
        current_.text += '\n';
      else if (!is_space(point.value))
        current_.text.append(text.substr(at, point.size));
      else if (!current_.text.empty() && static_cast<unsigned char>(current_.text.back()) > ' ')
        current_.text += ' ';
      at += point.size;
    }
    if (frame.link) current_.linked += current_.text.size() - before;
  }

  void end_block() {
    std::string& text = current_.text;
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.pop_back();
    if (!text.empty()) blocks_.push_back(std::move(current_));
    current_ = {};
  }

  PageMetadata metadata_;
  std::vector<Frame> stack_;
  std::vector<std::string> names_;
  std::vector<Block> blocks_;
  Block current_;
  std::size_t articles_ = 0;
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// What the callbacks reach.
struct Reading {
  PageBuilder builder;
  htmlParserCtxtPtr parser = nullptr;
  bool stopped = false;
};

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto& reading = *static_cast<Reading*>(context);
  reading.builder.start(view(name), Attributes(reinterpret_cast<const char**>(attributes)));
  if (!reading.builder.too_deep()) return;
  reading.stopped = true;
  xmlStopParser(reading.parser);
}
void on_end(void* context, const xmlChar* name) {
  static_cast<Reading*>(context)->builder.end(view(name));
}
void on_text(void* context, const xmlChar* text, int size) {
  static_cast<Reading*>(context)->builder.characters(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    parser->myDoc = nullptr;
    htmlFreeParserCtxt(parser);
  }
};

/// The text between the tags, for pages no parser wants.
std::string without_tags(std::string_view html) {
  std::string out;
  bool tag = false;
  for (const char c : html) {
    if (c == '<') tag = true;
    if (!tag) out += c;
    if (c == '>') {
      tag = false;
      out += '\n';
    }
  }
  return out;
}

}  // namespace

HtmlPage read_html(std::string_view bytes) {
  const std::string html = html_to_utf8(bytes);
  Reading reading;
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.cdataBlock = on_text;
  handler.ignorableWhitespace = on_text;
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      htmlCreatePushParserCtxt(&handler, &reading, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (!parser) return {.title = {}, .date = {}, .outlet = {}, .url = {}, .text = without_tags(html)};
  reading.parser = parser.get();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  constexpr std::size_t kStep = 1U << 20U;
  for (std::size_t at = 0; at < html.size() && !reading.stopped; at += kStep)
    htmlParseChunk(parser.get(), html.data() + at, static_cast<int>(std::min(kStep, html.size() - at)), 0);
  if (!reading.stopped) htmlParseChunk(parser.get(), nullptr, 0, 1);
  HtmlPage page = reading.builder.finish();
  if (reading.stopped) page.text = without_tags(html);
  return page;
}

}  // namespace entente
