// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A small grammar over tokens, longest reading first: absolute dates (day, month, year in both orders),
// ranges, open intervals, and dates relative to the document's date (deixis resolved as in TIMEX3, ISO
// 24617-1).
#include "relations/times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>

namespace entente::relations {
namespace {
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kLongMonths = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 13> kNumbers = {
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};

// Beside one of these a month or weekday may lie ahead.
constexpr std::array<std::string_view, 14> kFuture = {"will",  "'ll",     "shall",    "due",       "plan",
                                                      "plans", "planned", "expected", "scheduled", "next",
                                                      "until", "by",      "ahead",    "upcoming"};

bool is_future(const std::string& word) {
  return std::find(kFuture.begin(), kFuture.end(), word) != kFuture.end();
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "–" || word == "—";
}

/// Reads times from the words of a sentence.
class Grammar {
 public:
  Grammar(std::vector<std::string> words, PartialDate today, int context_year)
      : words_(std::move(words)), today_(today), context_year_(context_year) {}

  std::vector<TimeExpression> run() {
    std::vector<TimeExpression> found;
    for (at_ = 0; at_ < words_.size();) {
      const std::size_t start = at_;
      const std::string value = expression();
      if (value.empty()) {
        at_ = start + 1;
        continue;
      }
      found.push_back({static_cast<Index>(start), static_cast<Index>(at_), value});
    }
    return found;
  }

  int context_year() const { return context_year_; }

  /// Whether a dash ends a dateline right behind `last`: "KYIV, Oct. 2 -", "KINSHASA (radio, 14 Oct) -".
  bool in_dateline(Index last) const {
    constexpr Index kLongest = 14;
    if (last < words_.size() && (words_[last] == ")" || words_[last] == ".")) ++last;
    return last < kLongest && last < words_.size() && is_dash(words_[last]);
  }

 private:
  std::string_view word(std::size_t ahead = 0) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view();
  }
  std::string_view before() const { return at_ > 0 ? std::string_view(words_[at_ - 1]) : std::string_view(); }

  std::string expression() {
    const bool begun =
        at_ > 1 && before() == "in" && (words_[at_ - 2] == "beginning" || words_[at_ - 2] == "starting");
    const std::string_view opener = begun ? std::string_view(words_[at_ - 2]) : before();
    const std::optional<std::string> decade = century_or_decade();
    if (decade) return *decade;
    const std::optional<PartialDate> first = date();
    if (!first) return relative_or_empty(opener);
    const std::size_t end = at_;
    const bool ranged = is_dash(word()) || word() == "to" || word() == "until" || word() == "till" ||
                        word() == "through" || (word() == "and" && opener == "between");
    if (ranged) {
      ++at_;
      const std::optional<PartialDate> second = date_in_range(*first);
      if (second) return first->iso() + "/" + second->iso();
      at_ = end;
    }
    if (word() == "and" && first->month == 0 && year(word(1)) == first->year + 1) {  // "in 1993 and 1994"
      at_ += 2;
      return fmt::format("{}/{}", first->year, first->year + 1);
    }
    return bounded(opener, *first);
  }

  static std::string bounded(std::string_view opener, const PartialDate& date) {
    if (opener == "since" || opener == "starting" || opener == "beginning") return date.iso() + "/..";
    if (opener == "until" || opener == "till") return "../" + date.iso();
    return date.iso();
  }

  std::string relative_or_empty(std::string_view opener) {
    const std::optional<PartialDate> found = relative();
    return found ? bounded(opener, *found) : std::string();
  }

  std::optional<std::string> century_or_decade() {
    const std::string_view w = word();
    if (w.size() == 5 && w[4] == 's' && (w[0] == '1' || w[0] == '2') && w[3] == '0' &&
        number(w.substr(0, 4))) {
      const int year = *number(w.substr(0, 4));
      ++at_;
      return w[2] == '0' ? std::nullopt : std::optional(fmt::format("{}/{}", year, year + 9));
    }
    if (w.size() > 8 && w.size() < 13) {  // "1899–1902" in one token
      for (const std::string_view dash :
           {std::string_view("–"), std::string_view("-"), std::string_view("/")}) {
        const std::size_t at = w.find(dash);
        if (at != 4) continue;
        const auto first = year(w.substr(0, 4)), second = year(w.substr(4 + dash.size()));
        if (first && second) {
          ++at_;
          return fmt::format("{}/{}", *first, *second);
        }
      }
    }
    return std::nullopt;
  }

  static std::optional<int> year(std::string_view word) {
    const auto value = word.size() == 4 ? number(word) : std::nullopt;
    return value && *value >= 1000 && *value <= 2100 ? value : std::nullopt;
  }

  std::optional<int> month() const {
    std::string_view w = word();
    // "may" and "march" are months only beside a number or after a preposition of time.
    for (std::size_t i = 0; i < 12; ++i)
      if (w == kLongMonths[i] && (i != 4 || plausible_may())) return static_cast<int>(i + 1);
    if (!w.empty() && w.back() == '.') w.remove_suffix(1);
    if (w == "sept") return 9;
    for (std::size_t i = 0; i < 12; ++i)
      if (w == kMonths[i] && (number(word(1)) || word().back() == '.')) return static_cast<int>(i + 1);
    return std::nullopt;
  }

  bool plausible_may() const {
    const std::string_view b = before();
    return number(word(1)) || number(b) || b == "in" || b == "last" || b == "next" || b == "since" ||
           b == "until" || b == "by" || b == "of" || b == "this" || b == "early" || b == "late";
  }

  std::optional<int> day() const {
    std::string_view w = word();
    for (const std::string_view suffix : {"st", "nd", "rd", "th"})
      if (w.size() > 2 && w.ends_with(suffix)) w.remove_suffix(2);
    const auto value = w.size() <= 2 ? number(w) : std::nullopt;
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }

  std::optional<int> year_after() {
    const std::size_t start = at_;
    if (word() == ",") ++at_;
    if (const auto value = year(word())) {
      ++at_;
      return value;
    }
    at_ = start;
    return std::nullopt;
  }

  /// An absolute date; moves past it.
  std::optional<PartialDate> date() {
    const std::size_t start = at_;
    PartialDate result;
    std::string_view w = word();
    for (const std::string_view part : {"early-", "mid-", "late-"})  // "mid-1984" in one token
      if (w.starts_with(part)) w.remove_prefix(part.size());
    if (const auto value = year(w)) {
      if (!plausible_year()) return std::nullopt;
      ++at_;
      context_year_ = *value;
      return PartialDate{*value, 0, 0};
    }
    if (const auto d = day(); d && at_ + 1 < words_.size()) {
      ++at_;
      if (word() == "of") ++at_;
      if (const auto m = month()) {
        ++at_;
        return with_year({0, *m, *d});
      }
      at_ = start;
      return std::nullopt;
    }
    const auto m = month();
    if (!m) return std::nullopt;
    ++at_;
    result.month = *m;
    if (const auto d = day()) {
      result.day = *d;
      ++at_;
    } else if (word() == "of") {
      ++at_;
      if (!year(word())) --at_;
    }
    return with_year(result);
  }

  bool plausible_year() const {
    const std::string_view b = before(), a = word(1);
    // A count, not a year: "1500 troops", "$ 2000", "some 1900 men".
    if (b == "$" || b == "€" || b == "£" || b == "some" || b == "about" || b == "nearly" || b == "than")
      return false;
    return a != "troops" && a != "soldiers" && a != "men" && a != "people" && a != "tonnes" && a != "tons" &&
           a != "km" && a != "kilometres" && a != "kilometers" && a != "miles" && a != "personnel" &&
           a != "million";
  }

  std::optional<PartialDate> with_year(PartialDate date) {
    if (const auto value = year_after()) {
      date.year = context_year_ = *value;
      return valid(date);
    }
    if (start_word_ == "last" || start_word_ == "next") return valid(directed(date));
    if (today_.known() && today_.month != 0 && context_year_ == today_.year) return valid(nearest(date));
    if (context_year_ == 0) return std::nullopt;
    date.year = context_year_;
    return valid(date);
  }

  PartialDate directed(PartialDate date) const {
    if (!today_.known()) return {};
    date.year = today_.year;
    const bool later = date.month > today_.month, same = date.month == today_.month;
    if (start_word_ == "last" && (later || same)) --date.year;
    if (start_word_ == "next" && !later) ++date.year;
    return date;
  }

  /// The year that brings a month (and day) closest to the document's date where the sentence looks ahead;
  /// else the last one: what is told without a year has been.
  PartialDate nearest(PartialDate date) const {
    if (std::none_of(words_.begin(), words_.end(), is_future)) {
      const bool ahead = date.month > today_.month ||
                         (date.month == today_.month && today_.day != 0 && date.day > today_.day);
      date.year = today_.year - (ahead ? 1 : 0);
      return date;
    }
    PartialDate best;
    long least = 0;
    for (int year = today_.year - 1; year <= today_.year + 1; ++year) {
      PartialDate tried{year, date.month, date.day};
      const long distance =
          std::labs((to_days({year, date.month, std::max(15, date.day)}) - to_days(today_)).count());
      if (!best.known() || distance < least) best = tried, least = distance;
    }
    return best;
  }

  static std::optional<PartialDate> valid(const PartialDate& date) {
    if (!date.known()) return std::nullopt;
    if (date.day == 0) return date;
    const auto whole = std::chrono::year(date.year) / date.month / date.day;
    return whole.ok() ? std::optional(date) : std::optional(PartialDate{date.year, date.month, 0});
  }

  /// The second date of a range: "1915 to 1934", "1984-85".
  std::optional<PartialDate> date_in_range(const PartialDate& first) {
    const auto two = word().size() == 2 && first.month == 0 ? number(word()) : std::nullopt;
    if (two && *two > first.year % 100) {
      ++at_;
      return PartialDate{first.year / 100 * 100 + *two, 0, 0};
    }
    return date();
  }

  std::optional<PartialDate> relative() {
    if (!today_.known()) return std::nullopt;
    const std::string_view w = word();
    if (w == "last" || w == "next" || w == "this" || w == "past" || w == "earlier" || w == "later")
      return deictic(std::string(w));
    if (today_.day != 0) {
      if (w == "yesterday") return ++at_, from_days(to_days(today_) - days(1));
      if (w == "today") return ++at_, today_;
      if (w == "tomorrow") return ++at_, from_days(to_days(today_) + days(1));
      for (unsigned i = 0; i < 7; ++i)
        if (w == kWeekdays[i]) return ++at_, weekday(i);
    }
    return ago();
  }

  std::optional<PartialDate> deictic(const std::string& which) {
    const std::size_t start = at_;
    ++at_;
    if (which == "earlier" || which == "later") {
      if (word() != "this") return at_ = start, std::nullopt;
      ++at_;
    }
    const int shift = which == "last" || which == "past" ? -1 : which == "next" ? 1 : 0;
    const std::string_view unit = word();
    if (unit == "year") return ++at_, PartialDate{today_.year + shift, 0, 0};
    if (unit == "month" && today_.month != 0) return ++at_, months(shift);
    if (unit == "week" && today_.day != 0) {
      ++at_;
      const PartialDate day = from_days(to_days(today_) + days(7 * shift));
      return PartialDate{day.year, day.month, 0};
    }
    if (unit == "spring" || unit == "summer" || unit == "autumn" || unit == "fall" || unit == "winter") {
      ++at_;
      return PartialDate{today_.year + (which == "last" && today_.month < 6 ? -1
                                        : which == "next"                   ? 1
                                                                            : 0),
                         0, 0};
    }
    start_word_ = which == "this" ? "" : which;
    const auto found = month() ? date() : std::nullopt;
    start_word_.clear();
    if (!found) at_ = start;
    return found;
  }

  PartialDate months(int shift) const {
    const int total = today_.year * 12 + today_.month - 1 + shift;
    return {total / 12, total % 12 + 1, 0};
  }

  PartialDate weekday(unsigned wanted) const {
    const sys_days now = to_days(today_);
    const int back = static_cast<int>((std::chrono::weekday(now).c_encoding() + 7 - wanted) % 7);
    constexpr std::ptrdiff_t kNear = 8;  // words: "will meet them in Astana on Friday"
    const auto here = words_.begin() + static_cast<std::ptrdiff_t>(at_ - 1);
    const bool ahead = std::any_of(here - std::min(kNear, here - words_.begin()), here, is_future);
    return from_days(ahead && back > 0 ? now + days(7 - back) : now - days(back));
  }

  std::optional<PartialDate> ago() {
    const std::optional<int> count = small_number(word());
    if (!count || (word(2) != "ago" && word(2) != "earlier")) return std::nullopt;
    const std::string_view unit = word(1);
    std::optional<PartialDate> found;
    if (unit.starts_with("year")) found = PartialDate{today_.year - *count, 0, 0};
    if (unit.starts_with("decade")) found = PartialDate{today_.year - 10 * *count, 0, 0};
    if (unit.starts_with("month") && today_.month != 0) found = months(-*count);
    if (today_.day != 0 && (unit.starts_with("week") || unit.starts_with("day")) && *count < 3000) {
      found = from_days(to_days(today_) - days(*count * (unit[0] == 'w' ? 7 : 1)));
      if (unit[0] == 'w') found->day = 0;
    }
    if (found) at_ += 3;
    return found;
  }

  static std::optional<int> small_number(std::string_view word) {
    if (word == "a" || word == "an") return 1;
    for (std::size_t i = 1; i < kNumbers.size(); ++i)
      if (word == kNumbers[i]) return static_cast<int>(i);
    const auto value = number(word);
    return value && *value > 0 && *value < 1000 ? value : std::nullopt;
  }

  std::vector<std::string> words_;
  std::size_t at_ = 0;
  PartialDate today_;
  int context_year_;
  std::string start_word_;
};

}  // namespace

std::vector<TimeExpression> TimeFinder::find(std::string_view text, const Tokens& tokens,
                                             const Sentence& sentence) {
  std::vector<std::string> words;
  words.reserve(sentence.last - sentence.first);
  for (Index token = sentence.first; token < sentence.last; ++token) {
    std::string word(tokens.word(text, token));
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    words.push_back(std::move(word));
  }
  // News names months of its own year; histories go on from the last year they named.
  if (today_.month != 0) context_year_ = today_.year;
  Grammar grammar(std::move(words), today_, context_year_);
  std::vector<TimeExpression> found = grammar.run();
  context_year_ = grammar.context_year();
  for (TimeExpression& time : found) {
    time.dateline = grammar.in_dateline(time.last);
    time.first += sentence.first;
    time.last += sentence.first;
  }
  return found;
}

}  // namespace entente::relations
