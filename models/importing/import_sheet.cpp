// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importing/import_sheet.h"

#include "models/importing/import_draft.h"
#include "services/importing/csv_reader.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

void addSample(QString &sample, const QString &cell) {
  const auto more = cell.simplified();
  if (!more.isEmpty())
    sample = sample.trimmed().isEmpty() ? more : sample + u" · "_s + more;
}

} // namespace

void ImportSheet::choose(const QString &field, const QString &column) {
  overrides.insert(field, column);
  mapAnew();
}

void ImportSheet::mapAnew() {
  auto found = importing::mapColumns(*format, columns, overrides);
  error.reset();
  if (!found) {
    error = found.error();
    return;
  }
  mapping = *std::move(found);
  if (auto complete = mapping.checkComplete(); !complete)
    error = complete.error();
}

QString ImportSheet::firstOf(const QString &field) const {
  const auto column = mapping.columnOf.value(field, -1);
  return column < 0 ? QString() : first.value(column).trimmed();
}

QString ImportSheet::sampleOf(const QString &field) const {
  const auto column = mapping.columnOf.value(field, -1);
  return column < 0 ? QString() : sample.value(column).simplified();
}

ImportSheet readSheet(const importing::ImportFormat &format, const QString &path, int records) {
  ImportSheet sheet;
  sheet.format = &format;
  sheet.path = path;
  const auto name = QFileInfo(path).fileName();
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    sheet.error = Error{u"file.not_readable"_s,
                        ImportDraft::tr("%1 cannot be read: %2").arg(name, file.errorString())};
    return sheet;
  }
  auto reader = importing::CsvReader::open(file, name);
  if (!reader) {
    sheet.error = reader.error();
    return sheet;
  }
  sheet.columns = reader->header().names();
  for (int i = 0; i < records; ++i) {
    const auto record = reader->next();
    if (!record || !*record)
      break;
    if (i == 0)
      sheet.first = sheet.sample = (*record)->cells;
    else
      for (qsizetype column = 0; column < sheet.sample.size(); ++column)
        addSample(sheet.sample[column], (*record)->cells.value(column));
  }
  sheet.mapAnew();
  return sheet;
}

} // namespace tenantry::models
