// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Spreads documents over threads and gives the results back in order. Workers take documents one by one and
// number them; the calling thread hands result 0, 1, 2, ... to the sink. A worker that is too far ahead, in
// documents or in bytes of text, waits: memory stays bounded whatever the input's size.
#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "entente/pipeline.hpp"

namespace entente {
namespace {

constexpr std::size_t kDocumentsAheadPerJob = 8;
constexpr std::size_t kBytesAhead = 64U << 20U;

class OrderedRun {
 public:
  OrderedRun(const std::function<std::optional<Document>()>& next, const Resources& resources,
             std::size_t jobs)
      : next_(next), resources_(resources), documents_ahead_(jobs * kDocumentsAheadPerJob), working_(jobs) {
    for (std::size_t i = 0; i < jobs; ++i) workers_.emplace_back([this] { work(); });
  }
  OrderedRun(const OrderedRun&) = delete;
  OrderedRun& operator=(const OrderedRun&) = delete;
  ~OrderedRun() {
    stop(nullptr);
    for (auto& worker : workers_) worker.join();
  }

  /// The next result in order, or nothing at the end. Throws what `next` or a worker threw, after all before
  /// it.
  std::optional<Extraction> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_.contains(taken_) || working_ == 0; });
    const auto found = done_.find(taken_);
    if (found == done_.end()) {
      if (failure_) std::rethrow_exception(failure_);
      return std::nullopt;
    }
    Extraction result = std::move(found->second);
    done_.erase(found);
    ++taken_;
    bytes_ -= result.document.text.size();
    changed_.notify_all();
    return result;
  }

 private:
  void work() {
    try {
      while (auto numbered = read()) {
        Extraction result = extract(numbered->second, resources_);
        const std::lock_guard lock(mutex_);
        done_.emplace(numbered->first, std::move(result));
        changed_.notify_all();
      }
    } catch (...) {
      stop(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    --working_;
    changed_.notify_all();
  }

  std::optional<std::pair<std::size_t, Document>> read() {
    const std::lock_guard reading(reader_);  // `next` is slow and is called by one thread at a time
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopped_ || has_room(); });
      if (stopped_) return std::nullopt;
    }
    auto document = next_();
    const std::lock_guard lock(mutex_);
    if (!document) {
      stopped_ = true;
      return std::nullopt;
    }
    bytes_ += document->text.size();
    return std::pair(read_++, std::move(*document));
  }

  bool has_room() const {
    return read_ == taken_ || (read_ - taken_ < documents_ahead_ && bytes_ < kBytesAhead);
  }

  void stop(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (failure && !failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }

  const std::function<std::optional<Document>()>& next_;
  const Resources& resources_;
  const std::size_t documents_ahead_;
  std::mutex reader_;
  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::map<std::size_t, Extraction> done_;
  std::size_t read_ = 0;
  std::size_t taken_ = 0;
  std::size_t bytes_ = 0;
  std::size_t working_;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> workers_;
};

}  // namespace

void extract_all(const std::function<std::optional<Document>()>& next, const Resources& resources,
                 std::size_t jobs, const std::function<void(Extraction&&)>& sink) {
  if (jobs == 1) {
    while (auto document = next()) sink(extract(*document, resources));
    return;
  }
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  OrderedRun run(next, resources, jobs);
  while (auto result = run.take()) sink(std::move(*result));
}

}  // namespace entente
