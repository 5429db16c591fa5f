// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importing/import_draft.h"

#include "models/connection/when_done.h"
#include "services/importing/import_service.h"
#include "services/importing/stripe_formats.h"

#include <QDir>
#include <QPointer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using importing::ImportKind;

namespace {

struct Export {
  std::vector<ImportSheet> sheets;
  bool hasUsage = false;
};

Export readDirectory(const QString &directory) {
  Export found;
  found.hasUsage = QDir(directory).exists(importing::defaultFileName(ImportKind::Usage));
  for (const auto *format : {&importing::customersFormat(), &importing::subscriptionsFormat(),
                             &importing::invoicesFormat()}) {
    const QString name = format->key + u".csv"_s;
    ImportSheet sheet;
    sheet.format = format;
    found.sheets.push_back(QDir(directory).exists(name)
                               ? readSheet(*format, QDir(directory).filePath(name))
                               : std::move(sheet));
  }
  return found;
}

} // namespace

ImportDraft::ImportDraft(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {}

ImportDraft::~ImportDraft() { cancel(); }

void ImportDraft::cancel() {
  if (m_cancelled)
    m_cancelled->store(true);
}

void ImportDraft::openDirectory(const QString &directory) {
  m_directory = directory;
  whenDone(QtConcurrent::run(readDirectory, directory), this,
           [this, directory](const Export &found) {
             if (directory != m_directory)
               return;
             m_sheets = found.sheets;
             m_hasUsage = found.hasUsage;
             Q_EMIT sheetsChanged();
           });
}

void ImportDraft::choose(std::size_t sheet, const QString &field, const QString &column) {
  m_sheets[sheet].choose(field, column);
  Q_EMIT sheetsChanged();
}

bool ImportDraft::isComplete() const {
  const bool hasFile =
      m_hasUsage || std::any_of(m_sheets.begin(), m_sheets.end(),
                                [](const auto &sheet) { return !sheet.path.isEmpty(); });
  return hasFile && std::none_of(m_sheets.begin(), m_sheets.end(),
                                 [](const auto &sheet) { return sheet.error.has_value(); });
}

importing::ImportOptions ImportDraft::options(Mode mode) {
  importing::ImportOptions options;
  options.dryRun = mode == Mode::DryRun;
  for (const auto kind : {ImportKind::Customers, ImportKind::Subscriptions, ImportKind::Invoices})
    for (const auto &sheet : m_sheets)
      if (sheet.format->key == importing::toString(kind))
        options.mappings.insert(kind, sheet.overrides);
  // This object may be gone by then, the connection not.
  options.progress = [connection = &m_connection, self = QPointer(this),
                      cancelled = m_cancelled](const importing::ImportProgress &progress) {
    const double share = progress.size > 0 ? double(progress.bytes) / double(progress.size) : 0;
    QMetaObject::invokeMethod(
        connection,
        [self, file = progress.file, share] {
          if (self)
            Q_EMIT self->progressed(file, share);
        },
        Qt::QueuedConnection);
    return !cancelled->load();
  };
  return options;
}

void ImportDraft::run(Mode mode) {
  if (m_isRunning || !isComplete())
    return;
  m_isRunning = true;
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([directory = m_directory, wanted = options(mode)](
                                 store::Session &session, business::AppliedBusiness &business) {
    return importing::ImportService(session, business).importStripe(directory, wanted);
  }),
           this, [this, mode](const Result<importing::ImportReport> &report) {
             m_isRunning = false;
             Q_EMIT runningChanged();
             if (report)
               Q_EMIT finished(*report, mode);
             if (!report || report->stopped)
               Q_EMIT failed(report ? *report->stopped : report.error());
           });
}

} // namespace tenantry::models
