// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/approval_bulk.h"
#include "models/billing/draft_bulk.h"
#include "models/billing/invoice_key.h"
#include "models/billing/issue_bulk.h"
#include "models/billing/write_off_bulk.h"
#include "models/bulk/bulk_run.h"
#include "models/subscriptions/ending_bulk.h"
#include "models/subscriptions/version_bulk.h"
#include "services/payments/adjustment.h"
#include "tests/services/payments/debt.h"

#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using models::BulkAct;
using models::BulkReport;
using models::BulkRun;
using models::BulkTarget;
using subscriptions::When;

/// What is confirmed for many is what was shown of each: one that comes to something else by then
/// is left alone, and said to be; the others are done.
class TestBulkSeen : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void draftsAreFinalizedAsShown_data();
  void draftsAreFinalizedAsShown();
  void customersMoveToTheVersionThatWasShown_data();
  void customersMoveToTheVersionThatWasShown();
  void aPartOfASecondIsBilledAsShown();
  void whatElseIsAboutMoney_data();
  void whatElseIsAboutMoney();

private:
  using Changes = std::map<QString, std::function<void()>>;
  void amend(const std::function<void(business::Business &)> &change);
  void raise(std::int64_t monthly);
  void tax(const QString &country, int percent);
  void subscribeAll();
  [[nodiscard]] QStringList drafts();
  [[nodiscard]] QStringList live();
  /// Previewed; then that happens; then confirmed.
  BulkReport reportOf(
      const BulkAct &act, const QStringList &keys, const std::function<void()> &meanwhile = [] {});
  [[nodiscard]] OrganizationId of(const QString &country) { return m_customers[country]; }

  std::unique_ptr<BillingHouse> m_house;
  std::map<QString, OrganizationId> m_customers; ///< by their country
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<BulkRun> m_run;
};

namespace {

QStringList codesOf(const BulkReport &report) {
  QStringList codes;
  for (const auto &row : report.failed)
    codes += row.error.code;
  return codes;
}

} // namespace

void TestBulkSeen::init() {
  m_house = std::make_unique<BillingHouse>(business::Finalize::Review);
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(u"worker"_s),
                                                      m_house->clock, u"somebody"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_run = std::make_unique<BulkRun>(*m_connection, *m_work);
  for (const auto &country : {u"US"_s, u"DE"_s, u"FR"_s})
    m_customers[country] = m_house->organization(country, u"UTC"_s, u"EUR"_s);
}

void TestBulkSeen::cleanup() {
  m_run.reset();
  m_work.reset();
  m_connection.reset();
  m_house.reset();
}

void TestBulkSeen::amend(const std::function<void(business::Business &)> &change) {
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  change(business);
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

void TestBulkSeen::raise(std::int64_t monthly) {
  amend([monthly](business::Business &business) {
    for (auto &price : business.plans[u"professional"_s].prices)
      if (price.interval == Interval::Month)
        price.amount = Money(monthly, price.amount.currency());
  });
}

void TestBulkSeen::tax(const QString &country, int percent) {
  amend([&](business::Business &business) {
    for (auto &rate : business.taxRates)
      if (rate.country == country)
        rate.percent = percent;
  });
}

void TestBulkSeen::subscribeAll() {
  for (const auto &[country, id] : m_customers)
    m_house->subscribe(id);
  m_house->runAll();
}

QStringList TestBulkSeen::drafts() {
  QStringList keys;
  for (const auto &[country, id] : m_customers)
    keys += models::keyText({id, expect(m_house->worker.invoices().ofOrganization(id)).back().id});
  return keys;
}

QStringList TestBulkSeen::live() {
  QStringList keys;
  for (const auto &[country, id] : m_customers)
    keys += id.toString() + u'/' + expect(m_house->worker.subscriptions().live(id)).id.toString();
  return keys;
}

BulkReport TestBulkSeen::reportOf(const BulkAct &act, const QStringList &keys,
                                  const std::function<void()> &meanwhile) {
  const auto target = BulkTarget::rows(keys);
  QSignalSpy previewed(m_run.get(), &BulkRun::previewed);
  QSignalSpy finished(m_run.get(), &BulkRun::finished);
  m_run->preview(act, target);
  if (!previewed.wait(30'000))
    return {};
  meanwhile();
  m_run->start(act, target, previewed.front().front().value<models::BulkPreview>().seen);
  return finished.wait(30'000) ? finished.front().front().value<BulkReport>() : BulkReport();
}

void TestBulkSeen::draftsAreFinalizedAsShown_data() {
  QTest::addColumn<QString>("meanwhile");
  QTest::addColumn<QString>("left"); ///< the customer whose draft is another
  QTest::newRow("BILL-1 nothing") << QString() << QString();
  QTest::newRow("BILL-1 a price: what was sold stays") << u"price"_s << QString();
  QTest::newRow("BILL-1 a tax rate") << u"tax"_s << u"DE"_s;
  QTest::newRow("BILL-1 a tax rate within the price") << u"tax within"_s << u"FR"_s;
  QTest::newRow("BILL-1 a customer's VAT id") << u"VAT id"_s << u"DE"_s;
}

void TestBulkSeen::draftsAreFinalizedAsShown() {
  QFETCH(QString, meanwhile);
  QFETCH(QString, left);
  subscribeAll();
  const auto keys = drafts();
  organizations::OrganizationService profiles(m_house->worker.session);
  const Changes changes{
      {{}, [] {}},
      {u"price"_s, [this] { raise(99'900); }},
      {u"tax"_s, [this] { tax(u"DE"_s, 16); }},
      {u"tax within"_s, [this] { tax(u"FR"_s, 10); }},
      {u"VAT id"_s, [&] {
         const auto known = expect(profiles.find(of(u"DE"_s)));
         expect(profiles.amend(known.id, {{u"vatId"_s, u"DE136695976"_s}}, known.revision));
       }}};
  const auto report = reportOf(models::finalizeDrafts(), keys, changes.at(meanwhile));
  QCOMPARE(report.done, left.isEmpty() ? 3 : 2);
  QCOMPARE(codesOf(report),
           left.isEmpty() ? QStringList() : QStringList{u"invoice.picture_changed"_s});
  QCOMPARE(report.cameSince, 0);
  const auto waiting = "select count(*) from invoice where status = 'draft'";
  QCOMPARE(m_house->number(waiting), left.isEmpty() ? 0 : 1);
  if (!left.isEmpty()) {
    const auto draft = expect(m_house->worker.invoices().ofOrganization(of(left))).back();
    QVERIFY(draft.status == billing::InvoiceStatus::Draft);
    QVERIFY2(report.failed.front().error.message.contains(u"look at it again"_s),
             qPrintable(report.failed.front().error.message));
  }
  // Looked at again, the rest is as shown.
  const auto again = reportOf(models::finalizeDrafts(), keys);
  QCOMPARE(again.done, left.isEmpty() ? 0 : 1);
  QCOMPARE(m_house->number(waiting), 0);
  QCOMPARE(m_house->wrong(), QString());
}

void TestBulkSeen::customersMoveToTheVersionThatWasShown_data() {
  QTest::addColumn<bool>("atOnce");
  QTest::addColumn<QString>("meanwhile");
  QTest::addColumn<int>("moved");
  for (const bool atOnce : {true, false}) {
    const auto row = [atOnce](const char *name, const QString &meanwhile, int moved) {
      QTest::addRow("SUB-2 %s: %s", atOnce ? "now" : "at the period's end", name)
          << atOnce << meanwhile << moved;
    };
    row("nothing", {}, 3);
    row("another price", u"price"_s, 0);
    row("a tax rate bills at once, or later as ever", u"tax"_s, atOnce ? 2 : 3);
    row("seats of one", u"seats"_s, 2);
  }
}

void TestBulkSeen::customersMoveToTheVersionThatWasShown() {
  QFETCH(bool, atOnce);
  QFETCH(QString, meanwhile);
  QFETCH(int, moved);
  subscribeAll();
  raise(29'900);
  m_house->clock.set(BillingHouse::start() + std::chrono::days(14));
  const auto invoices = m_house->number("select count(*) from invoice");
  const Changes changes{{{}, [] {}},
                        {u"price"_s, [this] { raise(39'900); }},
                        {u"tax"_s, [this] { tax(u"DE"_s, 16); }},
                        {u"seats"_s, [this] {
                           billing::ChangeRequest more;
                           more.organization = of(u"US"_s);
                           more.seats = 3;
                           expect(payments::changeSubscription(m_house->worker.session,
                                                               m_house->worker.business, more));
                         }}};
  const auto act = models::moveVersions(atOnce ? When::Now : When::PeriodEnd);
  const auto report = reportOf(act, live(), changes.at(meanwhile));
  QCOMPARE(report.done, moved);
  QCOMPARE(codesOf(report), QStringList(3 - moved, u"subscription.picture_changed"_s));
  if (!report.failed.empty())
    QVERIFY2(report.failed.front().error.message.contains(u"look at it again"_s),
             qPrintable(report.failed.front().error.message));
  QCOMPARE(m_house->number("select count(*) from subscription where scheduled_action <> ''"),
           atOnce ? 0 : moved);
  if (atOnce && meanwhile != "seats"_L1)
    QCOMPARE(m_house->number("select count(*) from invoice"), invoices + moved);
  QCOMPARE(reportOf(act, live()).done, 3 - moved); // looked at again
  QCOMPARE(m_house->wrong(), QString());
}

/// Who reads the preview takes a while; what is left of the period is that of the preview.
void TestBulkSeen::aPartOfASecondIsBilledAsShown() {
  subscribeAll();
  amend([](business::Business &business) {
    business.invoice.proration = business::Proration::Second;
  });
  raise(29'900);
  m_house->clock.set(BillingHouse::start() + std::chrono::days(14));
  const auto report = reportOf(models::moveVersions(When::Now), live(), [this] {
    m_house->clock.set(m_house->clock.now() + std::chrono::minutes(10));
  });
  QCOMPARE(codesOf(report), QStringList());
  QCOMPARE(report.done, 3);
}

void TestBulkSeen::whatElseIsAboutMoney_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<QString>("code");
  QTest::newRow("BILL-2 approved: another tax") << u"approve"_s << u"invoice.picture_changed"_s;
  QTest::newRow("BILL-2 written off: paid in part meanwhile")
      << u"write off"_s << u"invoice.picture_changed"_s;
  QTest::newRow("BILL-3 issued: another tax") << u"issue"_s << u"billing.picture_changed"_s;
  QTest::newRow("SUB-6 ended with credit: other seats")
      << u"end"_s << u"subscription.picture_changed"_s;
}

/// The German customer's comes to something else meanwhile; the others' is done.
void TestBulkSeen::whatElseIsAboutMoney() {
  QFETCH(QString, what);
  QFETCH(QString, code);
  auto &worker = m_house->worker;
  Wire wire(worker.session);
  payments::PaymentService payments(worker.session, worker.business, wire);
  const auto german = of(u"DE"_s);
  const auto issued = [&] {
    for (const auto &key : drafts())
      expect(worker.invoices().finalize(models::invoiceKeyOf(key).organization,
                                        {models::invoiceKeyOf(key).invoice}));
    return drafts();
  };
  const auto payPart = [&] {
    const auto owed = expect(worker.invoices().ofOrganization(german)).back().id;
    expect(payments.receiveTransfer(german, owed, 100, u"bank"_s));
  };
  const auto otherTax = [this] { tax(u"DE"_s, 16); };
  BulkReport report;
  if (what == "issue"_L1) {
    for (const auto &[country, id] : m_customers)
      m_house->subscribe(id);
    QStringList keys;
    for (const auto &[country, id] : m_customers)
      keys += id.toString();
    report = reportOf(models::issueDue(), keys, otherTax);
  } else {
    subscribeAll();
  }
  if (what == "approve"_L1) {
    amend([](business::Business &business) {
      business.invoice.approvalAbove = {{*Currency::parse(u"EUR"_s), 1'000}};
    });
    report = reportOf(models::approveDrafts(), drafts(), otherTax);
    QCOMPARE(m_house->number("select count(*) from invoice_approval"), 2);
  } else if (what == "write off"_L1) {
    report = reportOf(models::writeOffInvoices(), issued(), payPart);
  } else if (what == "end"_L1) {
    m_house->clock.set(BillingHouse::start() + std::chrono::days(14));
    report =
        reportOf(models::endSubscriptions(models::Ending::NowWithCredit, u"gone"_s), live(), [&] {
          billing::ChangeRequest more;
          more.organization = german;
          more.seats = 3;
          expect(payments::changeSubscription(worker.session, worker.business, more));
        });
  }
  QCOMPARE(codesOf(report), QStringList{code});
  QCOMPARE(report.done, 2);
  QVERIFY2(report.failed.front().error.message.contains(u"look at it again"_s),
           qPrintable(report.failed.front().error.message));
}

QTEST_GUILESS_MAIN(TestBulkSeen)
#include "tst_bulk_seen.moc"
