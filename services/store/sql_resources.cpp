// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/sql_resources.h"
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// Resources of a static library register themselves only when somebody asks; the macro must stand
// in no namespace.
static void registerResources() { Q_INIT_RESOURCE(sql); }

namespace tenantry::store {

std::vector<SqlFile> sqlFiles(QStringView folder) {
  static const bool registered = (registerResources(), true);
  Q_UNUSED(registered)
  const QDir directory(u":/sql/%1"_s.arg(folder));
  std::vector<SqlFile> files;
  for (const auto &name : directory.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
    QFile file(directory.filePath(name));
    if (file.open(QIODevice::ReadOnly))
      files.push_back({name, file.readAll()});
  }
  return files;
}

} // namespace tenantry::store
