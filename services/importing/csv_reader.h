// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QIODevice>
#include <QStringList>
#include <memory>
#include <optional>

namespace tenantry::importing {

/// The columns of a file, as its first record names them. Names are compared trimmed and without
/// regard to case.
class CsvHeader {
public:
  explicit CsvHeader(QStringList names);
  [[nodiscard]] const QStringList &names() const { return m_names; } ///< trimmed
  [[nodiscard]] qsizetype indexOf(QStringView name) const;           ///< -1: no such column

private:
  QStringList m_names;
};

/// One record: as many cells as the header has columns.
struct CsvRecord {
  int line = 0; ///< where its first cell begins; the header stands in line 1 (or after empty lines)
  QStringList cells;
  std::shared_ptr<const CsvHeader> header;

  /// The cell of the named column, trimmed; empty where there is no such column.
  [[nodiscard]] QString cell(QStringView column) const;
};

/// Streams the records of a CSV file (RFC 4180) in constant memory: UTF-8 with or without a byte
/// order mark, line ends CRLF, LF or CR, delimiter comma, semicolon or tab (the most frequent in
/// the header outside of quotes), quoted cells over several lines, doubled quotes. Empty lines are
/// skipped.
class CsvReader {
public:
  /// No record may be longer (1 MiB), so that a quote that is never closed does not swallow a large
  /// file.
  static constexpr qsizetype longestRecord = qsizetype{1} << 20;

  /// Reads the header. The device is open for reading and outlives the reader; `file` is only named
  /// in errors. Errors: `csv.empty`, `csv.column_duplicate`, and those of next().
  [[nodiscard]] static Result<CsvReader> open(QIODevice &device, const QString &file);

  /// The next record, or nothing at the end. An error concerns the record that begins in its line,
  /// and reading goes on with the line after that: `csv.cells` (wrong number of cells),
  /// `csv.quote_open`, `csv.quote_stray`, `csv.record_too_long`, `text.utf8_invalid`, `text.nul`,
  /// `text.line_too_long`. Only `text.unreadable` ends the file.
  [[nodiscard]] Result<std::optional<CsvRecord>> next();

  [[nodiscard]] const CsvHeader &header() const;
  [[nodiscard]] const QString &file() const;
  [[nodiscard]] char delimiter() const;

  CsvReader(CsvReader &&) noexcept;
  CsvReader &operator=(CsvReader &&) noexcept;
  ~CsvReader();

private:
  struct State;
  explicit CsvReader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace tenantry::importing
