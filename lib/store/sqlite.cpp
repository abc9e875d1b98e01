// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// SQLite's C interface (sqlite.org/c3ref) behind three small classes.
#include "store/sqlite.hpp"

#include <sqlite3.h>

#include <system_error>

#include "entente/error.hpp"

namespace entente::store {
namespace {

constexpr int kBusyMilliseconds = 10000;

/// The disk would not take it: "File too large", "Disk quota exceeded".
[[noreturn]] void fail_to_write(sqlite3* database, const std::string& file) {
  const int reason = database ? sqlite3_system_errno(database) : 0;
  const std::string why = reason != 0 ? std::generic_category().message(reason) : "the disk refuses it";
  throw IoError("cannot write " + file + ": " + why);
}

[[noreturn]] void fail(sqlite3* database, int code, const std::string& file) {
  switch (code) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
      fail_to_write(database, file);
    default:
      break;
  }
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      throw DataError(file, 0, "this is not an Entente store");
    case SQLITE_CORRUPT:
      throw DataError(file, 0, "the store is damaged; build it again from its documents");
    case SQLITE_FULL:
      throw IoError("cannot write " + file + ": the disk is full");
    case SQLITE_READONLY:
      throw IoError("cannot write " + file + ": it is read-only");
    case SQLITE_CANTOPEN:
      throw IoError("cannot open " + file + ": no such file, or no permission");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw IoError("cannot use " + file + ": another process is using it");
    case SQLITE_TOOBIG:
      throw IoError("cannot write to " + file + ": a document has more than a gigabyte");
    default:
      throw IoError("cannot use " + file + ": " +
                    (database ? sqlite3_errmsg(database) : sqlite3_errstr(code)));
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, const std::string& file, std::string_view sql) : file_(&file) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) fail(database, code, file);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(statement_.get()), code, *file_);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL.
  const char* data = text.data() ? text.data() : "";
  check(sqlite3_bind_text64(statement_.get(), parameter + 1, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), parameter + 1, number));
  return *this;
}

Statement& Statement::bind(int parameter, double number) {
  check(sqlite3_bind_double(statement_.get(), parameter + 1, number));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  const char* data = bytes.data() ? bytes.data() : "";
  check(sqlite3_bind_blob64(statement_.get(), parameter + 1, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3_reset(statement_.get());
  fail(sqlite3_db_handle(statement_.get()), code, *file_);
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

void Statement::run() {
  step();
  reset();
}

std::string_view Statement::text(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return data ? std::string_view(data,
                                 static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
              : std::string_view();
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Database::Database(const std::string& file, bool create) : file_(std::make_unique<std::string>(file)) {
  sqlite3* database = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
  handle_.reset(database);
  if (code != SQLITE_OK) fail(database, code, file);
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, kBusyMilliseconds);
}

void Database::run(const char* sql) const {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(handle_.get(), code, *file_);
}

std::int64_t Database::number(std::string_view sql) const {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(handle_.get());
}
bool Database::read_only() const {
  return sqlite3_db_readonly(handle_.get(), "main") == 1;
}
bool Database::in_transaction() const {
  return sqlite3_get_autocommit(handle_.get()) == 0;
}

void Database::write_ahead() {
  sqlite3_busy_timeout(handle_.get(), 0);
  sqlite3_exec(handle_.get(), "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 8000", nullptr, nullptr,
               nullptr);
  sqlite3_busy_timeout(handle_.get(), kBusyMilliseconds);
}

void Database::plain_file() {
  if (!handle_) return;  // moved from
  sqlite3_busy_timeout(handle_.get(), 0);
  sqlite3_exec(handle_.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
  sqlite3_busy_timeout(handle_.get(), kBusyMilliseconds);
}

ReadTransaction::ReadTransaction(const Database& database)
    : database_(database), open_(!database.in_transaction()) {
  if (open_) database_.run("BEGIN");
}

ReadTransaction::~ReadTransaction() {
  if (!open_) return;
  try {
    database_.run("COMMIT");
  } catch (const Error&) {
    // Nothing was written.
  }
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // A full disk makes SQLite roll back by itself.
  if (!open_ || !database_.in_transaction()) return;
  try {
    database_.run("ROLLBACK");
  } catch (const Error&) {
    // The file's journal is rolled back by whoever opens it next.
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace entente::store
