// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/importing/import_report.h"
#include "services/store/session.h"

namespace tenantry::importing {

/// Brings in what another system holds (ORG-6). Each bad row is reported with file, line, column,
/// code and sentence; the others land, each file in one transaction. What was imported before is
/// known by its external id and stays as it is, so that an import can be repeated. With
/// `allOrNothing` one bad row, and nothing of the whole import stays; with `dryRun` nothing stays
/// at all.
class ImportService {
public:
  ImportService(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// customers.csv, subscriptions.csv, invoices.csv and usage.jsonl of a directory, those that are
  /// there, in this order. A file that cannot be read as a whole (header, mapping) is one error in
  /// its report. Errors `import.nothing_found`, `import.usage_of_workers`, `business.not_applied`,
  /// `import.cancelled`.
  [[nodiscard]] Result<ImportReport> importStripe(const QString &directory,
                                                  const ImportOptions &options);

  /// One file, under any name. Errors beside those above: `import.unreadable`, those of its header
  /// and mapping.
  [[nodiscard]] Result<FileReport> importFile(ImportKind kind, const QString &path,
                                              const ImportOptions &options);

  /// A stream of usage events: constant memory, in batches that each land by themselves, so that
  /// one that was cut off is run again. An event counts once.
  [[nodiscard]] Result<FileReport> importUsage(const QString &path, const ImportOptions &options);

private:
  template <typename Report, typename Work>
  [[nodiscard]] Result<Report> perhapsTakenBack(const ImportOptions &options, Work work);
  [[nodiscard]] Result<FileReport> read(ImportKind kind, const QString &path,
                                        const ImportOptions &options);
  [[nodiscard]] Result<> checkRecordsUsage();
  template <typename Importer>
  [[nodiscard]] Result<> landRows(Importer importer, const QString &path,
                                  const ImportOptions &options, FileReport &report);
  [[nodiscard]] Result<> landFile(const business::Applied &applied, const QString &path,
                                  const ImportOptions &options, FileReport &report);

  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::importing
