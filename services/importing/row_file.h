// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/import_report.h"
#include "services/importing/stripe_rows.h"

#include <QIODevice>
#include <QSet>

namespace tenantry::importing {

/// What became of a row that was right in itself.
enum class Taken { New, Known };

/// Handles one row: `row.bad(…)` where it is wrong. `isRepeated` says whether an earlier row of the
/// file has the same id.
using RowHandler = std::function<Result<Taken>(const MappedRow &row, const RowChecks &checks)>;

/// Opens a file to be imported. Error `import.unreadable`.
[[nodiscard]] Result<std::unique_ptr<QIODevice>> openFile(const QString &path);

/// Reads a file row by row and counts what became of each in `report`. Bad rows are reported, the
/// others go on. Errors: those of the mapping and the header, `import.unreadable`,
/// `import.cancelled`.
[[nodiscard]] Result<> readRows(ImportKind kind, const QString &path, const ImportOptions &options,
                                FileReport &report, const RowHandler &handle);

/// Tells how far it is. Error `import.cancelled` where it is to stop.
[[nodiscard]] Result<> tell(const ImportOptions &options, const FileReport &report,
                            const QIODevice &device);

} // namespace tenantry::importing
