// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/importing/column_mapping.h"

namespace tenantry::models {

/// One file of an export, and which of its columns means what.
struct ImportSheet {
  const importing::ImportFormat *format = nullptr;
  QString path;                         ///< empty: the directory has no such file
  QStringList columns;
  QStringList sample;                   ///< the cells of the first record
  importing::MappingOverrides overrides; ///< what a person chose
  importing::ColumnMapping mapping;
  std::optional<Error> error; ///< the file cannot be read, or its mapping is incomplete
};

/// What a dry run found in one file.
struct DryRunFile {
  QString key; ///< of the format
  qint64 rows = 0;
  qint64 bad = 0;
};
struct DryRun {
  std::vector<DryRunFile> files;
  std::vector<Error> errors; ///< the first mostErrors, in the order of files and lines
  qint64 rows = 0;
  qint64 bad = 0;
};

/// An import before it is done: the files of a directory, the mapping of their columns, and a dry
/// run that reads every row and writes nothing. Files are read off the GUI thread.
class ImportDraft : public QObject {
  Q_OBJECT

public:
  static constexpr std::size_t mostErrors = 1000;

  explicit ImportDraft(Connection &connection, QObject *parent = nullptr);

  /// Looks for customers.csv, subscriptions.csv and invoices.csv there.
  void openDirectory(const QString &directory);
  [[nodiscard]] const QString &directory() const { return m_directory; }
  [[nodiscard]] const std::vector<ImportSheet> &sheets() const { return m_sheets; }
  /// Takes another column for a field; an empty name takes the field out.
  void choose(std::size_t sheet, const QString &field, const QString &column);
  [[nodiscard]] bool isComplete() const; ///< a file, and no field that is needed lacks its column

  void dryRun();
  [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
  void sheetsChanged();
  void runningChanged();
  void dryRunFinished(const tenantry::models::DryRun &run);
  void failed(const tenantry::Error &error);

private:
  Connection &m_connection;
  QString m_directory;
  std::vector<ImportSheet> m_sheets;
  bool m_isRunning = false;
};

} // namespace tenantry::models
