// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Each list is one string of words, sorted once into a table and then looked up by binary search.
#include "text/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace entente {
namespace {

class WordList {
 public:
  explicit WordList(std::string_view words) {
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      if (end > begin) words_.push_back(words.substr(begin, end - begin));
      begin = end + 1;
    }
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) longest_ = std::max(longest_, word.size());
  }

  bool has(std::string_view word) const {
    return word.size() <= longest_ && std::binary_search(words_.begin(), words_.end(), word);
  }

  /// The same whatever the case of the ASCII letters; the list is in lower case.
  bool has_any_case(std::string_view word) const {
    std::array<char, 24> lower{};
    if (word.size() > longest_ || word.size() > lower.size()) return false;
    std::transform(word.begin(), word.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return has({lower.data(), word.size()});
  }

 private:
  std::vector<std::string_view> words_;
  std::size_t longest_ = 0;
};

// Abbreviations without their full stop, as written. Ranks and titles; places; offices; Latin and business.
const WordList& titles() {
  static const WordList list(
      "Adm Adml Amb Asst Atty Brig Capt Cdr Cmdr Cmdre Col Comdr Cong Cpl Cpt Det Dir Dr Drs Ens Fr Gen Gens "
      "Gov Govs "
      "Hon Insp Lt Lts Maj Messrs Mlle Mme Mr Mrs Ms Msgr Mt Mts Pfc Pres Prof Profs Pvt Rep Reps Rev Sen "
      "Sens Sgt Sra "
      "St Ste Supt Treas Ft Pt Dept Dist Univ Natl Intl Assn Assoc Govt Attn Tel Mgr Vol Vols Ext "
      "approx cf eg ie esp incl vs viz ca attn tel ext v Div Arrv arrv Sq sq Rt Pte Pty Mfg Esp lb oz Sts "
      "PVT PS");
  return list;
}
const WordList& numerics() {
  static const WordList list(
      "No Nos no nos Art Arts Fig Figs fig figs Sec Secs Sect sec Para Paras para paras Ch Chap chap p pp Op "
      "op Ed Eds "
      "ed eds Est est Sat Sun Ser vol vols c ca b d r v");
  return list;
}
const WordList& dates() {
  static const WordList list(
      "b c d m n r div Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri");
  return list;
}
const WordList& finals() {
  static const WordList list(
      "Inc Corp Co Cos Ltd LTD INC CORP CO Bros Jr Sr Esq Ave Blvd Bldg Bhd Plc Ret etc Etc al ibid Rd Ph bn "
      "mn tn mln bln pct "
      "U.S U.K Ariz Ala "
      "Calif Colo "
      "Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va "
      "Vt Wash "
      "Wis Wyo Ont Que");
  return list;
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// U.S, p.m, Ph.D, M.Sc: letters in groups of one or two, at least one of one, with full stops between.
bool is_dotted(std::string_view word) {
  std::size_t groups = 0;
  std::size_t singles = 0;
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find('.', begin), word.size());
    const std::size_t length = end - begin;
    if (length < 1 || length > 2) return false;
    for (std::size_t i = begin; i < end; ++i)
      if (!letter(word[i])) return false;
    ++groups;
    singles += length == 1 ? 1 : 0;
    begin = end + 1;
  }
  return groups >= 2 && singles >= 1;
}

struct Contraction {
  std::string_view word;
  std::size_t first;
};
constexpr std::array kContractions = {
    Contraction{"aint", 2},     Contraction{"arent", 3}, Contraction{"cannot", 3}, Contraction{"cant", 2},
    Contraction{"couldnt", 5},  Contraction{"didnt", 3}, Contraction{"doesnt", 4}, Contraction{"dont", 2},
    Contraction{"gonna", 3},    Contraction{"gotta", 3}, Contraction{"hadnt", 3},  Contraction{"hasnt", 3},
    Contraction{"havent", 4},   Contraction{"im", 1},    Contraction{"isnt", 2},   Contraction{"ive", 1},
    Contraction{"shouldnt", 6}, Contraction{"thats", 4}, Contraction{"theres", 5}, Contraction{"theyre", 4},
    Contraction{"wanna", 3},    Contraction{"wasnt", 3}, Contraction{"werent", 4}, Contraction{"wont", 2},
    Contraction{"wouldnt", 5},  Contraction{"youll", 3}, Contraction{"youre", 3},  Contraction{"youve", 3},
};

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 12) return Abbreviation::none;
  if (titles().has(word)) return Abbreviation::title;
  if (dates().has(word)) return Abbreviation::dated;
  if (finals().has(word)) return Abbreviation::final;
  if (numerics().has(word)) return Abbreviation::numeric;
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return Abbreviation::initial;
  if (word == "e.g" || word == "i.e" || word == "E.g" || word == "I.e" || word == "P.S")
    return Abbreviation::title;
  return is_dotted(word) ? Abbreviation::final : Abbreviation::none;
}

namespace {

/// For each first letter the last letters a contraction may have, as bits.
constexpr std::array<std::uint32_t, 26> kContractionEnds = [] {
  std::array<std::uint32_t, 26> ends{};
  for (const Contraction& entry : kContractions)
    ends[static_cast<std::size_t>(entry.word.front() - 'a')] |=
        1U << static_cast<unsigned>(entry.word.back() - 'a');
  return ends;
}();

}  // namespace

std::size_t contraction(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return 0;
  std::array<char, 8> lower{};
  std::transform(word.begin(), word.end(), lower.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  const std::string_view key(lower.data(), word.size());
  const auto first = static_cast<unsigned>(key.front() - 'a');
  const auto last = static_cast<unsigned>(key.back() - 'a');
  if (first >= 26 || last >= 26 || (kContractionEnds[first] & (1U << last)) == 0) return 0;
  const auto found =
      std::lower_bound(kContractions.begin(), kContractions.end(), key,
                       [](const Contraction& entry, std::string_view k) { return entry.word < k; });
  return found != kContractions.end() && found->word == key && word != "IM" ? found->first : 0;
}

bool is_prefix(std::string_view word) {
  static const WordList list(
      "anti arch co counter cross cyber de e ex extra hyper inter intra macro mega micro mid mini mono "
      "multi neo "
      "non over para post pre pro proto pseudo psycho re semi socio sub super trans tri ultra un uni");
  return list.has_any_case(word);
}

bool is_unit(std::string_view word) {
  static const WordList list(
      "AM PM am pm a.m p.m k K m M b B bn mn tn mm cm km kg mg lb lbs ft mi nm mph kph MW GW kW KW MB GB KB "
      "Hz kHz MHz "
      "GHz hp kt ha bcm bpd bbl yr yrs hrs hr min mins sec sq MM kms t T");
  return list.has(word);
}

bool starts_sentences(std::string_view word) {
  static const WordList list(
      "A About Above According Addressing After Again All Also Although Among An And Another Any Are As "
      "Asked At "
      "Because Before Besides Both But By Can Could Currently Despite Did Do Does During Each Earlier Either "
      "Even "
      "Every Everybody Everyone Few Finally First For From Furthermore Given Had Has Have He Hence Her Here "
      "His How However I If In "
      "Indeed "
      "Instead Is It Its Last Later Many Meanwhile Moreover More Most Much My Neither Nevertheless No Nobody "
      "Nothing "
      "Nonetheless Nor "
      "Not Now Of On Once One Only Other Others Our Over Perhaps Rather Several She Should Similarly Since "
      "So Some "
      "Somehow Such That The Their Then There Therefore These They This Those Though Three Through Thus To "
      "Today "
      "Together Two Under Unlike Until Was We Were What When Where Whether Which While Who Whose Why Will "
      "With Within "
      "Without Would Yesterday Yet You Your");
  return list.has(word);
}

bool is_saying(std::string_view word) {
  static const WordList list(
      "said says say asked asks told tells added adds replied replies wrote writes declared declares warned "
      "warns "
      "shouted cried argued argues announced explained insisted stated noted");
  return list.has(word);
}

bool is_extension(std::string_view word) {
  static const WordList list(
      "com org net gov edu mil int info biz eu uk ru cn jp fr br ca au nz za tj ua ir kz uz kg doc docx xls "
      "xlsx pdf txt "
      "htm html php asp jsp url jpg jpeg gif png ppt zip xml csv mp3 mp4 exe dtf");
  return list.has_any_case(word);
}

}  // namespace entente
