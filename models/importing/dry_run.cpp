// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importing/dry_run.h"

#include "services/importing/stripe_rows.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

using importing::CsvReader;
using importing::MappedRow;
using importing::RowChecks;

/// Goes through the files in their order; customers first, for the others name them.
class Check {
public:
  Check(const std::vector<ImportSheet> &sheets, const business::Applied &applied)
      : m_sheets(sheets), m_applied(applied) {}

  DryRun run() {
    for (const auto &sheet : m_sheets)
      if (!sheet.path.isEmpty())
        readFile(sheet);
    return std::move(m_run);
  }

private:
  void readFile(const ImportSheet &sheet) {
    m_run.files.push_back({sheet.format->key, 0, 0});
    m_seen.clear();
    QFile file(sheet.path);
    const QString name = QFileInfo(sheet.path).fileName();
    if (!file.open(QIODevice::ReadOnly))
      return report({u"file.not_readable"_s, file.errorString(), {name, 0, 0, {}}});
    auto reader = CsvReader::open(file, name);
    if (!reader)
      return report(reader.error());
    while (readRow(sheet, *reader)) {
    }
  }

  /// False at the end of the file.
  bool readRow(const ImportSheet &sheet, CsvReader &reader) {
    const auto record = reader.next();
    if (record && !*record)
      return false;
    ++m_run.files.back().rows;
    ++m_run.rows;
    if (!record) {
      report(record.error());
      return record.error().code == u"csv.cells";
    }
    const MappedRow row(**record, sheet.mapping, reader.file());
    if (auto checked = check(sheet.format->key, row); !checked)
      report(checked.error());
    return true;
  }

  Result<> check(const QString &key, const MappedRow &row) {
    const auto checks = makeChecks();
    if (key == u"customers") {
      TENANTRY_TRY(customer, importing::parseCustomerRow(row, checks));
      m_seen.insert(customer.externalId);
      m_customers.insert(customer.externalId);
    } else if (key == u"subscriptions") {
      TENANTRY_TRY(subscription, importing::parseSubscriptionRow(row, checks));
      m_seen.insert(subscription.externalId);
    } else {
      TENANTRY_TRY(invoice, importing::parseInvoiceRow(row, checks));
      m_seen.insert(invoice.externalId);
    }
    return {};
  }

  RowChecks makeChecks() {
    RowChecks checks;
    checks.isRepeated = [this](const QString &id) { return m_seen.contains(id); };
    if (!m_sheets.front().path.isEmpty())
      checks.isKnownCustomer = [this](const QString &id) { return m_customers.contains(id); };
    checks.isKnownPlan = [this](const QString &plan) {
      const auto &plans = m_applied.business.plans;
      return std::any_of(plans.begin(), plans.end(), [&](const auto &known) {
        return known.first.compare(plan, Qt::CaseInsensitive) == 0;
      });
    };
    return checks;
  }

  void report(const Error &error) {
    ++m_run.bad;
    ++m_run.files.back().bad;
    if (m_run.errors.size() < ImportDraft::mostErrors)
      m_run.errors.push_back(error);
  }

  const std::vector<ImportSheet> &m_sheets;
  const business::Applied &m_applied;
  QSet<QString> m_seen;
  QSet<QString> m_customers;
  DryRun m_run;
};

} // namespace

DryRun runDry(const std::vector<ImportSheet> &sheets, const business::Applied &applied) {
  return Check(sheets, applied).run();
}

} // namespace tenantry::models
