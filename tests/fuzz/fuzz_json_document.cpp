// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/require.hpp"
#include "text/dates.hpp"
#include "text/front_matter.hpp"
#include "text/json_documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view bytes = testing::bytes(data, size);
  const FieldMap fields = {{"id", "meta.id"}};
  const JsonRecord record = read_json_record(bytes, fields);
  testing::require(!record.error.empty() || !record.document.text.empty(), "a record has a text or an error");
  std::string error;
  read_json_file(
      bytes, {}, [](std::size_t, JsonRecord&& one) { iso_date(one.document.date); }, error);
  front_matter(bytes);
  iso_date(bytes);
  return 0;
}
