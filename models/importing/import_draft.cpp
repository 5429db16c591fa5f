// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importing/import_draft.h"

#include "models/importing/dry_run.h"
#include "services/importing/csv_reader.h"
#include "services/importing/stripe_formats.h"

#include <QDir>
#include <QFile>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

void mapAnew(ImportSheet &sheet) {
  auto mapping = importing::mapColumns(*sheet.format, sheet.columns, sheet.overrides);
  sheet.error.reset();
  if (!mapping) {
    sheet.error = mapping.error();
    return;
  }
  sheet.mapping = *std::move(mapping);
  if (auto complete = sheet.mapping.checkComplete(); !complete)
    sheet.error = complete.error();
}

ImportSheet readSheet(const importing::ImportFormat &format, const QDir &directory) {
  ImportSheet sheet;
  sheet.format = &format;
  const QString name = format.key + u".csv"_s;
  if (!directory.exists(name))
    return sheet;
  sheet.path = directory.filePath(name);
  QFile file(sheet.path);
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
  if (const auto first = reader->next(); first && *first)
    sheet.sample = (*first)->cells;
  mapAnew(sheet);
  return sheet;
}

std::vector<ImportSheet> readDirectory(const QString &directory) {
  std::vector<ImportSheet> sheets;
  for (const auto *format : {&importing::customersFormat(), &importing::subscriptionsFormat(),
                             &importing::invoicesFormat()})
    sheets.push_back(readSheet(*format, QDir(directory)));
  return sheets;
}

} // namespace

ImportDraft::ImportDraft(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {}

void ImportDraft::openDirectory(const QString &directory) {
  m_directory = directory;
  QtConcurrent::run(readDirectory, directory)
      .then(this, [this, directory](const std::vector<ImportSheet> &sheets) {
        if (directory != m_directory)
          return;
        m_sheets = sheets;
        Q_EMIT sheetsChanged();
      });
}

void ImportDraft::choose(std::size_t sheet, const QString &field, const QString &column) {
  m_sheets[sheet].overrides.insert(field, column);
  mapAnew(m_sheets[sheet]);
  Q_EMIT sheetsChanged();
}

bool ImportDraft::isComplete() const {
  const bool hasFile = std::any_of(m_sheets.begin(), m_sheets.end(),
                                   [](const auto &sheet) { return !sheet.path.isEmpty(); });
  return hasFile && std::none_of(m_sheets.begin(), m_sheets.end(),
                                 [](const auto &sheet) { return sheet.error.has_value(); });
}

void ImportDraft::dryRun() {
  if (m_isRunning || !isComplete())
    return;
  m_isRunning = true;
  Q_EMIT runningChanged();
  m_connection
      .work([sheets = m_sheets](store::Session &session, business::AppliedBusiness &business)
                -> Result<DryRun> {
        TENANTRY_TRY(applied, business.current(session));
        return runDry(sheets, *applied);
      })
      .then(this, [this](const Result<DryRun> &run) {
        m_isRunning = false;
        Q_EMIT runningChanged();
        if (run)
          Q_EMIT dryRunFinished(*run);
        else
          Q_EMIT failed(run.error());
      });
}

} // namespace tenantry::models
