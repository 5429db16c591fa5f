// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/books.h"
#include "services/billing/journal_listing.h"
#include "services/billing/months.h"
#include "services/billing/receivables.h"
#include "services/billing/recognition.h"
#include "services/payments/month_end.h"
#include "services/payments/receipt_export.h"
#include "services/payments/transfers.h"
#include "tests/services/billing/billing_house.h"

#include <QTemporaryDir>
#include <set>

using namespace tenantry;
using namespace tenantry::billing;
using namespace tenantry::tests;
using std::chrono::year;

/// BILL-6: the journal as people read it, and what a month's end leaves out.
namespace {

/// A charge and two refunds without an answer, of which the provider contradicts the last; and a
/// charge of the month after.
constexpr auto underWay = R"(
insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                             idempotency_key, amount, currency, status, created_at)
  select organization_id, invoice_id, invoice_id, 1, invoice_id, 'pay:1', 100, currency, 'pending', '2026-02-27Z'
  from invoice;
insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                             idempotency_key, amount, currency, status, created_at)
  select organization_id, organization_id, organization_id, 1, invoice_id, 'pay:2', 100, currency, 'pending',
         '2026-03-01Z' from invoice;
insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, idempotency_key, amount, currency,
                    reason, status, created_at, contradicted_at)
  select organization_id, gen_random_uuid(), invoice_id, invoice_id, 'provider', 'refund:' || n, 100, currency, 'why',
         'unknown', '2026-02-27Z', case n when 2 then '2026-02-28Z'::timestamptz end
  from invoice, generate_series(1, 2) as n)";

} // namespace

class TestJournal : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void BILL_6_everyEntryComesOnce_data();
  void BILL_6_everyEntryComesOnce();
  void BILL_6_aFilterLeavesWhatItSays_data();
  void BILL_6_aFilterLeavesWhatItSays();
  void BILL_6_aSearchFindsDocumentsAndNames();
  void BILL_6_aTransactionIsWhole();
  void BILL_6_aPaymentNamesWhatItPaid();
  void BILL_6_wrongQueriesSayWhy();
  void BILL_6_openItemsHaveAnAge();
  void BILL_6_aMonthsEndSaysWhatIsMissing();
  void BILL_6_anExportStopsWhenItIsTold();

private:
  /// Page by page; the order is checked.
  std::vector<JournalRow> all(const JournalFilter &filter, bool ascending, int pageSize = 7) {
    std::vector<JournalRow> rows;
    JournalQuery query{filter, ascending, pageSize, {}};
    do {
      auto page = expect(JournalListing(m_house.worker.session).page(query));
      for (auto &row : page.rows) {
        if (!rows.empty() && ascending != (rows.back().day <= row.day) &&
            rows.back().day != row.day)
          qFatal("out of order");
        rows.push_back(std::move(row));
      }
      query.after = page.next;
    } while (query.after);
    return rows;
  }
  std::int64_t entries(const QByteArray &where) {
    return m_house.number("select count(*) from ledger_entry where " + where);
  }

  BillingHouse m_house;
  std::vector<OrganizationId> m_book;
};

// 40 customers on 31 January; a month later their second invoices and January's revenue.
void TestJournal::initTestCase() {
  m_book = m_house.randomBook(40, 7);
  m_house.runAll();
  m_house.clock.set(*parseInstant(u"2026-03-03T10:00:00Z"_s));
  expect(recognizeRevenue(m_house.worker.session, m_house.worker.business));
  m_house.runAll();
  expect(m_house.test.connect()->script(
      "update organization set name = 'Kestrel Bank' where organization_id = '" +
      m_book.front().toString().toLatin1() + "'"));
}

void TestJournal::BILL_6_everyEntryComesOnce_data() {
  QTest::addColumn<bool>("ascending");
  QTest::addColumn<int>("pageSize");
  for (const bool ascending : {true, false})
    for (const int pageSize : {1, 7, 200})
      QTest::addRow("%s by %d", ascending ? "up" : "down", pageSize) << ascending << pageSize;
}

void TestJournal::BILL_6_everyEntryComesOnce() {
  QFETCH(bool, ascending);
  QFETCH(int, pageSize);
  const auto rows = all({}, ascending, pageSize);
  QCOMPARE(std::int64_t(rows.size()), entries("true"));
  std::set<QString> keys;
  std::int64_t sum = 0;
  for (const auto &row : rows) {
    keys.insert(row.id.transaction.toString() + QString::number(row.id.entry));
    sum += row.amount.minor();
  }
  QCOMPARE(keys.size(), rows.size());
  QCOMPARE(sum, std::int64_t(0));
}

void TestJournal::BILL_6_aFilterLeavesWhatItSays_data() {
  QTest::addColumn<int>("month");
  QTest::addColumn<QString>("account");
  QTest::addColumn<QString>("currency");
  QTest::addColumn<QByteArray>("where");
  QTest::newRow("a month") << 1 << QString() << QString()
                           << QByteArray("business_day < '2026-02-01'");
  QTest::newRow("another month") << 3 << QString() << QString()
                                 << QByteArray("business_day >= '2026-03-01'");
  QTest::newRow("a common account")
      << 0 << u"receivable"_s << QString() << QByteArray("account = 'receivable'");
  QTest::newRow("a rare account") << 0 << u"cash"_s << QString() << QByteArray("account = 'cash'");
  QTest::newRow("a currency") << 0 << QString() << u"EUR"_s << QByteArray("currency = 'EUR'");
  QTest::newRow("all three") << 1 << u"revenue"_s << u"USD"_s
                             << QByteArray("business_day < '2026-02-01' and account = 'revenue' "
                                           "and currency = 'USD'");
}

void TestJournal::BILL_6_aFilterLeavesWhatItSays() {
  QFETCH(int, month);
  QFETCH(QString, account);
  QFETCH(QString, currency);
  QFETCH(QByteArray, where);
  JournalFilter filter{.account = account, .currency = currency};
  if (month > 0)
    filter.month = year(2026) / month;
  const auto wanted = entries(where);
  QCOMPARE(std::int64_t(all(filter, true).size()), wanted);
  QCOMPARE(std::int64_t(all(filter, false).size()), wanted);
  QCOMPARE(expect(JournalListing(m_house.worker.session).count(filter)), wanted);
}

void TestJournal::BILL_6_aSearchFindsDocumentsAndNames() {
  const auto id = m_book.front();
  const auto number = [&] {
    const auto rows = expect(m_house.worker.database->adHoc(
        "select number from invoice where number is not null and organization_id = '" +
        id.toString().toLatin1() + "' limit 1"));
    return rows[0].get<QString>(0);
  }();
  const auto found = all({.search = number.toLower()}, true);
  QVERIFY(!found.empty());
  for (const auto &row : found) {
    QCOMPARE(row.document, number);
    QCOMPARE(int(row.documentKind), int(JournalDocument::Invoice));
  }
  const auto own = entries("organization_id = '" + id.toString().toLatin1() + "'");
  QCOMPARE(std::int64_t(all({.search = u"kestrel"_s}, false).size()), own);
  QCOMPARE(std::int64_t(all({.organization = id}, false).size()), own);
  QVERIFY(all({.search = u"nobody at all"_s}, true).empty());
  QCOMPARE(expect(JournalListing(m_house.worker.session).count({.search = u"nobody"_s})),
           std::int64_t(0));
}

void TestJournal::BILL_6_aTransactionIsWhole() {
  const auto row = all({}, true).front();
  const auto read = expect(
      JournalListing(m_house.worker.session).transaction(row.id.organization, row.id.transaction));
  std::int64_t sum = 0;
  for (const auto &entry : read.entries) {
    QCOMPARE(entry.id.transaction, row.id.transaction);
    QCOMPARE(entry.cause, row.cause);
    sum += entry.amount.minor();
  }
  QVERIFY(read.entries.size() >= 2);
  QCOMPARE(sum, std::int64_t(0));
  const auto none =
      JournalListing(m_house.worker.session).transaction(row.id.organization, QUuid::createUuid());
  QVERIFY(!none);
  QCOMPARE(none.error().code, u"ledger.transaction_not_found"_s);
}

// A payment has a row of its own in the books; people look for the invoice.
void TestJournal::BILL_6_aPaymentNamesWhatItPaid() {
  auto &session = m_house.worker.session;
  billing::BillingService billing(session, m_house.worker.business);
  const auto open = [&]() -> std::vector<Invoice> {
    for (const auto &id : m_book)
      if (auto some = expect(billing.openOf(id)); some.size() > 1)
        return some;
    return {};
  }();
  QVERIFY(open.size() > 1);
  const auto &invoice = open.front();
  const Money amount(invoice.amountDue(), invoice.currency);
  static_cast<void>(expect(payments::Transfers(session, m_house.worker.business)
                               .act({invoice.organization, invoice.id, amount, u"SEPA 4711"_s})));
  const auto paid = [&] {
    std::vector<JournalRow> rows;
    for (const auto &row : all({.search = invoice.number}, true))
      if (row.cause == u"payment.received")
        rows.push_back(row);
    return rows;
  };
  QCOMPARE(paid().size(), std::size_t(2)); // cash and receivable
  for (const auto &row : paid()) {
    QCOMPARE(row.document, invoice.number);
    QCOMPARE(int(row.documentKind), int(JournalDocument::Invoice));
    QCOMPARE(row.reference, u"SEPA 4711"_s);
    QVERIFY(row.alsoPaid.isEmpty());
  }
  const auto key = paid().front().id;
  const auto whole =
      expect(JournalListing(session).transaction(key.organization, key.transaction)).entries;
  QCOMPARE(whole.front().document, invoice.number);
  QCOMPARE(whole.back().reference, u"SEPA 4711"_s);

  // An imported payment may have paid several.
  const auto owner = m_house.test.connect();
  expect(owner->script("set session_replication_role = replica"));
  expect(owner->script(
      "insert into payment_allocation (organization_id, payment_id, invoice_id, amount) "
      "select organization_id, payment_id, '" +
      open.back().id.toString().toLatin1() + "', 1 from payment where reference = 'SEPA 4711'"));
  QStringList both{invoice.number, open.back().number};
  both.sort();
  for (const auto &number : both) {
    const auto rows = all({.search = number}, false);
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto &row) { return row.reference == u"SEPA 4711"; });
    QVERIFY(found != rows.end());
    QCOMPARE(found->documents(), both);
  }
  const DayRange days{whole.front().day, whole.front().day + std::chrono::days(1)};
  QStringList documents;
  QVERIFY(expect(readJournal(session, days, [&](const JournalEntry &entry) {
    if (entry.reference == u"SEPA 4711")
      documents += entry.document;
  })));
  QCOMPARE(documents, QStringList(2, both.join(u", "_s)));
  std::vector<payments::Receipt> receipts;
  QVERIFY(expect(
      payments::readReceipts(session, days, [&](const auto &one) { receipts.push_back(one); })));
  QCOMPARE(std::int64_t(receipts.size()),
           entries("account = 'cash' and business_day = '" + toIso(days.from).toLatin1() + "'"));
  QCOMPARE(receipts.back().invoices, both.join(u", "_s));
  QCOMPARE(receipts.back().amount, amount);
  expect(owner->script("delete from payment_allocation where amount = 1"));
}

void TestJournal::BILL_6_wrongQueriesSayWhy() {
  for (const int size : {0, 201}) {
    const auto page = JournalListing(m_house.worker.session).page({{}, true, size, {}});
    QVERIFY(!page);
    QCOMPARE(page.error().code, u"list.page_size"_s);
  }
}

void TestJournal::BILL_6_openItemsHaveAnAge() {
  std::map<Currency, std::int64_t> due;
  std::int64_t invoices = 0;
  bool isLate = false;
  for (const auto &one : expect(receivablesByAge(m_house.worker.session))) {
    due[one.currency] += one.due;
    invoices += one.invoices;
    isLate = isLate || one.age == DueAge::Month;
    const auto bounds = dueBounds(one.age, m_house.clock.now());
    const auto bound = [](Instant at) {
      return at == Instant::min()   ? QByteArray("'-infinity'")
             : at == Instant::max() ? QByteArray("'infinity'")
                                    : "'" + toIso(at).toLatin1() + "'";
    };
    QCOMPARE(one.due, m_house.number("select coalesce(sum(amount_due), 0)::bigint from invoice "
                                     "where status = 'open' and currency = '" +
                                     one.currency.code().toLatin1() +
                                     "' and due_at >= " + bound(bounds.since) + " and due_at < " +
                                     bound(bounds.before)));
  }
  QVERIFY(isLate);
  QCOMPARE(invoices, m_house.number("select count(*) from invoice where status = 'open'"));
  std::int64_t all = 0;
  for (const auto &[currency, sum] : due)
    all += sum;
  QCOMPARE(all, m_house.number("select coalesce(sum(amount), 0)::bigint from ledger_entry where "
                               "account = 'receivable'"));
}

void TestJournal::BILL_6_aMonthsEndSaysWhatIsMissing() {
  BillingHouse house(business::Finalize::Review);
  auto &session = house.worker.session;
  auto &business = house.worker.business;
  const auto running = payments::monthEnd(session, business, (year(2026) / 1));
  QVERIFY(!running);
  QCOMPARE(running.error().code, u"ledger.month_running"_s);
  house.subscribe(house.organization());
  house.runAll(); // a draft of 31 January
  house.subscribe(house.organization());
  house.clock.set(*parseInstant(u"2026-03-01T00:00:00Z"_s));
  auto end = expect(payments::monthEnd(session, business, (year(2026) / 2)));
  QCOMPARE(toIso(end.through), u"2026-02-28"_s);
  QCOMPARE(end.drafts, std::int64_t(1));
  QCOMPARE(end.unbilled, std::int64_t(2));
  QCOMPARE(end.unanswered, std::int64_t(0));
  QCOMPARE(end.unmatched, std::int64_t(0));
  QCOMPARE(end.left(), std::int64_t(3));
  QVERIFY(!end.isRecognized);
  const auto owner = house.test.connect();
  expect(owner->script("set session_replication_role = replica"));
  expect(owner->script(underWay));
  end = expect(payments::monthEnd(session, business, (year(2026) / 2)));
  QCOMPARE(end.unanswered, std::int64_t(1)); // a charge and a refund of one invoice
  QCOMPARE(end.contradicted, std::int64_t(1));
  QCOMPARE(end.left(), std::int64_t(5));
  expect(billing::closeMonth(session, business, (year(2026) / 2)));
  const auto closed = payments::monthEnd(session, business, (year(2026) / 1));
  QVERIFY(!closed);
  QCOMPARE(closed.error().code, u"ledger.closed"_s);
  expect(reopenMonth(session, (year(2026) / 2), u"why"_s));
  end = expect(payments::monthEnd(session, business, (year(2026) / 2)));
  QCOMPARE(end.months, std::vector{(year(2026) / 2)});
}

void TestJournal::BILL_6_anExportStopsWhenItIsTold() {
  auto &session = m_house.worker.session;
  const auto stop = [](std::int64_t) { return false; };
  QVERIFY(!expect(readOpenItems(
      session, [](const OpenItem &) {}, stop)));
  QVERIFY(!expect(readJournal(
      session, {firstDayOf((year(2026) / 1)), firstDayOf((year(2026) / 2))},
      [](const JournalEntry &) {}, stop)));
  QVERIFY(!expect(revenueSchedule(session, m_house.worker.business, stop)));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
