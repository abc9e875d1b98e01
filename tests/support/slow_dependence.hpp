// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A slow, obvious twin of the derivation of dependence. Days are numbered by counting them; the table is
// written out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "support/slow_graph.hpp"

namespace entente::testing {

using DependenceKey = std::tuple<std::string, std::string, Domain>;  // dependent, provider, domain

constexpr long kNever = 1000000000;

/// Days since the year 1, a month and a day at a time.
inline long slow_day(int year, int month, int day) {
  const auto leap = [](int y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); };
  const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  long days = 0;
  for (int y = 1; y < year; ++y) days += leap(y) ? 366 : 365;
  for (int m = 1; m < month; ++m) days += lengths[m - 1] + (m == 2 && leap(year) ? 1 : 0);
  return days + day;
}

struct SlowDate {
  long begin = -kNever, end = kNever;
};

/// REQUIRES: a valid date, or empty.
inline std::optional<SlowDate> slow_date(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const int year = std::stoi(text.substr(0, 4));
  if (text.size() == 4) return SlowDate{slow_day(year, 1, 1), slow_day(year + 1, 1, 1) - 1};
  const int month = std::stoi(text.substr(5, 2));
  if (text.size() == 7) {
    const long next = month == 12 ? slow_day(year + 1, 1, 1) : slow_day(year, month + 1, 1);
    return SlowDate{slow_day(year, month, 1), next - 1};
  }
  const long day = slow_day(year, month, std::stoi(text.substr(8, 2)));
  return SlowDate{day, day};
}

/// Everything that time decides about an assertion.
struct SlowTimes {
  std::optional<SlowDate> event, report;
  bool interval = false;
  long begin = -kNever;   // holds from
  long end = kNever;      // holds until
  long closes = -kNever;  // the last day, for an end
  bool dated = false;
  long first = 0, last = 0;  // when it is said to be

  explicit SlowTimes(const Said& said) {
    const std::string& time = said.assertion->time;
    const auto slash = time.find('/');
    interval = slash != std::string::npos;
    report = slow_date(said.document->date);
    if (interval) {
      const std::string left = time.substr(0, slash);
      const std::string right = time.substr(slash + 1);
      SlowDate both;
      if (left != "..") both.begin = slow_date(left)->begin;
      if (right != "..") both.end = slow_date(right)->end;
      if (both.begin <= both.end) event = both;  // else it is no date
    } else {
      event = slow_date(time);
    }
    if (event) {
      of_event(said.assertion->factuality);
    } else if (report) {
      dated = true;
      begin = first = report->begin;
      last = closes = report->end;
    }
  }

 private:
  void of_event(Factuality factuality) {
    begin = event->begin;
    if (interval) end = event->end;
    if (factuality != Factuality::fact && report && report->begin < begin) begin = report->begin;
    dated = true;
    first = event->begin == -kNever ? event->end : event->begin;
    last = event->end;
    if (event->end == kNever) last = report && report->begin > event->begin ? report->end : event->begin;
    closes = event->end == kNever ? event->begin : event->end;
    if (report && report->end >= event->begin) closes = std::min(closes, report->end);
  }
};

struct SlowRule {
  RelationType type;
  bool subject_depends;
  double weight;
  bool own;
  Domain domain;
};

inline const std::vector<SlowRule>& slow_rules() {
  static const std::vector<SlowRule> kRules = {
      {RelationType::depends_on, true, 1.0, true, Domain::none},
      {RelationType::controls, false, 0.8, false, Domain::politics},
      {RelationType::protects, false, 0.6, false, Domain::security},
      {RelationType::owes_debt_to, true, 0.5, false, Domain::finance},
      {RelationType::has_base_in, false, 0.4, false, Domain::security},
      {RelationType::deploys_to, false, 0.4, false, Domain::security},
      {RelationType::arms, false, 0.4, false, Domain::arms},
      {RelationType::aids, false, 0.4, true, Domain::aid},
      {RelationType::supplies, false, 0.3, true, Domain::trade},
      {RelationType::invests_in, false, 0.2, true, Domain::finance},
  };
  return kRules;
}

/// Whether what is said holds on a day: has begun, is not over, and was not ended since.
inline bool slow_holds(const Said& said, const std::vector<Said>& list, long now, bool asked) {
  const auto is_end = [](const Said& s) {
    return s.assertion->phase == Phase::end && s.assertion->factuality == Factuality::fact;
  };
  const SlowTimes times(said);
  if (is_end(said) || times.end < now || (asked && times.begin > now)) return false;
  for (const Said& other : list) {
    if (!is_end(other)) continue;
    const Assertion& end = *other.assertion;
    const Assertion& a = *said.assertion;
    if (!end.place.empty() && end.place != a.place) continue;
    if (!end.facility.empty() && end.facility != a.facility) continue;
    if (end.domain != Domain::none && a.domain != Domain::none && end.domain != a.domain) continue;
    const long day = SlowTimes(other).closes;
    if (day >= times.begin && (!asked || day <= now)) return false;
  }
  return true;
}

class SlowDependence {
 public:
  SlowDependence(const std::vector<Extraction>& extractions, const std::string& as_of, double half_life)
      : ties_(slow_ties(extractions)), asked_(!as_of.empty()), half_life_(half_life) {
    if (asked_) {
      now_ = slow_date(as_of)->end;
    } else {
      now_ = -kNever;
      for (const auto& [key, list] : ties_)
        for (const Said& said : list)
          if (const auto report = slow_date(said.document->date)) now_ = std::max(now_, report->end);
    }
  }

  std::map<DependenceKey, double> all() const {
    std::map<DependenceKey, double> doubts;
    for (const auto& [key, list] : ties_) {
      for (const SlowRule& rule : slow_rules()) {
        if (rule.type != std::get<1>(key)) continue;
        for (std::size_t d = 0; d < kDomainNames.size(); ++d) {
          const auto domain = static_cast<Domain>(d);
          const double strength = of_tie(list, rule, domain);
          if (strength <= 0) continue;
          const auto& [subject, type, object] = key;
          const DependenceKey ends = rule.subject_depends ? DependenceKey{subject, object, domain}
                                                          : DependenceKey{object, subject, domain};
          doubts.try_emplace(ends, 1.0).first->second *= 1 - strength;
        }
      }
    }
    for (auto& [key, doubt] : doubts) doubt = 1 - doubt;
    return doubts;
  }

 private:
  double of_tie(const std::vector<Said>& list, const SlowRule& rule, Domain domain) const {
    std::vector<Said> counted;
    std::vector<double> values;
    for (const Said& said : list) {
      const Assertion& a = *said.assertion;
      const Domain own = rule.own && a.domain != Domain::none ? a.domain : rule.domain;
      if (own != domain || !holds(said, list) || !by_consent(said)) continue;
      double weight = rule.weight;
      if (rule.type == RelationType::supplies && a.detail == "80 percent of its gas") weight = 0.8;
      double value = weight * slow_factuality(a.factuality) * a.score;
      const SlowTimes times(said);
      if (half_life_ > 0 && times.dated && times.last < now_)
        value *= std::pow(0.5, static_cast<double>(now_ - times.last) / 365.2425 / half_life_);
      counted.push_back(said);
      values.push_back(value);
    }
    return slow_noisy_or(slow_groups(counted, same_witness), values);
  }

  bool holds(const Said& said, const std::vector<Said>& list) const {
    return slow_holds(said, list, now_, asked_);
  }

  bool by_consent(const Said& said) const {
    const RelationType type = said.assertion->type;
    if (type != RelationType::deploys_to && type != RelationType::has_base_in) return true;
    const long margin = static_cast<long>(5 * 365.2425);
    const SlowTimes times(said);
    for (const RelationType force : {RelationType::attacks, RelationType::controls}) {
      const auto found = ties_.find({said.subject, force, said.object});
      if (found == ties_.end()) continue;
      for (const Said& other : found->second) {
        if (other.assertion->factuality != Factuality::fact || other.assertion->phase == Phase::end) continue;
        const SlowTimes breach(other);
        if (asked_ && breach.begin > now_) continue;
        if (!times.dated || !breach.dated) return false;
        if (times.first <= breach.last + margin && breach.first - margin <= times.last) return false;
      }
    }
    return true;
  }

  std::map<TieKey, std::vector<Said>> ties_;
  bool asked_;
  double half_life_;
  long now_ = kNever;
};

inline std::map<DependenceKey, double> slow_dependence(const std::vector<Extraction>& extractions,
                                                       const std::string& as_of, double half_life) {
  return SlowDependence(extractions, as_of, half_life).all();
}

}  // namespace entente::testing
