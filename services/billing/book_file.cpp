// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/book_file.h"

#include "services/documents/csv_file.h"

namespace tenantry::billing {

Result<std::int64_t> writeBookFile(const QString &path, const QStringList &head,
                                   const std::function<Result<bool>(const AddRow &)> &fill) {
  TENANTRY_TRY(file, documents::CsvFile::open(path));
  file.addRow(head);
  std::int64_t rows = 0;
  TENANTRY_TRY(isWhole, fill([&](const QStringList &cells) {
                 file.addRow(cells);
                 ++rows;
               }));
  if (!isWhole)
    return -1;
  TENANTRY_CHECK(file.finish());
  return rows;
}

} // namespace tenantry::billing
