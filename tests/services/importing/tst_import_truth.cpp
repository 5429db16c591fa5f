// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over a large set of export files with a list of their bad rows, where one lies beside the
// source tree.
#include "services/core/rational.h"
#include "services/importing/stripe_formats.h"
#include "services/importing/stripe_rows.h"
#include "services/importing/usage_lines.h"
#include "tests/services/importing/rows.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::importing;

namespace {

const QString folder = u"../shared/data/import/"_s;

QString lineAndCode(const Error &error) { return u"%1 %2"_s.arg(error.place.line).arg(error.code); }

template <typename Row>
Rows<Row> readRows(const ImportFormat &format,
                   Result<Row> (*parse)(const MappedRow &, const RowChecks &),
                   const QSet<QString> &customers) {
  Rows<Row> rows;
  QFile file(folder + format.key + u".csv"_s);
  if (!file.open(QIODevice::ReadOnly))
    return rows;
  auto reader = CsvReader::open(file, file.fileName());
  const auto mapping = mapColumns(format, reader->header().names());
  const QSet<QString> plans{u"starter"_s, u"professional"_s, u"enterprise"_s};
  QSet<QString> seen;
  const RowChecks checks{[&](const QString &id) { return seen.contains(id); },
                         [&](const QString &id) { return customers.contains(id); },
                         [&](const QString &plan) { return plans.contains(plan); }};
  for (auto record = reader->next(); !record || *record; record = reader->next()) {
    Result<Row> row = record ? parse(MappedRow(**record, *mapping, reader->file()), checks)
                             : Result<Row>(tl::unexpected(record.error()));
    if (record)
      seen.insert((**record).cell(u"id"));
    if (row)
      rows.good += *row;
    else
      rows.bad += lineAndCode(row.error());
  }
  return rows;
}

/// Sums by lower-case currency code, as the list of truths has them.
template <typename Row, typename Share>
QJsonObject sumsByCurrency(const QList<Row> &rows, Share share) {
  QMap<QString, Rational> sums;
  for (const Row &row : rows)
    sums[share(row).second.currency().code().toLower()] +=
        share(row).first * share(row).second.minor();
  QJsonObject json;
  for (auto it = sums.cbegin(); it != sums.cend(); ++it)
    json[it.key()] = QString::fromStdString(it.value().str());
  return json;
}

} // namespace

class TstImportTruth : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void customers();
  void subscriptionsWithTheirMrr();
  void invoicesWithTheirTotal();
  void usageWithItsTotal();

private:
  QJsonObject m_truth;
  QSet<QString> m_customers;
};

void TstImportTruth::initTestCase() {
  QFile file(folder + u"truth.json"_s);
  if (!file.exists())
    QSKIP("there are no export files in ../shared/data/import");
  QVERIFY(file.open(QIODevice::ReadOnly));
  m_truth = QJsonDocument::fromJson(file.readAll()).object();
  for (const CustomerRow &row : readRows(customersFormat(), &parseCustomerRow, {}).good)
    m_customers.insert(row.externalId);
}

void TstImportTruth::customers() {
  const QJsonObject truth = m_truth[u"customers"_s].toObject();
  const auto rows = readRows(customersFormat(), &parseCustomerRow, {});
  QCOMPARE(rows.bad, badRows(truth));
  QCOMPARE(rows.good.size(), truth[u"good"_s].toInt());
}

void TstImportTruth::subscriptionsWithTheirMrr() {
  const QJsonObject truth = m_truth[u"subscriptions"_s].toObject();
  const auto rows = readRows(subscriptionsFormat(), &parseSubscriptionRow, m_customers);
  QCOMPARE(rows.bad, badRows(truth));
  QCOMPARE(rows.good.size(), truth[u"good"_s].toInt());
  const auto mrr = sumsByCurrency(rows.good, [](const SubscriptionRow &row) {
    const bool counts = row.status == ImportedSubscriptionStatus::Active ||
                        row.status == ImportedSubscriptionStatus::PastDue;
    return std::pair(Rational(counts ? 1 : 0, monthsOf(row.interval)), row.amount);
  });
  QCOMPARE(mrr, m_truth[u"mrr_minor_units"_s].toObject());
}

void TstImportTruth::invoicesWithTheirTotal() {
  const QJsonObject truth = m_truth[u"invoices"_s].toObject();
  const auto rows = readRows(invoicesFormat(), &parseInvoiceRow, m_customers);
  QCOMPARE(rows.bad, badRows(truth));
  QCOMPARE(rows.good.size(), truth[u"good"_s].toInt());
  const auto totals = sumsByCurrency(
      rows.good, [](const InvoiceRow &row) { return std::pair(Rational(1), row.total); });
  const QJsonObject expected = m_truth[u"invoice_total_minor_units"_s].toObject();
  QCOMPARE(totals.keys(), expected.keys());
  for (const QString &code : totals.keys())
    QCOMPARE(totals[code].toString().toLongLong(), expected[code].toInteger());
}

void TstImportTruth::usageWithItsTotal() {
  const QJsonObject truth = m_truth[u"usage"_s].toObject();
  QFile file(folder + u"usage.jsonl"_s);
  QVERIFY(file.open(QIODevice::ReadOnly));
  UsageLines lines(file, file.fileName(),
                   {[](const QString &metric) { return metric == u"api_calls"; },
                    [&](const QString &source) { return m_customers.contains(source); }});
  QStringList bad;
  QSet<std::pair<QString, QString>> events;
  int repeats = 0;
  Rational total = 0;
  for (auto event = lines.next(); !event || *event; event = lines.next()) {
    if (!event) {
      bad += lineAndCode(event.error());
    } else if (const std::pair key((*event)->source, (*event)->id); events.contains(key)) {
      ++repeats;
    } else {
      events.insert(key);
      total += (*event)->quantity;
    }
  }
  QCOMPARE(bad, badRows(truth));
  QCOMPARE(events.size(), truth[u"good"_s].toInt());
  QCOMPARE(repeats, truth[u"duplicates"_s].toInt());
  QVERIFY(total == truth[u"total"_s].toInteger());
}

QTEST_GUILESS_MAIN(TstImportTruth)
#include "tst_import_truth.moc"
