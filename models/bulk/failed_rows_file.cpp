// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulk/failed_rows_file.h"

#include "services/documents/csv_file.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(FailedRows)
};

QList<QStringList> rowsOf(const std::vector<FailedRow> &failed) {
  QList<QStringList> rows{{Words::tr("Row"), Words::tr("Reason"), Words::tr("Code")}};
  for (const auto &row : failed)
    rows.append({row.name, row.error.message, row.error.code});
  return rows;
}

} // namespace

QString csvText(const std::vector<FailedRow> &failed) {
  QString text;
  for (const auto &row : rowsOf(failed))
    text += QString::fromUtf8(documents::csvLine(row));
  return text;
}

Result<> writeFailedRows(const QString &path, const std::vector<FailedRow> &failed) {
  TENANTRY_TRY(file, documents::CsvFile::open(path));
  for (const auto &row : rowsOf(failed))
    file.addRow(row);
  return file.finish();
}

} // namespace tenantry::models
