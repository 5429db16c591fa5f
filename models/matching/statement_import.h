// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/draft_store.h"
#include "models/importing/import_sheet.h"
#include "models/jobs/own_work.h"
#include "services/importing/bank_import.h"

namespace tenantry::models {

/// A bank statement from a file: a dry run that checks, matches and keeps nothing, then the import
/// itself. Off the GUI thread, in the status bar while it runs, and can be stopped. Of a CSV it
/// also knows which column means what; what was chosen there is remembered by account.
class StatementImport : public QObject {
  Q_OBJECT

public:
  enum class Mode { DryRun, Import };

  StatementImport(Connection &connection, RunningWork &work, QObject *parent = nullptr);

  /// Where the columns and the currency of an account's exports are remembered.
  void rememberIn(DraftStore &memory) { m_memory = &memory; }
  void setPath(const QString &path); ///< and tries it at once
  [[nodiscard]] const QString &path() const { return m_path; }
  /// Null while the file is no CSV, or is not known yet.
  [[nodiscard]] const ImportSheet *sheet() const { return m_sheet ? &*m_sheet : nullptr; }
  // What a CSV does not say of itself; it is tried anew.
  void setAccount(const QString &account);
  void setCurrency(Currency currency);
  void choose(const QString &field, const QString &column);
  [[nodiscard]] Currency currency() const { return m_currency; }

  void run(Mode mode);
  void cancel() { m_own.cancel(); }
  [[nodiscard]] bool isRunning() const { return m_own.isRunning(); }
  /// What a dry run of that file said last; null: none did.
  [[nodiscard]] const importing::BankReport *tried() const { return m_tried ? &*m_tried : nullptr; }

Q_SIGNALS:
  void sheetChanged(); ///< or the currency
  void runningChanged();
  void progressed(qint64 entries);
  void finished(const tenantry::importing::BankReport &report, Mode mode);
  void failed(const tenantry::Error &error);

private:
  void tryAnew();
  void recall();
  void fill(const Draft &remembered);
  void remember(const QString &account);
  void end(const Result<importing::BankReport> &report, Mode mode);
  [[nodiscard]] importing::BankImportOptions options(Mode mode);

  Connection &m_connection;
  OwnWork m_own;
  DraftStore *m_memory = nullptr;
  QString m_path;
  QString m_account;
  Currency m_currency;
  std::optional<ImportSheet> m_sheet;
  importing::MappingOverrides m_recalled; ///< of the account that was named before
  Currency m_recalledCurrency;
  std::optional<importing::BankReport> m_tried;
  int m_looks = 0;        ///< at files and memory that go on
  bool m_isStale = false; ///< something was chosen while it was tried
};

} // namespace tenantry::models
