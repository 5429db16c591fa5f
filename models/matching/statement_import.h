// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/own_work.h"
#include "services/importing/bank_import.h"

namespace tenantry::models {

/// A bank statement from a file: a dry run that checks, matches and keeps nothing, then the import
/// itself. Off the GUI thread, in the status bar while it runs, and can be stopped.
class StatementImport : public QObject {
  Q_OBJECT

public:
  enum class Mode { DryRun, Import };

  StatementImport(Connection &connection, RunningWork &work, QObject *parent = nullptr);

  void setPath(const QString &path); ///< and tries it at once
  [[nodiscard]] const QString &path() const { return m_path; }
  /// Of a CSV that names none.
  void setAccount(const QString &account) { m_account = account.trimmed(); }
  void run(Mode mode);
  void cancel() { m_own.cancel(); }
  [[nodiscard]] bool isRunning() const { return m_own.isRunning(); }
  /// What a dry run of that file said last; null: none did.
  [[nodiscard]] const importing::BankReport *tried() const { return m_tried ? &*m_tried : nullptr; }

Q_SIGNALS:
  void runningChanged();
  void progressed(qint64 entries);
  void finished(const tenantry::importing::BankReport &report, Mode mode);
  void failed(const tenantry::Error &error);

private:
  Connection &m_connection;
  OwnWork m_own;
  QString m_path;
  QString m_account;
  std::optional<importing::BankReport> m_tried;
};

} // namespace tenantry::models
