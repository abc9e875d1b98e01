// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the store that the golden tests ask: four documents whose assertions are written by hand.
#include <cstdio>
#include <entente/entente.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace entente;

const std::vector<Entity> kEntities = {
    {"RUS", EntityType::country, "Russia", {"Kremlin", "Moscow"}, "RUS"},
    {"TJK", EntityType::country, "Tajikistan", {"Dushanbe"}, "TJK"},
    {"CHN", EntityType::country, "China", {"Beijing"}, "CHN"},
    {"igo:csto", EntityType::igo, "Collective Security Treaty Organization", {"CSTO"}, ""},
    {"person:emomali-rahmon", EntityType::person, "Emomali Rahmon", {"Rahmon"}, ""},
    {"UZB", EntityType::country, "Uzbekistan", {"Tashkent"}, "UZB"}};

Index entity(const std::string& id) {
  for (Index i = 0; i < kEntities.size(); ++i)
    if (kEntities[i].id == id) return i;
  return kNone;
}

struct Statement {
  const char* subject;
  RelationType type;
  const char* object;
  const char* sentence;
  const char* trigger;
  Assertion attributes;
};

Document document(const char* id, const char* date, const char* outlet, const char* title) {
  return {.id = id, .title = title, .date = date, .outlet = outlet, .url = {}, .text = {}};
}

/// The document's text is its statements' sentences, one after the other.
Extraction extraction(Document document, const std::vector<Statement>& statements) {
  Extraction result{std::move(document), kEntities, {}};
  std::string& text = result.document.text;
  for (const auto& statement : statements) {
    if (!text.empty()) text += ' ';
    Assertion assertion = statement.attributes;
    assertion.subject = entity(statement.subject);
    assertion.type = statement.type;
    assertion.object = entity(statement.object);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += statement.sentence;
    assertion.sentence = {begin, static_cast<std::uint32_t>(text.size())};
    const auto at = static_cast<std::uint32_t>(text.find(statement.trigger, begin));
    assertion.trigger = {at, at + static_cast<std::uint32_t>(std::string_view(statement.trigger).size())};
    assertion.subject_span = assertion.object_span = assertion.sentence;
    assertion.rule = "by-hand";
    result.assertions.push_back(assertion);
  }
  return result;
}

Assertion with(Domain domain, double score, Phase phase = Phase::ongoing,
               Factuality factuality = Factuality::fact) {
  Assertion assertion;
  assertion.domain = domain;
  assertion.score = score;
  assertion.phase = phase;
  assertion.factuality = factuality;
  return assertion;
}

std::vector<Extraction> extractions() {
  using enum RelationType;
  Assertion base = with(Domain::security, 0.9);
  base.place = "Dushanbe";
  base.facility = "201st Military Base";
  Assertion loan = with(Domain::finance, 0.7);
  loan.detail = "$1.1 billion";
  loan.time = "2024";
  return {extraction(document("a", "2024-01-10", "Herald", "Bases"),
                     {{"TJK", depends_on, "RUS", "Tajikistan depends on Russia for its defence.", "depends",
                       with(Domain::security, 0.9)},
                      {"RUS", has_base_in, "TJK", "Russia has a base in Dushanbe.", "has a base", base},
                      {"TJK", member_of, "igo:csto", "Tajikistan is a member of the CSTO.", "member",
                       with(Domain::security, 0.8)}}),
          extraction(document("b", "2024-05-02", "Courier", "Debts"),
                     {{"TJK", owes_debt_to, "CHN", "Tajikistan owes China $1.1 billion.", "owes", loan},
                      {"person:emomali-rahmon", leads, "TJK", "President Rahmon thanked China.", "President",
                       with(Domain::none, 0.9)}}),
          extraction(document("c", "2025-02-03", "Herald", "Troops"),
                     {{"RUS", deploys_to, "TJK", "Russia may withdraw troops from Tajikistan.", "withdraw",
                       with(Domain::security, 0.6, Phase::end, Factuality::possible)},
                      {"RUS", deploys_to, "TJK", "Russia keeps troops in Tajikistan.", "keeps",
                       with(Domain::security, 0.8)}}),
          extraction(document("d", "2025-03-04", "", "Gas, \"quoted\" & <tagged>"),
                     {{"UZB", supplies, "TJK", "Uzbekistan supplies Tajikistan with gas.", "supplies",
                       with(Domain::energy, 0.8)},
                      {"RUS", consults, "UZB", "Moscow and Tashkent held talks.", "talks",
                       with(Domain::diplomatic, 0.7)}})};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::filesystem::remove(argv[1]);
  Store store(argv[1],
              {.mode = StoreMode::write, .clock = [] { return std::string("2025-04-01T00:00:00Z"); }});
  store.add(extractions());
}
