// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/importing/import_sheet.h"
#include "services/importing/import_report.h"
#include <atomic>

namespace tenantry::models {

/// An import: the files of a directory, the mapping of their columns, a dry run that checks every
/// row and keeps nothing, and the import itself. Files are read off the GUI thread.
class ImportDraft : public QObject {
  Q_OBJECT

public:
  enum class Mode { DryRun, Import };

  explicit ImportDraft(Connection &connection, QObject *parent = nullptr);
  ~ImportDraft() override; ///< what runs is cancelled

  /// Looks for customers.csv, subscriptions.csv, invoices.csv and usage.jsonl there.
  void openDirectory(const QString &directory);
  [[nodiscard]] const QString &directory() const { return m_directory; }
  [[nodiscard]] const std::vector<ImportSheet> &sheets() const { return m_sheets; }
  [[nodiscard]] bool hasUsage() const { return m_hasUsage; } ///< which has no columns to map
  /// Takes another column for a field; an empty name takes the field out.
  void choose(std::size_t sheet, const QString &field, const QString &column);
  [[nodiscard]] bool isComplete() const; ///< a file, and no field that is needed lacks its column

  void run(Mode mode);
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
  void sheetsChanged();
  void runningChanged();
  void progressed(const QString &file, double share); ///< of the file that is read, 0..1
  void finished(const tenantry::importing::ImportReport &report, Mode mode);
  void failed(const tenantry::Error &error); ///< after `finished`, where something landed before

private:
  [[nodiscard]] importing::ImportOptions options(Mode mode);

  Connection &m_connection;
  QString m_directory;
  std::vector<ImportSheet> m_sheets;
  bool m_hasUsage = false;
  bool m_isRunning = false;
  std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace tenantry::models
