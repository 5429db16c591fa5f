// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/row_file.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

constexpr std::int64_t rowsBetweenProgress = 500;

bool endsFile(const Error &error) { return error.code == "text.unreadable"_L1; }

} // namespace

Result<std::unique_ptr<QIODevice>> openFile(const QString &path) {
  auto file = std::make_unique<QFile>(path);
  if (!file->open(QIODevice::ReadOnly))
    return fail(u"import.unreadable"_s, u"The file cannot be read: %1"_s.arg(file->errorString()),
                {path, 0, 0, {}});
  return std::unique_ptr<QIODevice>(std::move(file));
}

Result<> tell(const ImportOptions &options, const FileReport &report, const QIODevice &device) {
  if (!options.progress ||
      options.progress({report.kind, report.file, report.rows, device.pos(), device.size()}))
    return {};
  return fail(u"import.cancelled"_s, u"The import was stopped at row %1 of %2; what had not been "
                                     u"imported by then is not kept."_s.arg(report.rows)
                                         .arg(report.file));
}

Result<> readRows(ImportKind kind, const QString &path, const ImportOptions &options,
                  FileReport &report, const RowHandler &handle) {
  TENANTRY_TRY(device, openFile(path));
  TENANTRY_TRY(reader, CsvReader::open(*device, report.file));
  TENANTRY_TRY(mapping,
               mapColumns(*formatOf(kind), reader.header().names(), options.mappings.value(kind)));
  TENANTRY_CHECK(mapping.checkComplete());
  QSet<QString> seen;
  RowChecks checks;
  checks.isRepeated = [&seen](const QString &id) { return seen.contains(id); };
  for (;;) {
    auto record = reader.next();
    if (record && !*record)
      return tell(options, report, *device);
    if (++report.rows % rowsBetweenProgress == 0)
      TENANTRY_CHECK(tell(options, report, *device));
    if (!record) {
      report.refuse(record.error());
      if (endsFile(record.error()))
        return {};
      continue;
    }
    const MappedRow row(**record, mapping, reader.file());
    if (const auto taken = handle(row, checks); !taken)
      report.refuse(taken.error());
    else
      ++(*taken == Taken::New ? report.good : report.known);
    seen.insert(row.text(u"id"_s));
  }
}

} // namespace tenantry::importing
