// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/column_mapping.h"
#include <optional>

namespace tenantry::models {

/// One file of an import, and which of its columns means what.
struct ImportSheet {
  const importing::ImportFormat *format = nullptr;
  QString path; ///< empty: the directory has no such file
  QStringList columns;
  QStringList first;                     ///< the cells of the first record
  QStringList sample;                    ///< those of the first records, to be looked at
  importing::MappingOverrides overrides; ///< what a person chose
  importing::ColumnMapping mapping;
  std::optional<Error> error; ///< the file cannot be read, or its mapping is incomplete

  /// Takes another column for a field; an empty name takes the field out.
  void choose(const QString &field, const QString &column);
  void mapAnew(); ///< after `overrides` changed
  // Empty where the field has no column.
  [[nodiscard]] QString firstOf(const QString &field) const;
  [[nodiscard]] QString sampleOf(const QString &field) const;
};

/// Reads the head and the first records of a CSV file.
[[nodiscard]] ImportSheet readSheet(const importing::ImportFormat &format, const QString &path,
                                    int records = 1);

} // namespace tenantry::models
