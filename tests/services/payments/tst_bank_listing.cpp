// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_listing.h"
#include "services/store/query_catalogue.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::payments;

/// Pages of 20,000 bank entries: each reads its index, and a tenant sees none.
class TestBankListing : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aPageReadsItsIndex_data();
  void aPageReadsItsIndex();
  void everyRowComesOnce();
  void aTenantSeesNone();

private:
  BillingHouse m_house;
};

namespace {

constexpr auto fillBank = R"(
insert into bank_statement (bank_statement_id, account, statement_key, content_digest, format, file_name, imported_at)
  values (md5('s')::uuid, 'OURS', 's', 's', 'csv', 's.csv', now());
insert into bank_entry (bank_entry_id, bank_statement_id, account, entry_key, amount, currency, booked_on, status,
                        settled_at)
  select md5(n::text)::uuid, md5('s')::uuid, 'OURS', n::text, n % 500 + 1, 'EUR', '2026-01-01'::date + n % 90,
         case when n % 50 = 0 then 'waiting' else 'matched' end, now()
  from generate_series(1, 20000) as n;
analyze;
)";

} // namespace

void TestBankListing::initTestCase() { expect(m_house.test.connect()->script(fillBank)); }

void TestBankListing::aPageReadsItsIndex_data() {
  QTest::addColumn<QString>("index");
  for (const char *direction : {"descending", "ascending"}) {
    QTest::addRow("bank_entries_by_booked_%s", direction) << u"bank_entry_by_day"_s;
    QTest::addRow("bank_entries_by_booked_%s_of_status", direction) << u"bank_entry_by_status"_s;
    QTest::addRow("bank_entries_by_amount_%s", direction) << u"bank_entry_by_amount"_s;
    QTest::addRow("bank_entries_by_amount_%s_of_status", direction)
        << u"bank_entry_by_status_amount"_s;
  }
}

void TestBankListing::aPageReadsItsIndex() {
  QFETCH(QString, index);
  const QByteArray name = QTest::currentDataTag();
  const bool byAmount = name.contains("amount");
  const std::map<std::string, std::pair<QByteArray, QByteArray>> known{
      {"status", {"text", "'waiting'"}},
      {"value", byAmount ? std::pair<QByteArray, QByteArray>{"bigint", "100"}
                         : std::pair<QByteArray, QByteArray>{"date", "'2026-02-01'"}},
      {"id", {"uuid", "'80000000-0000-0000-0000-000000000000'"}},
      {"count", {"bigint", "100"}}};
  const auto &query = store::QueryCatalogue::compiledIn().find(name.toStdString());
  QByteArrayList types, values;
  for (const auto &parameter : query.parameters) {
    types += known.at(parameter).first;
    values += known.at(parameter).second;
  }
  const auto staff = m_house.test.connect(u"finance"_s);
  expect(staff->script("set plan_cache_mode = force_generic_plan; prepare planned (" +
                       types.join(", ") + ") as " + QByteArray::fromStdString(query.sql)));
  QString plan;
  for (const auto row :
       expect(staff->adHoc("explain (costs off) execute planned (" + values.join(", ") + ")")))
    plan += row.get<QString>(0) + u'\n';
  QVERIFY2(plan.contains(u"using "_s + index + u" on"_s), qPrintable(plan));
  QVERIFY2(!plan.contains(u"Seq Scan"_s), qPrintable(plan));
}

void TestBankListing::everyRowComesOnce() {
  BankListing listing(m_house.worker.session);
  for (const auto sort : {BankSort::Booked, BankSort::Amount})
    for (const bool ascending : {false, true}) {
      BankQuery query{BankEntryStatus::Waiting, sort, ascending, 90, {}};
      std::set<BankEntryId> seen;
      do {
        const auto page = expect(listing.page(query));
        for (const auto &row : page.rows)
          QVERIFY(seen.insert(row.id).second);
        query.after = page.next;
      } while (query.after);
      QCOMPARE(seen.size(), 400u);
    }
  QCOMPARE(expect(listing.count(BankEntryStatus::Waiting)), std::int64_t(400));
  QCOMPARE(expect(listing.count({})), BankListing::countLimit + 1);
}

void TestBankListing::aTenantSeesNone() {
  const auto tenant = m_house.test.connect(u"tenant"_s);
  store::Session session{*tenant, m_house.clock, u"tests"_s};
  QCOMPARE(BankListing(session).page({}).error().code, u"store.forbidden"_s);
}

QTEST_GUILESS_MAIN(TestBankListing)
#include "tst_bank_listing.moc"
