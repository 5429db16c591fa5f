// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QHash>
#include <QMap>
#include <QStringList>
#include <vector>

namespace tenantry::importing {

enum class Presence { Required, Optional };

/// A field that an import knows, and the column names under which exports carry it, the likeliest
/// first. A column `Name (metadata)` counts as `Name` where no column is named so itself.
struct ImportField {
  QString key; ///< "customer_id"
  Presence presence = Presence::Optional;
  QStringList columnNames;
  QStringList
      orElse{}; ///< fields that say the same together: where they have columns it needs none
};

/// A kind of file: "customers", "subscriptions", "invoices".
struct ImportFormat {
  QString key;
  std::vector<ImportField> fields;

  [[nodiscard]] const ImportField *find(QStringView fieldKey) const; ///< null: no such field
};

/// Field key → column name, as a person chose it; an empty column name takes the field out of the
/// mapping.
using MappingOverrides = QMap<QString, QString>;

/// Which column of a file holds which field.
struct ColumnMapping {
  QHash<QString, qsizetype> columnOf; ///< field key → index of the column
  QStringList columns;                ///< names of the file's columns
  QStringList unmappedColumns;        ///< columns that no field takes, in the file's order
  QStringList missingRequired; ///< keys of required fields without a column, in the format's order

  /// Error `mapping.field_missing` while a required field has no column.
  [[nodiscard]] Result<> checkComplete() const;
};

/// Finds the columns by name (trimmed, without regard to case) in any order; overrides come first.
/// Errors: `mapping.field_unknown`, `mapping.column_unknown`, `mapping.column_taken` (two fields,
/// one column).
[[nodiscard]] Result<ColumnMapping> mapColumns(const ImportFormat &format,
                                               const QStringList &columns,
                                               const MappingOverrides &overrides = {});

} // namespace tenantry::importing
