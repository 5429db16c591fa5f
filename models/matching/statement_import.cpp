// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/statement_import.h"

#include "models/connection/when_done.h"

#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

constexpr int sampleRecords = 3;
const QString currencyKey = u"currency"_s, columnKey = u"column."_s;

/// Nothing: it is no CSV, or cannot be read, which the import says.
std::optional<ImportSheet> lookAt(const QString &path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly) || !importing::isBankCsv(file))
    return {};
  return models::readSheet(importing::bankFormat(), path, sampleRecords);
}

DraftKey memoryOf(const QString &account) {
  return {u"bank-columns"_s, QString(account).remove(u' ').toUpper()};
}

} // namespace

StatementImport::StatementImport(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_own(connection, work, u"bank-import"_s) {}

void StatementImport::setPath(const QString &path) {
  if (isRunning())
    return;
  m_path = path;
  m_currency = m_recalledCurrency = {};
  m_recalled.clear();
  m_tried.reset();
  m_sheet.reset();
  Q_EMIT sheetChanged();
  ++m_looks;
  whenDone(QtConcurrent::run(lookAt, path), this,
           [this, path](const std::optional<ImportSheet> &sheet) {
             --m_looks;
             if (path != m_path)
               return;
             m_sheet = sheet;
             Q_EMIT sheetChanged();
             recall();
           });
}

void StatementImport::setAccount(const QString &account) {
  if (account.trimmed() == m_account)
    return;
  m_account = account.trimmed();
  if (m_sheet)
    recall();
}

void StatementImport::setCurrency(Currency currency) {
  if (currency == m_currency)
    return;
  m_currency = currency;
  tryAnew();
}

void StatementImport::choose(const QString &field, const QString &column) {
  if (!m_sheet)
    return;
  m_sheet->choose(field, column);
  Q_EMIT sheetChanged();
  tryAnew();
}

/// What was chosen for the account before, where it can be chosen in this file.
void StatementImport::recall() {
  auto account = m_account;
  if (account.isEmpty() && m_sheet)
    account = m_sheet->firstOf(u"account"_s);
  if (!m_memory || !m_sheet || account.isEmpty())
    return tryAnew();
  ++m_looks;
  whenDone(m_memory->read(memoryOf(account)), this, [this, path = m_path](const Draft &remembered) {
    --m_looks;
    if (path == m_path && m_sheet)
      fill(remembered);
    tryAnew();
  });
}

void StatementImport::fill(const Draft &remembered) {
  for (const auto &[field, column] : m_recalled.asKeyValueRange())
    if (m_sheet->overrides.value(field) == column)
      m_sheet->overrides.remove(field);
  m_recalled.clear();
  if (m_currency == m_recalledCurrency)
    m_currency = {};
  m_recalledCurrency = {};
  for (const auto &[key, chosen] : remembered.asKeyValueRange()) {
    const auto field = key.startsWith(columnKey) ? key.mid(columnKey.size()) : QString();
    if (m_sheet->format->find(field) && !m_sheet->overrides.contains(field) &&
        (chosen.text.isEmpty() || m_sheet->columns.contains(chosen.text)))
      m_recalled.insert(field, chosen.text);
  }
  m_sheet->overrides.insert(m_recalled);
  m_sheet->mapAnew();
  const auto currency = Currency::parse(remembered.value(currencyKey).text);
  if (currency && m_currency == Currency())
    m_currency = m_recalledCurrency = *currency;
  Q_EMIT sheetChanged();
}

void StatementImport::remember(const QString &account) {
  if (!m_memory || !m_sheet)
    return;
  Draft chosen;
  for (const auto &[field, column] : m_sheet->overrides.asKeyValueRange())
    chosen.insert(columnKey + field, {{}, column});
  if (m_currency != Currency())
    chosen.insert(currencyKey, {{}, m_currency.code()});
  if (!chosen.isEmpty())
    m_memory->keep(memoryOf(account), chosen);
}

/// With what is chosen by now. What the file lacks to be tried is said before anything is read.
void StatementImport::tryAnew() {
  m_tried.reset();
  if (isRunning()) {
    m_isStale = true;
    return;
  }
  if (m_path.isEmpty() || m_looks > 0)
    return;
  if (m_sheet && m_sheet->error)
    Q_EMIT failed(*m_sheet->error);
  else
    run(Mode::DryRun);
}

importing::BankImportOptions StatementImport::options(Mode mode) {
  importing::BankImportOptions options;
  options.dryRun = mode == Mode::DryRun;
  options.csv = {m_account, m_currency,
                 m_sheet ? m_sheet->overrides : importing::MappingOverrides()};
  // This object may be gone by then, the connection not.
  options.progress = [goOn = m_own.goOn(), connection = &m_connection,
                      self = QPointer(this)](std::int64_t done) {
    QMetaObject::invokeMethod(
        connection,
        [self, done] {
          if (self)
            Q_EMIT self->progressed(done);
        },
        Qt::QueuedConnection);
    return goOn(done);
  };
  return options;
}

void StatementImport::run(Mode mode) {
  if (isRunning() || m_path.isEmpty() || m_looks > 0)
    return;
  m_isStale = false;
  m_own.begin(mode == Mode::DryRun ? tr("Checking %1").arg(QFileInfo(m_path).fileName())
                                   : tr("Importing %1").arg(QFileInfo(m_path).fileName()),
              0);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([path = m_path, wanted = options(mode)](
                                 store::Session &session, business::AppliedBusiness &business) {
    return importing::BankImport(session, business).run(path, wanted);
  }),
           this, [this, mode](const Result<importing::BankReport> &report) { end(report, mode); });
}

void StatementImport::end(const Result<importing::BankReport> &report, Mode mode) {
  m_own.end();
  m_tried.reset();
  const bool isOld = m_isStale && mode == Mode::DryRun;
  if (report && mode == Mode::DryRun && !isOld)
    m_tried = *report;
  if (report && mode == Mode::Import && !report->statements.empty())
    remember(report->statements.front().account);
  Q_EMIT runningChanged();
  if (isOld)
    return tryAnew();
  if (report)
    Q_EMIT finished(*report, mode);
  else
    Q_EMIT failed(report.error());
}

} // namespace tenantry::models
