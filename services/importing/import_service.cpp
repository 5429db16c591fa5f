// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/import_service.h"

#include "services/core/crash_point.h"
#include "services/importing/customer_import.h"
#include "services/importing/invoice_import.h"
#include "services/importing/subscription_import.h"
#include "services/importing/usage_import.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

const QString takenBack = u"import.taken_back"_s;

constexpr std::array kinds{ImportKind::Customers, ImportKind::Subscriptions, ImportKind::Invoices,
                           ImportKind::Usage};

std::int64_t badRows(const FileReport &report) { return report.bad; }
std::int64_t badRows(const ImportReport &report) { return report.bad(); }

/// Of the file itself, not of the import or the database.
bool concernsFile(const Error &error) {
  return error.code.startsWith("csv."_L1) || error.code.startsWith("text."_L1) ||
         error.code.startsWith("mapping."_L1) || error.code == "import.unreadable"_L1 ||
         error.code == "json_invalid"_L1;
}

FileReport unusable(ImportKind kind, const QString &path, Error error) {
  FileReport report;
  report.kind = kind;
  report.file = QFileInfo(path).fileName();
  if (error.place.file.isEmpty())
    error.place.file = report.file;
  ++report.rows;
  report.refuse(error);
  return report;
}

} // namespace

// Everything is done as if it were to stay, so that what is checked is what would happen.
template <typename Report, typename Work>
Result<Report> ImportService::perhapsTakenBack(const ImportOptions &options, Work work) {
  if (!options.dryRun && !options.allOrNothing)
    return work();
  Report report;
  const auto done = m_session.database.transaction([&]() -> Result<> {
    TENANTRY_TRY(made, work());
    report = std::move(made);
    if (options.dryRun || badRows(report) > 0)
      return fail(takenBack, u"Nothing of the import was to stay."_s);
    return {};
  });
  if (!done && done.error().code != takenBack)
    return tl::unexpected(done.error());
  if (!done)
    report.takeBack();
  return report;
}

Result<ImportReport> ImportService::importStripe(const QString &directory,
                                                 const ImportOptions &options) {
  const QDir folder(directory);
  if (std::none_of(kinds.begin(), kinds.end(),
                   [&](ImportKind kind) { return folder.exists(defaultFileName(kind)); }))
    return fail(u"import.nothing_found"_s,
                u"There is neither a customers.csv nor another file of an export in "
                u"%1; name the folder that holds the export."_s.arg(directory));
  if (folder.exists(defaultFileName(ImportKind::Usage)))
    TENANTRY_CHECK(checkRecordsUsage());
  return perhapsTakenBack<ImportReport>(options, [&]() -> Result<ImportReport> {
    ImportReport report;
    for (const auto kind : kinds) {
      const QString path = folder.filePath(defaultFileName(kind));
      if (!QFileInfo::exists(path))
        continue;
      auto file = read(kind, path, options);
      if (!file && !concernsFile(file.error())) {
        if (report.landed() == 0 || options.allOrNothing || options.dryRun)
          return tl::unexpected(file.error());
        report.stopped = file.error();
        break;
      }
      report.files.push_back(file ? *std::move(file) : unusable(kind, path, file.error()));
      if ((report.stopped = report.files.back().stopped))
        break;
    }
    return report;
  });
}

// Usage is recorded by workers; whoever else opens such a folder is to know before anything lands.
Result<> ImportService::checkRecordsUsage() {
  TENANTRY_TRY(may, m_session.database.one<bool>("import_may_record_usage"));
  if (std::get<0>(*may))
    return {};
  return fail(
      u"import.usage_of_workers"_s,
      u"The folder has a usage.jsonl, and your role may not record usage; nothing was imported. "
      u"Move it out of the folder and import it as the worker: “tenantryctl usage import”."_s);
}

Result<FileReport> ImportService::importFile(ImportKind kind, const QString &path,
                                             const ImportOptions &options) {
  return perhapsTakenBack<FileReport>(options, [&] { return read(kind, path, options); });
}

Result<FileReport> ImportService::importUsage(const QString &path, const ImportOptions &options) {
  return importFile(ImportKind::Usage, path, options);
}

Result<FileReport> ImportService::read(ImportKind kind, const QString &path,
                                       const ImportOptions &options) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  if (applied->current.empty())
    return fail(
        u"business.not_applied"_s,
        u"No plan is on sale. Apply the business files first: “tenantryctl business apply DIR”."_s);
  FileReport empty;
  empty.kind = kind;
  empty.file = QFileInfo(path).fileName();
  if (kind == ImportKind::Usage) {
    FileReport report = empty;
    const auto streamed = UsageImport(m_session, m_business, options, report).run(path);
    if (!streamed && (report.landed == 0 || options.allOrNothing || options.dryRun))
      return tl::unexpected(streamed.error());
    if (!streamed)
      report.stopped = streamed.error();
    return report;
  }
  return m_session.database.transaction([&, held = applied]() -> Result<FileReport> {
    FileReport report = empty; // a transaction that is run again begins anew
    TENANTRY_CHECK(m_session.database.query("import_lock", {{"source", options.source}}));
    TENANTRY_CHECK(landFile(*held, path, options, report));
    crashPoint("import.before_commit");
    return report;
  });
}

Result<> ImportService::landFile(const business::Applied &applied, const QString &path,
                                 const ImportOptions &options, FileReport &report) {
  switch (report.kind) {
  case ImportKind::Customers:
    return landRows(CustomerImport(m_session, applied), path, options, report);
  case ImportKind::Subscriptions:
    return landRows(SubscriptionImport(m_session, m_business, applied), path, options, report);
  case ImportKind::Invoices:
    return landRows(InvoiceImport(m_session, applied), path, options, report);
  case ImportKind::Usage:
    break;
  }
  throw ProgrammingError("usage is streamed");
}

template <typename Importer>
Result<> ImportService::landRows(Importer importer, const QString &path,
                                 const ImportOptions &options, FileReport &report) {
  TENANTRY_CHECK(importer.prepare(options));
  TENANTRY_CHECK(readRows(
      report.kind, path, options, report,
      [&](const MappedRow &row, const RowChecks &checks) { return importer.take(row, checks); }));
  TENANTRY_TRY(landed, importer.land());
  report.landed = landed;
  return {};
}

} // namespace tenantry::importing
