// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// SQLite as values: a database and its prepared statements, with every failure as an exception that names the
// file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace entente::store {

/// A prepared statement; columns and parameters count from 0. Views of bound text must live until the next
/// step, views of columns until the next step or reset.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& file, std::string_view sql);

  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind(int parameter, double number);
  Statement& bind_blob(int parameter, std::string_view bytes);

  /// True when there is a row.
  bool step();
  void reset();
  /// Runs a statement without rows and makes it ready for the next.
  void run();

  std::string_view text(int column) const;  // blobs too
  std::string string(int column) const { return std::string(text(column)); }
  std::int64_t integer(int column) const;
  double real(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const std::string* file_;
};

class Database {
 public:
  /// Opens for reading and writing where the file allows it; `create` makes a missing file.
  Database(const std::string& file, bool create);

  /// Runs SQL, whose results are dropped.
  void run(const char* sql) const;
  Statement prepare(std::string_view sql) const { return Statement(handle_.get(), *file_, sql); }
  std::int64_t number(std::string_view sql) const;  ///< first column of the first row
  std::int64_t last_row() const;
  bool read_only() const;
  bool in_transaction() const;
  /// From now on changes go to a log beside the file (sqlite.org/wal.html): readers go on while we write. Not
  /// if others are reading now. plain_file() undoes it when nobody else is there, so that a store at rest is
  /// a single file.
  void write_ahead();
  void plain_file();
  const std::string& file() const { return *file_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<std::string> file_;  // on the heap: statements point to it
  std::unique_ptr<sqlite3, Close> handle_;
};

/// Reads of its lifetime see one state of the file, whatever others write.
class ReadTransaction {
 public:
  explicit ReadTransaction(const Database& database);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  const Database& database_;
  bool open_;
};

/// Undoes everything since its construction unless commit() was called.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace entente::store
