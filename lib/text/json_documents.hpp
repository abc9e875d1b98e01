// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Documents in JSON. The members that hold the fields of a document are found by `fields` (ours -> theirs,
// dots descend), else by our own names, else by names in common use ("body", "headline", "publishedAt" ...).
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "entente/document.hpp"

namespace entente {

using FieldMap = std::map<std::string, std::string>;

/// One record: a document without repairs, or the reason why there is none.
struct JsonRecord {
  Document document;
  std::string error;
};

/// Reads one JSON object. Any bytes; never throws.
JsonRecord read_json_record(std::string_view json, const FieldMap& fields);

/// Reads a file that is an object or an array of objects. Calls `add` for each with its number from 1 (0 for
/// a lone object). Returns false, with nothing added, when the bytes are not one JSON value; `error` says
/// where.
bool read_json_file(std::string_view json, const FieldMap& fields,
                    const std::function<void(std::size_t, JsonRecord&&)>& add, std::string& error);

}  // namespace entente
