// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <vector>

namespace tenantry::store {

/// A file of resources/sql as it was compiled in.
struct SqlFile {
  QString name; ///< "0001_foundation.sql"
  QByteArray text;
};

/// The files of `migrations` or `queries`, by name.
[[nodiscard]] std::vector<SqlFile> sqlFiles(QStringView folder);

} // namespace tenantry::store
