// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/column_mapping.h"

#include <functional>

/// What an import is asked for, and what it says at its end.
namespace tenantry::importing {

enum class ImportKind { Customers, Subscriptions, Invoices, Usage };
[[nodiscard]] QString toString(ImportKind kind);             ///< "customers", "usage"
[[nodiscard]] QString defaultFileName(ImportKind kind);      ///< "customers.csv", "usage.jsonl"
[[nodiscard]] const ImportFormat *formatOf(ImportKind kind); ///< null: it has no columns

/// How far an import has come in the file that it reads.
struct ImportProgress {
  ImportKind kind = ImportKind::Customers;
  QString file;
  std::int64_t rows = 0;
  std::int64_t bytes = 0; ///< read, of `size`
  std::int64_t size = 0;
};

struct ImportOptions {
  bool allOrNothing = false; ///< one bad row, and nothing of the import stays
  bool dryRun = false; ///< everything is checked, also against the database, and nothing stays
  QString source =
      QStringLiteral("stripe"); ///< the exporting system: external ids are unique within it
  QMap<ImportKind, MappingOverrides> mappings{};
  std::function<bool(const ImportProgress &)>
      progress{}; ///< false: stop, with error `import.cancelled`
};

/// What became of one file. rows = good + known + bad.
struct FileReport {
  /// No report lists more: the rest is only counted, so that memory stays bounded.
  static constexpr std::size_t mostErrors = 10'000;

  ImportKind kind = ImportKind::Customers;
  QString file; ///< its name, as in the places of errors
  std::int64_t rows = 0;
  std::int64_t good = 0; ///< right, and new
  std::int64_t known =
      0; ///< right, and imported before; of usage also what is repeated within the file
  std::int64_t bad = 0;
  std::int64_t landed = 0;        ///< written: the good ones, or none
  std::vector<Error> errors{};    ///< by line; each names file, line and column
  std::optional<Error> stopped{}; ///< what ended it before the rest was read; what landed stays

  void refuse(const Error &error);
  /// Some of the bad rows are counted only.
  [[nodiscard]] bool isCut() const { return bad > static_cast<std::int64_t>(errors.size()); }
  void takeBack() { landed = 0; }
};

struct ImportReport {
  std::vector<FileReport> files{}; ///< in the order in which they were read
  std::optional<Error> stopped{};  ///< what ended it before the rest was read; those files landed

  [[nodiscard]] std::int64_t bad() const;
  [[nodiscard]] std::int64_t landed() const;
  void takeBack();
};

} // namespace tenantry::importing
