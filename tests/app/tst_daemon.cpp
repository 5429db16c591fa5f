// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/gateways/simulator.h"
#include "services/organizations/service.h"
#include "services/payments/service.h"
#include "services/scenarios/doctor.h"
#include "services/store/embedded_cluster.h"
#include "services/store/migrations.h"
#include "services/subscriptions/service.h"
#include "tests/app/programs.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// The daemon as a service manager and a power failure treat it.
class TestDaemon : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void wrongUseHasStatusTwo();
  void anUnknownDatabaseEndsItWithAReason();
  void itStopsWhenAsked_data();
  void itStopsWhenAsked();
  void killedAnywhereNothingIsLostOrDoubled_data();
  void killedAnywhereNothingIsLostOrDoubled();

private:
  QTemporaryDir m_directory{u"/tmp/tenantry-daemon-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> m_cluster;
};

namespace {

constexpr int customers = 8;
constexpr int patience = 60'000;

template <typename T> T expect(Result<T> result) {
  if (!result)
    throw std::runtime_error(result.error().toString().toStdString());
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

/// A book of its own with customers whose first invoice is due.
class Book {
public:
  Book(const store::EmbeddedCluster &cluster, const QString &name) : m_url(cluster.url(name)) {
    expect(cluster.ensureDatabase(name));
    m_owner = expect(store::Database::open({m_url, {}, u"tests"_s}));
    expect(store::migrate(*m_owner, u"tenantry"_s, m_clock));
    m_database = expect(store::Database::open({m_url, u"tenantry_worker"_s, u"tests"_s}));
    expect(
        business::BusinessApply(session()).apply(*business::Source::shipped().load(), u"tests"_s));
    for (int number = 0; number < customers; ++number)
      addCustomer(number);
  }

  [[nodiscard]] QString url() const { return m_url; }

  [[nodiscard]] std::int64_t count(const QByteArray &table, const QByteArray &where = "true") {
    const auto rows =
        expect(m_owner->adHoc("select count(*) from tenantry." + table + " where " + where));
    return rows[0].get<std::int64_t>(0);
  }

  /// As if so much time had passed that others may take over what a killed process held.
  void endLeases() {
    expect(m_owner->script(
        "update tenantry.job set lease_until = now() - interval '1 hour' where state = 'running';"
        "update tenantry.dispatch set due_at = now() - interval '1 hour'"));
  }

  [[nodiscard]] QStringList differences() {
    business::AppliedBusiness business;
    auto &session = this->session();
    QStringList all;
    for (const auto &check : expect(scenarios::examine(session, business)).checks)
      for (const auto &difference : check.differences)
        all.push_back(difference.toString());
    return all;
  }

private:
  store::Session &session() {
    if (!m_open)
      m_open.emplace(store::Session{*m_database, m_clock, u"tests"_s});
    return *m_open;
  }

  void addCustomer(int number) {
    auto &session = this->session();
    business::AppliedBusiness business;
    gateways::SimulatorGateway gateway(session);
    organizations::Organization draft;
    draft.name = u"Customer %1"_s.arg(number);
    draft.email = u"billing@customer%1.example"_s.arg(number);
    draft.addressCountry = u"US"_s;
    draft.currency = Currency::parse(u"USD"_s).value();
    const auto id = expect(organizations::OrganizationService(session).create(draft));
    expect(payments::PaymentService(session, business, gateway)
               .setMethod(id, u"Card"_s, u"succeeds"_s));
    subscriptions::StartRequest request;
    request.organization = id;
    request.planId = u"starter"_s;
    expect(subscriptions::SubscriptionService(session, business).start(request));
  }

  SystemClock m_clock;
  QString m_url;
  std::unique_ptr<store::Database> m_owner;
  std::unique_ptr<store::Database> m_database;
  std::optional<store::Session> m_open;
};

void startDaemon(QProcess &daemon, const QString &url, const QString &crashAt = {}) {
  auto environment = QProcessEnvironment::systemEnvironment();
  if (!crashAt.isEmpty())
    environment.insert(u"TENANTRY_CRASH_AT"_s, crashAt);
  daemon.setProcessEnvironment(environment);
  daemon.setProcessChannelMode(QProcess::MergedChannels);
  daemon.start(tests::programPath(u"tenantryd"_s), {u"--database"_s, url, u"--workers"_s, u"2"_s});
}

} // namespace

void TestDaemon::initTestCase() {
  m_cluster = expect(store::EmbeddedCluster::open(m_directory.path(),
                                                  store::EmbeddedCluster::Durability::Throwaway));
}

void TestDaemon::wrongUseHasStatusTwo() {
  QCOMPARE(tests::runProgram(u"tenantryd"_s, {}).status, 2);
  QCOMPARE(tests::runProgram(u"tenantryd"_s, {u"--help"_s}).status, 0);
}

void TestDaemon::anUnknownDatabaseEndsItWithAReason() {
  const auto ran =
      tests::runProgram(u"tenantryd"_s, {u"--database"_s, m_cluster->url(u"nowhere"_s)});
  QCOMPARE(ran.status, 1);
  QVERIFY(!ran.errors.isEmpty());
  const auto empty =
      tests::runProgram(u"tenantryd"_s, {u"--database"_s, m_cluster->url(u"postgres"_s)});
  QCOMPARE(empty.status, 1);
  QVERIFY2(empty.errors.contains("store.not_migrated"), empty.errors.constData());
}

void TestDaemon::itStopsWhenAsked_data() {
  QTest::addColumn<int>("signal");
  QTest::newRow("SIGTERM") << SIGTERM;
  QTest::newRow("SIGINT") << SIGINT;
}

void TestDaemon::itStopsWhenAsked() {
  QFETCH(int, signal);
  Book book(*m_cluster, u"stops_%1"_s.arg(signal));
  QProcess daemon;
  startDaemon(daemon, book.url());
  QTRY_COMPARE_WITH_TIMEOUT(book.count("invoice", "status = 'paid'"), customers, patience);
  ::kill(static_cast<pid_t>(daemon.processId()), signal);
  QVERIFY(daemon.waitForFinished(patience));
  QCOMPARE(daemon.exitStatus(), QProcess::NormalExit);
  QCOMPARE(daemon.exitCode(), 0);
  QCOMPARE(book.count("job", "state = 'running'"), 0);
}

void TestDaemon::killedAnywhereNothingIsLostOrDoubled_data() {
  QTest::addColumn<QString>("point");
  for (const char *point :
       {"billing.after_lines", "billing.before_commit", "billing.after_commit",
        "payment.before_request", "payment.after_request", "payment.before_commit"})
    QTest::newRow(point) << QString::fromLatin1(point);
}

void TestDaemon::killedAnywhereNothingIsLostOrDoubled() {
  QFETCH(QString, point);
  Book book(*m_cluster, QString(point).replace(u'.', u'_'));
  QProcess victim;
  startDaemon(victim, book.url(), point);
  QVERIFY2(victim.waitForFinished(patience), "the crash point was not reached");
  QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
  book.endLeases();
  QProcess heir;
  startDaemon(heir, book.url());
  QTRY_COMPARE_WITH_TIMEOUT(book.count("invoice", "status = 'paid'"), customers, patience);
  heir.terminate();
  QVERIFY(heir.waitForFinished(patience));
  QCOMPARE(book.count("invoice"), customers);
  QCOMPARE(book.count("payment"), customers);
  QCOMPARE(book.count("payment_attempt"), customers);
  QCOMPARE(book.count("simulator_charge"), customers);
  QCOMPARE(book.differences(), QStringList());
}

QTEST_GUILESS_MAIN(TestDaemon)
#include "tst_daemon.moc"
