// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QStringList>
#include <memory>

class QSaveFile;

namespace tenantry::documents {

/// A CSV file as RFC 4180 has it, for spreadsheets: UTF-8 with a byte order mark, commas, CRLF,
/// each cell in quotes. The file is there whole or not at all: what stood there stays until
/// `finish`.
class CsvFile {
public:
  /// Error `csv.not_writable`.
  [[nodiscard]] static Result<CsvFile> open(const QString &path);
  CsvFile(CsvFile &&) noexcept;
  ~CsvFile(); ///< without `finish`: nothing was written

  /// A text that a spreadsheet would take for a formula begins with an apostrophe in the file:
  /// names come from outside.
  void addRow(const QStringList &cells);
  [[nodiscard]] Result<> finish(); ///< error `csv.not_writable`

private:
  explicit CsvFile(std::unique_ptr<QSaveFile> file);
  std::unique_ptr<QSaveFile> m_file;
};

/// One line as such a file has it, UTF-8.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

} // namespace tenantry::documents
