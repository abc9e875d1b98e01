// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Trains the network of network_weights.hpp by Adam (Kingma and Ba 2015) on batches of sentences of like
// length, with dropout whose mask is one for a sentence (Gal and Ghahramani 2016), a short warm-up and then a
// cosine decay of the rate. One loss: arcs, labels, tags and half of the names'.
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "nlp/training.hpp"

namespace entente::nlp {
namespace {

namespace rnn = torch::nn::utils::rnn;
using torch::Tensor;

constexpr double kRate = 2e-3;
constexpr double kDropout = 0.33;
constexpr double kInputDropout = 0.2;
constexpr double kFormDropout = 0.15;  ///< of the words' own rows: their affixes must do
constexpr double kNamesWeight = 0.5;
constexpr double kWarmUp = 0.03;  ///< part of all steps
constexpr double kLongestGradient = 5;
constexpr std::int64_t kIgnored = -100;

struct Batch {
  std::array<Tensor, kTables> rows;  ///< [sentence, word]
  Tensor lengths, heads, labels, tags, names;
  std::int64_t words = 0;
};

Tensor grid(std::size_t sentences, std::size_t longest, std::int64_t fill) {
  return torch::full({static_cast<std::int64_t>(sentences), static_cast<std::int64_t>(longest)}, fill,
                     torch::kLong);
}

// REQUIRES: the sentences by falling length.
Batch make_batch(const std::vector<const NetworkExample*>& sentences) {
  Batch batch;
  const std::size_t longest = sentences.front()->rows.size();
  for (Tensor& table : batch.rows) table = grid(sentences.size(), longest, 0);
  batch.heads = grid(sentences.size(), longest, kIgnored);
  batch.labels = batch.heads.clone();
  batch.tags = batch.heads.clone();
  batch.names = batch.heads.clone();
  std::vector<std::int64_t> lengths;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const NetworkExample& sentence = *sentences[s];
    const std::size_t at = s * longest;
    for (std::size_t i = 0; i < sentence.rows.size(); ++i) {
      for (std::size_t table = 0; table < kTables; ++table)
        batch.rows[table].data_ptr<std::int64_t>()[at + i] = sentence.rows[i][table];
      batch.heads.data_ptr<std::int64_t>()[at + i] = static_cast<std::int64_t>(sentence.heads[i]);
      batch.labels.data_ptr<std::int64_t>()[at + i] = static_cast<std::int64_t>(sentence.labels[i]);
      batch.tags.data_ptr<std::int64_t>()[at + i] = static_cast<std::int64_t>(sentence.tags[i]);
      if (!sentence.names.empty())
        batch.names.data_ptr<std::int64_t>()[at + i] = static_cast<std::int64_t>(sentence.names[i]);
    }
    lengths.push_back(static_cast<std::int64_t>(sentence.rows.size()));
    batch.words += lengths.back();
  }
  batch.lengths = torch::tensor(lengths, torch::kLong);
  return batch;
}

// One mask for all words of a sentence.
Tensor shared_dropout(const Tensor& values, double probability, bool training) {
  if (!training) return values;
  const Tensor mask = torch::empty({values.size(0), 1, values.size(2)}).bernoulli_(1 - probability);
  return values * mask / (1 - probability);
}

struct Scored {
  Tensor tags, names, arcs, label_dependent, label_head;
};

struct TorchNetwork : torch::nn::Module {
  explicit TorchNetwork(const NetworkTraining& training) : shape(training.shape) {
    const auto size = [](std::size_t value) { return static_cast<std::int64_t>(value); };
    for (std::size_t table = 0; table < kTables; ++table) {
      embeddings.push_back(
          register_module("embedding" + std::to_string(table),
                          torch::nn::Embedding(size(training.rows[table]), size(shape.widths[table]))));
      torch::nn::init::normal_(embeddings.back()->weight, 0, 0.3);
    }
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
      const std::size_t input = layer == 0 ? shape.input() : 2 * shape.hidden;
      const auto options =
          torch::nn::LSTMOptions(size(input), size(shape.hidden)).batch_first(true).bidirectional(true);
      lstms.push_back(register_module("lstm" + std::to_string(layer), torch::nn::LSTM(options)));
      initialize(*lstms.back());
    }
    const auto dense = [&](const char* name, std::size_t from, std::size_t to) {
      auto module = register_module(name, torch::nn::Linear(size(from), size(to)));
      torch::nn::init::xavier_uniform_(module->weight);
      torch::nn::init::zeros_(module->bias);
      return module;
    };
    const std::size_t encoded = 2 * shape.hidden;
    tags = dense("tags", encoded, training.tags);
    names = dense("names", encoded, kNameLabelNames.size());
    arc_dependent = dense("arc_dependent", encoded, shape.arcs);
    arc_head = dense("arc_head", encoded, shape.arcs);
    label_dependent = dense("label_dependent", encoded, shape.labels);
    label_head = dense("label_head", encoded, shape.labels);
    arc = dense("arc", shape.arcs, shape.arcs);
    label = dense("label", 3 * shape.labels, kDepNames.size());
    root_arc = register_parameter("root_arc", torch::zeros({size(shape.arcs)}));
    root_label = register_parameter("root_label", torch::zeros({size(shape.labels)}));
  }

  // Orthogonal recurrences, and gates that start by remembering (Jozefowicz, Zaremba and Sutskever 2015).
  static void initialize(torch::nn::LSTMImpl& lstm) {
    for (auto& parameter : lstm.named_parameters()) {
      Tensor& value = parameter.value();
      if (parameter.key().find("weight_ih") == 0) torch::nn::init::xavier_uniform_(value);
      if (parameter.key().find("weight_hh") == 0) {
        for (Tensor& gate : value.chunk(4, 0)) torch::nn::init::orthogonal_(gate);
      }
      if (parameter.key().find("bias") != 0) continue;
      torch::nn::init::zeros_(value);
      torch::NoGradGuard no_gradient;
      if (parameter.key().find("bias_ih") == 0) value.chunk(4, 0)[1].fill_(1);
    }
  }

  Tensor encode(const Batch& batch) {
    std::vector<Tensor> inputs;
    for (std::size_t table = 0; table < kTables; ++table) {
      Tensor rows = batch.rows[table];
      if (is_training() && table == static_cast<std::size_t>(Table::form))
        rows = rows * torch::empty(rows.sizes()).bernoulli_(1 - kFormDropout).to(torch::kLong);
      inputs.push_back(torch::hardtanh(embeddings[table](rows)));
    }
    Tensor values = shared_dropout(torch::cat(inputs, 2), kInputDropout, is_training());
    for (auto& lstm : lstms) {
      const auto packed = rnn::pack_padded_sequence(values, batch.lengths, true, true);
      const auto output = std::get<0>(lstm->forward_with_packed_input(packed));
      values = std::get<0>(rnn::pad_packed_sequence(output, true, 0.0, batch.heads.size(1)));
      values = shared_dropout(values, kDropout, is_training());
    }
    return values;
  }

  Tensor view_of(torch::nn::Linear& dense, const Tensor& encoded) {
    return shared_dropout(torch::tanh(dense(encoded)), kDropout, is_training());
  }

  static Tensor with_root(const Tensor& root, const Tensor& views) {
    return torch::cat({torch::hardtanh(root).expand({views.size(0), 1, views.size(2)}), views}, 1);
  }

  Scored forward(const Batch& batch) {
    const Tensor encoded = encode(batch);
    Scored scored;
    scored.tags = tags(encoded);
    scored.names = names(encoded);
    const Tensor heads = with_root(root_arc, view_of(arc_head, encoded));
    scored.arcs = torch::bmm(arc(view_of(arc_dependent, encoded)), heads.transpose(1, 2));
    const Tensor positions = torch::arange(heads.size(1)).unsqueeze(0);
    const Tensor beyond = positions > batch.lengths.unsqueeze(1);  // position 0 is the root
    scored.arcs = scored.arcs.masked_fill(beyond.unsqueeze(1), -1e9);
    scored.label_dependent = view_of(label_dependent, encoded);
    scored.label_head = with_root(root_label, view_of(label_head, encoded));
    return scored;
  }

  Tensor label_scores(const Scored& scored, const Tensor& heads) {
    const Tensor index = heads.clamp_min(0).unsqueeze(2).expand({-1, -1, scored.label_head.size(2)});
    const Tensor head = scored.label_head.gather(1, index);
    return label(torch::cat({scored.label_dependent * head, scored.label_dependent, head}, 2));
  }

  Tensor loss(const Batch& batch) {
    const Scored scored = forward(batch);
    const auto cross = [](const Tensor& scores, const Tensor& gold) {
      return torch::nn::functional::cross_entropy(
          scores.flatten(0, 1), gold.flatten(),
          torch::nn::functional::CrossEntropyFuncOptions().ignore_index(kIgnored).reduction(torch::kSum));
    };
    return cross(scored.arcs, batch.heads) + cross(label_scores(scored, batch.heads), batch.labels) +
           cross(scored.tags, batch.tags) + kNamesWeight * cross(scored.names, batch.names);
  }

  NetworkShape shape;
  std::vector<torch::nn::Embedding> embeddings;
  std::vector<torch::nn::LSTM> lstms;
  torch::nn::Linear tags = nullptr, names = nullptr;
  torch::nn::Linear arc_dependent = nullptr, arc_head = nullptr, label_dependent = nullptr,
                    label_head = nullptr;
  torch::nn::Linear arc = nullptr, label = nullptr;
  Tensor root_arc, root_label;
};

std::vector<float> numbers(const Tensor& tensor) {
  const Tensor flat = tensor.detach().contiguous().flatten();
  return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

DenseWeights exported(const Tensor& weights, const Tensor& bias) {
  return {static_cast<std::size_t>(weights.size(0)), static_cast<std::size_t>(weights.size(1)),
          numbers(weights), numbers(bias)};
}

DenseWeights exported(const torch::nn::Linear& dense) {
  return exported(dense->weight, dense->bias);
}

DenseWeights exported(torch::nn::LSTM& lstm, const std::string& direction) {
  const auto parameters = lstm->named_parameters();
  const auto get = [&](const char* name) { return parameters[std::string(name) + "_l0" + direction]; };
  return exported(torch::cat({get("weight_ih"), get("weight_hh")}, 1), get("bias_ih") + get("bias_hh"));
}

NetworkWeights exported(TorchNetwork& network) {
  torch::NoGradGuard no_gradient;
  NetworkWeights result;
  result.shape = network.shape;
  for (std::size_t table = 0; table < kTables; ++table)
    result.embeddings[table] = numbers(torch::hardtanh(network.embeddings[table]->weight));
  for (auto& lstm : network.lstms) result.layers.push_back({exported(lstm, ""), exported(lstm, "_reverse")});
  result.tags = exported(network.tags);
  result.names = exported(network.names);
  result.arc_dependent = exported(network.arc_dependent);
  result.arc_head = exported(network.arc_head);
  result.label_dependent = exported(network.label_dependent);
  result.label_head = exported(network.label_head);
  result.arc = exported(network.arc);
  result.label = exported(network.label);
  result.root_arc = numbers(torch::hardtanh(network.root_arc));
  result.root_label = numbers(torch::hardtanh(network.root_label));
  return result;
}

// Sentences of like length together, the batches in random order.
std::vector<std::vector<const NetworkExample*>> make_batches(const std::vector<NetworkExample>& examples,
                                                             std::size_t batch_words, Random& random) {
  std::vector<const NetworkExample*> order;
  for (const NetworkExample& example : examples) order.push_back(&example);
  random.shuffle(order);
  std::stable_sort(order.begin(), order.end(),
                   [](auto* a, auto* b) { return a->rows.size() > b->rows.size(); });
  std::vector<std::vector<const NetworkExample*>> batches;
  std::size_t words = batch_words;
  for (const NetworkExample* example : order) {
    if (words + example->rows.size() > batch_words) {
      batches.emplace_back();
      words = 0;
    }
    batches.back().push_back(example);
    words += example->rows.size();
  }
  random.shuffle(batches);
  return batches;
}

double rate_at(double progress) {
  if (progress < kWarmUp) return kRate * progress / kWarmUp;
  return kRate * 0.5 * (1 + std::cos((progress - kWarmUp) / (1 - kWarmUp) * std::acos(-1.0)));
}

}  // namespace

NetworkWeights train_network(const std::vector<NetworkExample>& examples, const NetworkTraining& training,
                             const AfterEpoch& after_epoch) {
  at::set_num_threads(1);  // sums depend on how they are split
  torch::manual_seed(training.seed);
  Random random(training.seed);
  TorchNetwork network(training);
  torch::optim::Adam optimizer(network.parameters(), torch::optim::AdamOptions(kRate).betas({0.9, 0.95}));
  for (std::size_t epoch = 0; epoch < training.epochs; ++epoch) {
    const auto batches = make_batches(examples, training.batch_words, random);
    double loss = 0;
    std::int64_t words = 0;
    network.train();
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const double progress =
          (static_cast<double>(epoch) + static_cast<double>(i) / static_cast<double>(batches.size())) /
          static_cast<double>(training.epochs);
      static_cast<torch::optim::AdamOptions&>(optimizer.param_groups()[0].options()).lr(rate_at(progress));
      const Batch batch = make_batch(batches[i]);
      const Tensor total = network.loss(batch);
      optimizer.zero_grad();
      (total / static_cast<double>(batch.words)).backward();
      torch::nn::utils::clip_grad_norm_(network.parameters(), kLongestGradient);
      optimizer.step();
      loss += total.item<double>();
      words += batch.words;
    }
    after_epoch(epoch + 1, loss / static_cast<double>(std::max<std::int64_t>(1, words)), exported(network));
  }
  return exported(network);
}

}  // namespace entente::nlp
