// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_jobs.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/lock_waits.h"
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::billing;
using std::chrono::days;

namespace {

/// Invoice lines as texts, by organization and boundary: what a preview and a run must agree on.
using Book = std::map<std::pair<OrganizationId, int>, QStringList>;

QString text(const QString &kind, const QString &item, const QString &quantity, std::int64_t amount,
             std::int64_t discount, std::int64_t tax, LocalDay from) {
  return u"%1 %2 %3 = %4 (%5, %6) from %7"_s.arg(kind, item, quantity)
      .arg(amount)
      .arg(discount)
      .arg(tax)
      .arg(toIso(from));
}

QStringList heading(const Invoice &invoice) {
  return {u"%1 %2 %3 %4"_s.arg(invoice.currency.code())
              .arg(invoice.net)
              .arg(invoice.tax)
              .arg(invoice.total),
          invoice.reverseCharge ? u"reverse charge"_s : QString(),
          QString::number(invoice.balanceApplied)};
}

Book previewed(Worker &worker, Instant asOf, RunSummary &summary) {
  Book book;
  summary = expect(worker.run().preview(
      asOf, BillingRun::everything(),
      [&](const PlannedInvoice &planned, const organizations::Organization &) {
        auto invoice = planned.invoice;
        invoice.balanceApplied = planned.balanceUsed;
        auto &lines = book[{invoice.organization, *invoice.periodIndex}];
        lines = heading(invoice);
        for (const auto &line : planned.lines)
          lines += text(QString::fromUtf8(business::toWord(line.draft.kind).data()),
                        line.draft.item, formatDecimal(line.draft.quantity, 9), line.draft.amount,
                        line.draft.discountShare, line.draft.taxShare, line.draft.days.from);
      }));
  return book;
}

Book stored(Worker &worker, const std::vector<OrganizationId> &organizations, Instant since) {
  Book book;
  for (const auto &organization : organizations) {
    for (const auto &invoice : expect(worker.invoices().ofOrganization(organization))) {
      if (invoice.createdAt < since)
        continue;
      auto &lines = book[{organization, *invoice.periodIndex}];
      lines = heading(invoice);
      for (const auto &line : expect(worker.invoices().lines(organization, invoice.id)))
        lines += text(line.kind, line.item, line.quantity, line.amount, line.discountShare,
                      line.taxShare, line.fromDay.value_or(LocalDay{}));
    }
  }
  return book;
}

} // namespace

class TestBillingRun : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aPreviewIsWhatTheRunDoes_data();
  void aPreviewIsWhatTheRunDoes();
  void runTwiceItDoesNothing();
  void eightWorkersInvoiceEverythingOnce_data();
  void eightWorkersInvoiceEverythingOnce();
  void missedBoundariesAreAllInvoiced();
  void draftsWaitAndAreNumberedInOrder();
  void aConflictIsTriedAgain();
  void whoIssuesOnAServer_data();
  void whoIssuesOnAServer();
  void whatOthersDidToAChunkThatWasComputedAheadIsSeen();
  void aCancelledRunKeepsWhatIsDone();
  void ofTwoJobsOneGivesWay_data();
  void ofTwoJobsOneGivesWay();
  void aTransactionAroundARunPlansAsBefore();
};

void TestBillingRun::aPreviewIsWhatTheRunDoes_data() {
  QTest::addColumn<unsigned>("seed");
  QTest::addColumn<int>("afterDays");
  QTest::addColumn<int>("chunkSize");
  QTest::newRow("one boundary") << 1u << 32 << 5000;
  QTest::newRow("several boundaries") << 2u << 100 << 5000;
  QTest::newRow("in many chunks") << 1u << 32 << 7;
  QTest::newRow("the last chunk is a full one") << 2u << 100 << 25;
}

// BILL-3
void TestBillingRun::aPreviewIsWhatTheRunDoes() {
  QFETCH(unsigned, seed);
  QFETCH(int, afterDays);
  QFETCH(int, chunkSize);
  BillingHouse house;
  const auto book = house.randomBook(100, seed);
  RunSummary expected;
  const auto asOf = BillingHouse::start() + days(afterDays);
  for (const auto moment : {BillingHouse::start(), asOf}) {
    const auto preview = previewed(house.worker, moment, expected);
    QCOMPARE(house.number("select count(*) from invoice where created_at >= '" +
                          toIso(moment).toUtf8() + "'"),
             std::int64_t(0));
    house.clock.set(moment);
    const auto summary = expect(house.worker.run(chunkSize).run(BillingRun::everything()));
    QCOMPARE(summary.invoices, expected.invoices);
    QCOMPARE(summary.subscriptions, expected.subscriptions);
    QVERIFY(summary.totals == expected.totals);
    const auto written = stored(house.worker, book, moment);
    QCOMPARE(written.size(), preview.size());
    QVERIFY(preview.size() >= 80);
    for (const auto &[key, lines] : preview)
      QCOMPARE(written.at(key), lines);
    QCOMPARE(house.wrong(), QString());
  }
}

void TestBillingRun::runTwiceItDoesNothing() {
  BillingHouse house;
  house.randomBook(20, 3);
  QCOMPARE(house.runAll().invoices, std::int64_t(20));
  house.clock.set(BillingHouse::start() + days(32));
  QVERIFY(house.runAll().invoices > 0);
  const auto snapshot = [&] {
    return house.number(
        "select (select count(*) from invoice) * 1000000 + (select count(*) from event) * 1000 + "
        "(select count(*) from ledger_entry) + (select sum(revision)::bigint from subscription)");
  };
  const auto before = snapshot();
  const auto again = house.runAll();
  QCOMPARE(again.invoices, std::int64_t(0));
  QCOMPARE(again.subscriptions, std::int64_t(0));
  QCOMPARE(snapshot(), before);
}

void TestBillingRun::eightWorkersInvoiceEverythingOnce_data() {
  QTest::addColumn<bool>("overlapping");
  QTest::addColumn<int>("size");
  QTest::newRow("all of them the whole book") << false << 1000;
  QTest::newRow("each some organizations, again and again") << true << 100;
}

// BILL-2
void TestBillingRun::eightWorkersInvoiceEverythingOnce() {
  QFETCH(bool, overlapping);
  QFETCH(int, size);
  BillingHouse house;
  const auto book = house.randomBook(size, 4);
  RunSummary expected;
  house.clock.set(BillingHouse::start() + days(32));
  previewed(house.worker, house.clock.now(), expected);
  QVERIFY(expected.invoices > size * 3 / 2);

  std::atomic<std::int64_t> invoices = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      Worker worker(house.test, house.clock);
      std::mt19937 random(i);
      for (int round = 0; round < (overlapping ? 6 : 1); ++round) {
        std::vector<OrganizationId> some;
        for (const auto &organization : book)
          if (random() % 3 == 0)
            some.push_back(organization);
        const auto done =
            overlapping ? worker.run().runFor(some) : worker.run().run(BillingRun::everything());
        if (done)
          invoices += done->invoices;
        else if (!overlapping || done.error().code != u"store.conflict"_s)
          ++refused;
      }
    });
  for (auto &thread : threads)
    thread.join();
  invoices += house.runAll().invoices; // what chance left out
  QCOMPARE(refused.load(), 0);
  QCOMPARE(invoices.load(), expected.invoices);
  QCOMPARE(house.number("select count(*) from invoice"), expected.invoices);
  QCOMPARE(house.number(
               "select count(*) from (select from invoice group by subscription_id, period_index "
               "having count(*) > 1) as x"),
           std::int64_t(0));
  QCOMPARE(house.wrong(), QString());
}

void TestBillingRun::missedBoundariesAreAllInvoiced() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  house.clock.set(*parseInstant(u"2026-05-10T00:00:00Z"_s));
  QCOMPARE(house.runAll().invoices, std::int64_t(3));
  const auto invoices = expect(house.worker.invoices().ofOrganization(id));
  QCOMPARE(invoices.size(), 4u);
  const QStringList boundaries{u"2026-01-31"_s, u"2026-02-28"_s, u"2026-03-31"_s, u"2026-04-30"_s};
  for (std::size_t i = 0; i < 4; ++i) {
    QCOMPARE(invoices[i].periodIndex, std::optional<int>(static_cast<int>(i)));
    const auto lines = expect(house.worker.invoices().lines(id, invoices[i].id));
    QCOMPARE(toIso(*lines[0].fromDay), boundaries[static_cast<qsizetype>(i)]);
    QCOMPARE(invoices[i].number, u"INV-2026-00000%1"_s.arg(i + 1));
  }
  QCOMPARE(house.wrong(), QString());
}

void TestBillingRun::draftsWaitAndAreNumberedInOrder() {
  BillingHouse house(business::Finalize::Review);
  const auto id = house.organization();
  house.subscribe(id);
  house.clock.set(*parseInstant(u"2026-04-10T00:00:00Z"_s));
  QCOMPARE(house.runAll().invoices, std::int64_t(3));
  auto drafts = expect(house.worker.invoices().ofOrganization(id));
  QCOMPARE(drafts.size(), 3u);
  for (const auto &draft : drafts) {
    QVERIFY(draft.status == InvoiceStatus::Draft);
    QVERIFY(draft.number.isEmpty());
  }
  QCOMPARE(house.number("select count(*) from ledger_entry"), std::int64_t(0));
  QCOMPARE(house.number("select count(*) from event where type = 'invoice.finalized'"),
           std::int64_t(0));

  house.clock.set(*parseInstant(u"2026-04-12T00:00:00Z"_s));
  const auto final = expect(house.worker.invoices().finalize(id, {drafts[1].id, drafts[0].id}));
  QCOMPARE(final[0].number, u"INV-2026-000001"_s);
  QCOMPARE(final[0].id, drafts[1].id);
  QCOMPARE(final[1].number, u"INV-2026-000002"_s);
  const auto kept = expect(house.worker.invoices().find(id, drafts[0].id));
  QVERIFY(kept.status == InvoiceStatus::Open);
  QCOMPARE(toIso(*kept.issuedOn), u"2026-04-12"_s);
  QCOMPARE(toIso(*kept.dueOn), u"2026-05-12"_s);
  const auto again = house.worker.invoices().finalize(id, {drafts[2].id, drafts[0].id});
  QVERIFY(!again);
  QCOMPARE(again.error().code, u"invoice.not_draft"_s);
  QVERIFY(expect(house.worker.invoices().find(id, drafts[2].id)).status ==
          InvoiceStatus::Draft); // whole or nothing
  QCOMPARE(house.wrong(), QString());
}

void TestBillingRun::aConflictIsTriedAgain() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  const auto other = house.test.connect();
  expect(other->script("begin; update subscription set revision = revision + 1, seats = 2"));
  Result<RunSummary> done;
  std::thread thread([&] {
    Worker worker(house.test, house.clock);
    done = worker.run().run(BillingRun::everything());
  });
  const auto observer = house.test.connect(); // a third
  const bool hadReadAndWaited = comesToLockWaits(*observer, 1);
  expect(other->script("commit"));
  thread.join();
  QVERIFY(hadReadAndWaited);
  QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().toString()));
  QCOMPARE(done->invoices, std::int64_t(1));
  QCOMPARE(house.number("select seats::bigint from subscription"),
           std::int64_t(2)); // what the other wrote is kept
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(1));
  QCOMPARE(house.wrong(), QString());
}

void TestBillingRun::whoIssuesOnAServer_data() {
  QTest::addColumn<QString>("group");
  for (const auto *group : {"worker", "finance", "success", "administrator"})
    QTest::newRow(group) << QString::fromLatin1(group);
}

// Staff write the same rows, without the worker's right to COPY.
void TestBillingRun::whoIssuesOnAServer() {
  QFETCH(QString, group);
  BillingHouse house;
  house.randomBook(20, 5);
  const auto database = house.test.connect(group);
  store::Session session{*database, house.clock, group};
  business::AppliedBusiness business;
  const auto done = BillingRun(session, business).run(BillingRun::everything());
  QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().toString()));
  QCOMPARE(done->invoices, std::int64_t(20));
  QCOMPARE(house.number("select count(*) from invoice where number is not null"), std::int64_t(20));
  QCOMPARE(house.wrong(), QString());
}

// While the first chunk is written the second is computed from what was true then.
void TestBillingRun::whatOthersDidToAChunkThatWasComputedAheadIsSeen() {
  BillingHouse house;
  for (int i = 0; i < 6; ++i)
    house.subscribe(house.organization());
  const auto other = house.test.connect();
  std::vector<std::int64_t> told;
  expect(house.worker.run(2).run(BillingRun::everything(), [&](std::int64_t count) {
    told.push_back(count);
    if (count == 2) // one of the next two is put off
      expect(other->script(
          "update subscription set revision = revision + 1, invoice_at = invoice_at + '1 day', "
          "due_at = due_at + '1 day' where organization_id = (select organization_id from "
          "subscription where due_at <= '" +
          toIso(house.clock.now()).toUtf8() + "' order by organization_id limit 1)"));
    return true;
  }));
  QCOMPARE(told, (std::vector<std::int64_t>{2, 4, 5}));
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(5));
  QCOMPARE(house.number("select count(*) from subscription where invoice_at is not null and "
                        "invoice_index = 0"),
           std::int64_t(1));
  QCOMPARE(house.wrong(), QString());
}

void TestBillingRun::aCancelledRunKeepsWhatIsDone() {
  BillingHouse house;
  house.randomBook(5, 6);
  std::int64_t told = 0;
  expect(house.worker.run(2).run(BillingRun::everything(), [&](std::int64_t count) {
    told = count;
    return false;
  }));
  QCOMPARE(told, std::int64_t(2));
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(2));
}

void TestBillingRun::ofTwoJobsOneGivesWay_data() {
  QTest::addColumn<QString>("kind");
  QTest::newRow("BILL-2 the tick of the hour") << u"billing.tick"_s;
  QTest::newRow("BILL-2 the wake at what is due") << u"billing.wake"_s;
}

void TestBillingRun::ofTwoJobsOneGivesWay() {
  QFETCH(QString, kind);
  BillingHouse house;
  house.subscribe(house.organization());
  Worker other(house.test, house.clock);
  jobs::HandlerRegistry registry;
  billing::registerJobs(registry);
  jobs::JobQueue queue(house.worker.session);
  const auto waking = "select count(*) from job where kind = 'billing.wake' and state = 'ready'";
  const auto handle = [&] {
    expect(queue.enqueue({.queue = u"billing"_s, .kind = kind, .key = u"test"_s}));
    const auto claimed = expect(queue.claim({{u"billing"_s}, {kind}, u"test"_s}));
    const auto &job = claimed.front();
    jobs::JobProgress progress(house.worker.session, job, std::chrono::seconds(60));
    expect((*registry.find(kind))(house.worker.session, job, progress));
    expect(queue.complete(claimed));
  };
  expect(other.database->transaction([&]() -> Result<> {
    TENANTRY_CHECK(other.database->query("billing_try_turn"));
    handle();
    return {};
  }));
  QCOMPARE(house.number("select count(*) from invoice"), 0);
  // Whose turn it is sees to what is due next; a job for now would only give way again.
  QCOMPARE(house.number(waking), 0);
  handle();
  QCOMPARE(house.number("select count(*) from invoice"), 1);
  QCOMPARE(house.number(waking), 1);
  QCOMPARE(house.wrong(), QString());
}

void TestBillingRun::aTransactionAroundARunPlansAsBefore() {
  BillingHouse house;
  house.subscribe(house.organization());
  auto &worker = house.worker;
  const auto mode = expect(worker.session.database.transaction([&]() -> Result<QString> {
    TENANTRY_CHECK(billing::BillingRun(worker.session, worker.business)
                       .run(billing::BillingRun::everything()));
    TENANTRY_TRY(rows, worker.session.database.adHoc("select current_setting('plan_cache_mode')"));
    return rows[0].get<QString>(0);
  }));
  QCOMPARE(mode, u"auto"_s);
}

QTEST_GUILESS_MAIN(TestBillingRun)
#include "tst_billing_run.moc"
