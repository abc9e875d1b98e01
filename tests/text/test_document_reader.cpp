// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/document.hpp"
#include "support/temporary_folder.hpp"
#include "text/segment.hpp"

using namespace entente;
using testing::TemporaryFolder;

namespace {

struct Read {
  std::vector<Document> documents;
  std::vector<std::string> problems;
};

Read read(const std::string& path, ReadOptions options = {}) {
  Read result;
  DocumentReader reader(path, std::move(options), [&](const Diagnostic& problem) {
    result.problems.push_back(problem.place.substr(problem.place.find_last_of('/') + 1) + ": " +
                              problem.message);
  });
  while (auto document = reader.next()) result.documents.push_back(std::move(*document));
  return result;
}

}  // namespace

TEST_CASE("a plain text is one document named after its file", "[text][reader]") {
  const TemporaryFolder folder;
  const auto result = read(folder.write(
      "manas.v2.txt", "\xEF\xBB\xBFKyrgyzstan Closes a Base\r\n\r\nBishkek gave notice. It was short.\r\n"));
  REQUIRE(result.documents.size() == 1);
  const Document& document = result.documents[0];
  CHECK(document.id == "manas.v2");
  CHECK(document.title == "Kyrgyzstan Closes a Base");
  CHECK(document.text == "Kyrgyzstan Closes a Base\n\nBishkek gave notice. It was short.\n");
  CHECK(document.date.empty());
  CHECK(read(folder.write("x.txt", "A text that starts with a sentence.\nAnd goes on."))
            .documents[0]
            .title.empty());
  const auto choice = read(folder.write("y.txt",
                                        "Picture\n\nA Treaty Between Old Rivals\n\nPublication: The Monitor "
                                        "of Treaties Today\n\nThey signed it."));
  CHECK(choice.documents[0].title == "A Treaty Between Old Rivals");
}

TEST_CASE("labels and dates before a plain text fill its fields", "[text][reader]") {
  const TemporaryFolder folder;
  const auto result =
      read(folder.write("a.txt",
                        "Picture\n\nTroops Leave the Base\n15 June 2004\nBy A Writer\n"
                        "Publication: Coast Monitor Volume: 1 Issue: 30\nURL: http://x.example/1\n\n"
                        "The troops left on Monday. They will not come back.\n"));
  REQUIRE(result.documents.size() == 1);
  CHECK(result.documents[0].title == "Troops Leave the Base");
  CHECK(result.documents[0].date == "2004-06-15");
  CHECK(result.documents[0].outlet == "Coast Monitor");
  CHECK(result.documents[0].url == "http://x.example/1");
  CHECK(result.problems.empty());
}

TEST_CASE("the given date is for documents without one", "[text][reader]") {
  const TemporaryFolder folder;
  CHECK(read(folder.write("a.txt", "Text."), {.date = "2004-06-15"}).documents[0].date == "2004-06-15");
  CHECK(read(folder.write("a.json", R"({"text":"T.","date":"2001"})"), {.date = "2004"}).documents[0].date ==
        "2001");
}

TEST_CASE("JSON Lines are read a line at a time and bad lines are told", "[text][reader]") {
  const TemporaryFolder folder;
  const std::string lines =
      "{\"id\": \"a\", \"date\": \"June 15, 2004\", \"title\": \"T\", \"text\": \"One.\", \"url\": "
      "\"http://x\", \"outlet\": \"O\"}\n"
      "\n"
      "{\"id\": 7, \"text\": \"Two.\"}\n"
      "{\"text\": \"Three \\ud83d.\"}\n"
      "{\"id\": \"b\"}\n"
      "[1]\n"
      "{\"id\": \n"
      "{\"id\": \"c\", \"date\": \"soon\", \"text\": \"Five.\"}";
  for (const std::string& path : {folder.write("d.jsonl", lines), folder.write_gzipped("d.jsonl.gz", lines),
                                  folder.write("d", lines)}) {
    const auto result = read(path);
    REQUIRE(result.documents.size() == 4);
    CHECK(result.documents[0].id == "a");
    CHECK(result.documents[0].date == "2004-06-15");
    CHECK(result.documents[0].title == "T");
    CHECK(result.documents[0].url == "http://x");
    CHECK(result.documents[0].outlet == "O");
    CHECK(result.documents[1].id == "7");
    CHECK(result.documents[2].id == "d:4");
    CHECK(result.documents[2].text == "Three \xEF\xBF\xBD.");
    CHECK(result.documents[3].date.empty());
    REQUIRE(result.problems.size() == 4);
    CHECK(result.problems[0].find(":5: no text in the member \"text\"") != std::string::npos);
    CHECK(result.problems[1].find(":6: not a JSON object") != std::string::npos);
    CHECK(result.problems[2].find(":7: not JSON") != std::string::npos);
    CHECK(result.problems[3].find(":8: the date \"soon\"") != std::string::npos);
  }
}

TEST_CASE("JSON files hold a document or an array of them", "[text][reader]") {
  const TemporaryFolder folder;
  CHECK(read(folder.write("one.json", R"({"text": "One."})")).documents[0].id == "one");
  const auto many =
      read(folder.write("many.json", R"([{"id":"x","text":"One."}, 5, {"text":["Two.","More."]}])"));
  REQUIRE(many.documents.size() == 2);
  CHECK(many.documents[1].id == "many:3");
  CHECK(many.documents[1].text == "Two.\n\nMore.");
  CHECK(many.problems == std::vector<std::string>{"many.json:2: not a JSON object"});
  const auto lines = read(folder.write("lines.json", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"));
  REQUIRE(lines.documents.size() == 2);
  CHECK(lines.documents[1].id == "lines:2");
  CHECK(read(folder.write("bad.json", "{\"text\": ")).problems.size() == 1);
  CHECK(read(folder.write("empty.json", " ")).problems == std::vector<std::string>{"empty.json: empty"});
}

TEST_CASE("names of members can be mapped, with dots descending", "[text][reader]") {
  const TemporaryFolder folder;
  const std::string json =
      R"({"text":"wrong","article":{"body":"Right.","meta":{"n":12}},"a.b":"Dotted","source":{"name":"Herald"}})";
  const auto result =
      read(folder.write("m.json", json),
           {.fields = {{"text", "article.body"}, {"id", "article.meta.n"}, {"title", "a.b"}}});
  REQUIRE(result.documents.size() == 1);
  CHECK(result.documents[0].text == "Right.");
  CHECK(result.documents[0].id == "12");
  CHECK(result.documents[0].title == "Dotted");
  CHECK(result.documents[0].outlet == "Herald");
}

TEST_CASE("deeply nested JSON is no danger", "[text][reader]") {
  const TemporaryFolder folder;
  const auto result = read(folder.write("deep.json", std::string(1000000, '[')));
  CHECK(result.documents.empty());
  CHECK(result.problems.size() == 1);
  CHECK(
      read(folder.write("deep2.json", std::string(500000, '[') + std::string(500000, ']'))).problems.size() ==
      1);
}

TEST_CASE("files that cannot be read throw and name the file", "[text][reader]") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(DocumentReader("/no/such/file.txt"), Catch::Contains("/no/such/file.txt"));
  CHECK_THROWS_AS(read(folder.path().string()), IoError);
  std::string text;
  for (int i = 0; i < 50000; ++i)
    text += "{\"id\": " + std::to_string(i * 7919 % 50021) + ", \"text\": \"Words.\"}\n";
  const std::string path = folder.write_gzipped("cut.jsonl.gz", text);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  DocumentReader reader(path);
  std::size_t count = 0;
  CHECK_THROWS_WITH(
      [&] {
        while (reader.next()) ++count;
      }(),
      Catch::Contains("cut.jsonl.gz") && Catch::Contains("cut short"));
  CHECK(count > 1000);
}

TEST_CASE("empty files hold no document", "[text][reader]") {
  const TemporaryFolder folder;
  for (const char* name : {"e.txt", "e.html", "e.jsonl", "e"})
    CHECK(read(folder.write(name, "")).documents.empty());
  CHECK(read(folder.write("blank.txt", " \n\xC2\xA0\n")).problems ==
        std::vector<std::string>{"blank.txt: no text"});
}

TEST_CASE("one line of many megabytes is read in every format", "[text][reader]") {
  constexpr std::size_t kSize = 8U << 20U;
  const TemporaryFolder folder;
  std::string line;
  while (line.size() < kSize) line += "The minister said on Monday that the forces had left the base. ";
  const std::string record = "{\"text\": \"" + line + "\"}";
  for (const std::string& path :
       {folder.write("a.txt", line), folder.write("a.json", record), folder.write("a.jsonl", record),
        folder.write("a.html", "<p>" + line), folder.write_gzipped("a.txt.gz", line)}) {
    INFO(path);
    const auto result = read(path);
    REQUIRE(result.documents.size() == 1);
    CHECK(result.documents[0].text.size() + 1 >= line.size());
    CHECK(segment(result.documents[0].text).sentences.size() == line.size() / 63);
  }
}
