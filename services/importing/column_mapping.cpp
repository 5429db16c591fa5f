// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/column_mapping.h"

#include "services/importing/csv_reader.h"
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

Place fieldPlace(const QString &field) { return {{}, 0, 0, field}; }

Result<> applyOverride(ColumnMapping &mapping, const ImportFormat &format, const CsvHeader &header,
                       const QString &field, const QString &column) {
  if (!format.find(field))
    return fail(u"mapping.field_unknown"_s,
                u"“%1” is not a field of an import of %2"_s.arg(field, format.key),
                fieldPlace(field));
  if (column.trimmed().isEmpty())
    return {};
  const qsizetype index = header.indexOf(column);
  if (index < 0)
    return fail(
        u"mapping.column_unknown"_s,
        u"The file has no column “%1”, which was chosen for the field “%2”"_s.arg(column, field),
        fieldPlace(field));
  if (!mapping.columnOf.key(index).isEmpty())
    return fail(u"mapping.column_taken"_s,
                u"The column “%1” was chosen for the fields “%2” and “%3”; keep one "
                u"of them"_s.arg(column, mapping.columnOf.key(index), field),
                fieldPlace(field));
  mapping.columnOf.insert(field, index);
  return {};
}

/// The first column of the known names that is still free: names themselves before their metadata
/// variants.
qsizetype knownColumn(const ImportField &field, const CsvHeader &header,
                      const QSet<qsizetype> &taken) {
  for (const auto &suffix : {u""_s, u" (metadata)"_s})
    for (const QString &name : field.columnNames)
      if (const qsizetype index = header.indexOf(name + suffix);
          index >= 0 && !taken.contains(index))
        return index;
  return -1;
}

void mapKnownNames(ColumnMapping &mapping, const ImportFormat &format, const CsvHeader &header,
                   const MappingOverrides &overrides) {
  QSet<qsizetype> taken(mapping.columnOf.cbegin(), mapping.columnOf.cend());
  for (const ImportField &field : format.fields) {
    if (overrides.contains(field.key))
      continue;
    if (const qsizetype index = knownColumn(field, header, taken); index >= 0) {
      mapping.columnOf.insert(field.key, index);
      taken.insert(index);
    }
  }
}

/// Neither a column of its own nor those that say the same together.
bool isMissing(const ColumnMapping &mapping, const ImportField &field) {
  if (field.presence != Presence::Required || mapping.columnOf.contains(field.key))
    return false;
  return field.orElse.isEmpty() ||
         !std::all_of(field.orElse.begin(), field.orElse.end(),
                      [&](const auto &other) { return mapping.columnOf.contains(other); });
}

void listTheRest(ColumnMapping &mapping, const ImportFormat &format) {
  const QSet<qsizetype> taken(mapping.columnOf.cbegin(), mapping.columnOf.cend());
  for (qsizetype i = 0; i < mapping.columns.size(); ++i)
    if (!taken.contains(i))
      mapping.unmappedColumns += mapping.columns[i];
  for (const ImportField &field : format.fields)
    if (isMissing(mapping, field))
      mapping.missingRequired += field.key;
}

} // namespace

const ImportField *ImportFormat::find(QStringView fieldKey) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const ImportField &field) { return field.key == fieldKey; });
  return found == fields.end() ? nullptr : &*found;
}

Result<> ColumnMapping::checkComplete() const {
  if (missingRequired.isEmpty())
    return {};
  return fail(u"mapping.field_missing"_s,
              u"No column holds the field “%1”; name the column that does"_s.arg(
                  missingRequired.join(u"”, “"_s)),
              fieldPlace(missingRequired.first()));
}

Result<ColumnMapping> mapColumns(const ImportFormat &format, const QStringList &columns,
                                 const MappingOverrides &overrides) {
  const CsvHeader header(columns);
  ColumnMapping mapping;
  mapping.columns = header.names();
  for (auto it = overrides.cbegin(); it != overrides.cend(); ++it)
    TENANTRY_CHECK(applyOverride(mapping, format, header, it.key(), it.value()));
  mapKnownNames(mapping, format, header, overrides);
  listTheRest(mapping, format);
  return mapping;
}

} // namespace tenantry::importing
