// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/money.h"
#include "services/importing/column_mapping.h"
#include "services/importing/csv_reader.h"

namespace tenantry::importing {

/// A record seen through a mapping: cells by field key, and errors that name file, line and column.
/// Lives no longer than what it was made from.
class MappedRow {
public:
  MappedRow(const CsvRecord &record, const ColumnMapping &mapping, const QString &file)
      : m_record(record), m_mapping(mapping), m_file(file) {}

  [[nodiscard]] int line() const { return m_record.line; }
  [[nodiscard]] QString
  text(const QString &field) const; ///< trimmed; empty where the field has no column
  /// The same of what rows are found by. Error `text_too_long`.
  [[nodiscard]] Result<QString> key(const QString &field) const;
  [[nodiscard]] Place place(const QString &field) const; ///< the field is named by its column
  [[nodiscard]] Failure bad(const QString &field, const QString &code,
                            const QString &message) const;

  /// An amount in major units. Error `amount_invalid`; an empty cell is one, unless `whereEmpty`
  /// says what it means.
  [[nodiscard]] Result<Money> money(const QString &field, Currency currency,
                                    std::optional<std::int64_t> whereEmpty = {}) const;
  /// A point in time, nothing where the cell is empty. `code` is that of the error.
  [[nodiscard]] Result<std::optional<Instant>> instant(const QString &field,
                                                       const QString &code) const;
  [[nodiscard]] Result<Currency> currency(const QString &field) const; ///< error `currency_unknown`

private:
  const CsvRecord &m_record;
  const ColumnMapping &m_mapping;
  const QString &m_file;
};

/// In characters, of an id or a number that another system gave: what an index can hold.
constexpr qsizetype longestKey = 255;

/// "2024-02-11 06:48:00", "2024-02-12 07:02", "2024-02-12", RFC 3339; UTC where no offset is named.
/// Error `time.invalid`.
[[nodiscard]] Result<Instant> parseExportInstant(QStringView text);

} // namespace tenantry::importing
