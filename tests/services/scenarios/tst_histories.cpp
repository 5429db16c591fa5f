// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_run.h"
#include "services/billing/service.h"
#include "services/core/log.h"
#include "services/scenarios/scenario_world.h"
#include "tests/services/billing/explained_months.h"
#include "tests/services/scenarios/history.h"
#include "tests/services/scenarios/house_acts.h"
#include "tests/services/scenarios/line_text.h"
#include "tests/support/test_database.h"

#include <QFile>
#include <QTest>
#include <queue>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::scenarios;
using tenantry::tests::History;

namespace {

/// Histories in all; TENANTRY_HISTORIES=10000 runs as many, and TENANTRY_HISTORIES_FROM=20000 those
/// from that one on. Under the sanitizers fewer: what the
/// code does wrong there shows in each, and it takes five times as long.
int historiesInAll() {
  const int wanted = qEnvironmentVariableIntValue("TENANTRY_HISTORIES");
#ifdef __SANITIZE_ADDRESS__
  constexpr int usual = 60;
#else
  constexpr int usual = 300;
#endif
  return wanted > 0 ? wanted : usual;
}

constexpr int bookSize = 20; ///< histories that share a house

/// TENANTRY_HISTORY=17 runs that one alone and looks at the whole book after each of its steps.
std::optional<int> theOne() {
  const auto named = qEnvironmentVariable("TENANTRY_HISTORY");
  return named.isEmpty() ? std::nullopt : std::optional(named.toInt());
}

int firstOfAll() {
  return qEnvironmentVariableIntValue("TENANTRY_HISTORIES_FROM") / bookSize * bookSize;
}

/// What is billed of each organization, in order: totals, and each line with all that is stored of
/// it.
using Billed = std::map<OrganizationId, QStringList>;

/// Charges as the simulator does, under every provider's name: what providers do without us is
/// kept of the others alone.
class AnyProvider final : public gateways::PaymentGateway {
public:
  explicit AnyProvider(store::Session &session) : m_simulator(session) {}
  [[nodiscard]] bool serves(const QString & /*provider*/) const override { return true; }
  [[nodiscard]] gateways::ChargeAnswer charge(const gateways::ChargeRequest &request) override {
    return m_simulator.charge(request);
  }
  [[nodiscard]] gateways::ChargeAnswer inquire(const gateways::ChargeRequest &request) override {
    return m_simulator.inquire(request);
  }
  [[nodiscard]] gateways::ChargeAnswer refund(const gateways::RefundRequest &request) override {
    return m_simulator.refund(request);
  }
  [[nodiscard]] gateways::ChargeAnswer
  inquireRefund(const gateways::RefundRequest &request) override {
    return m_simulator.inquireRefund(request);
  }

private:
  gateways::SimulatorGateway m_simulator;
};

std::unique_ptr<gateways::PaymentGateway> anyProvider(store::Session &session) {
  return std::make_unique<AnyProvider>(session);
}

/// A book of random histories, each with its own pace, in one house.
class Book {
public:
  explicit Book(const Scenario &scenario)
      : m_database(m_test.connect(u"worker"_s)), m_clock(scenario.start),
        m_world(*m_database, m_clock, anyProvider), m_business(scenario.business),
        m_opened(m_world.open(scenario)) {}

  /// Empty, or what did not hold and how it came to that.
  QString live(int first, int count) {
    if (!m_opened)
      return m_opened.error().toString();
    m_first = first;
    m_house.emplace(m_world, m_clock, m_business, static_cast<std::uint64_t>(first));
    for (int i = 0; i < count; ++i)
      m_histories.emplace_back(m_world, static_cast<std::uint64_t>(first + i));
    auto lived = run();
    // What was promised for later happens: retries, final steps, and then renewals of a year.
    if (lived)
      lived = pass(m_clock.now() + std::chrono::days(70));
    if (lived)
      lived = letGo();
    if (lived)
      lived = pass(m_clock.now() + std::chrono::days(330));
    if (!lived)
      return lived.error().toString();
    const auto audit = m_world.brokenAudit();
    const auto broken = wrong();
    if (!broken.isEmpty())
      return broken;
    if (const auto closed = m_house->closedBooksStand(); !closed)
      return closed.error().toString();
    const auto unexplained = tests::unexplainedMonths(m_world.session(), m_world.business());
    if (!unexplained)
      return unexplained.error().toString();
    if (!unexplained->isEmpty())
      return unexplained->join(u'\n');
    const auto otherwise = tests::recomputedOtherwise(*m_database, m_house->rates());
    if (!otherwise)
      return otherwise.error().toString();
    if (!otherwise->isEmpty())
      return withHistories(*otherwise);
    return audit ? audit->join(u'\n') : audit.error().toString();
  }

  [[nodiscard]] int done() const {
    int sum = 0;
    for (const auto &history : m_histories)
      sum += history.done();
    return sum;
  }
  void addTo(std::map<QString, History::Tally> &sums) const {
    for (const auto &history : m_histories)
      for (const auto &[act, tally] : history.tally()) {
        sums[act].tried += tally.tried;
        sums[act].done += tally.done;
      }
  }
  [[nodiscard]] int runsCompared() const { return m_runsCompared; }

private:
  Result<> run() {
    using Turn = std::pair<Instant, std::size_t>;
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns;
    for (std::size_t i = 0; i < m_histories.size(); ++i)
      turns.emplace(m_histories[i].next(), i);
    Instant lookAgain = m_clock.now();
    for (int step = 0; !turns.empty(); ++step) {
      const auto [at, which] = turns.top();
      turns.pop();
      if (step % 3 == 0)
        TENANTRY_CHECK(compareARun(at));
      TENANTRY_CHECK(pass(at));
      TENANTRY_CHECK(m_house->act(step));
      auto &history = m_histories[which];
      if (const auto stepped = stepOf(history); !stepped)
        return told(history, stepped.error().toString());
      if (m_histories.size() == 1 || m_clock.now() >= lookAgain) {
        lookAgain = m_clock.now() + std::chrono::days(30);
        if (const auto broken = wrong(); !broken.isEmpty())
          return fail(u"history.broken"_s, broken);
      }
      if (!history.isOver())
        turns.emplace(history.next(), which);
    }
    return {};
  }

  /// Who pays by the month stays no longer: another year of it would tell nothing new.
  Result<> letGo() {
    subscriptions::SubscriptionService service(m_world.session(), m_world.business());
    for (const auto &history : m_histories) {
      const auto live = service.live(history.organization());
      if (!live || live->interval != Interval::Month || !live->autoRenew)
        continue;
      if (const auto told = service.setAutoRenew(history.organization(), false); !told)
        return tl::unexpected(told.error());
    }
    return {};
  }

  /// Lets time pass; with the history of whose job has failed for good.
  Result<> pass(Instant until) {
    const auto passed = m_world.runUntil(until);
    if (passed)
      return {};
    TENANTRY_TRY(dead,
                 m_database->adHoc(
                     "select (payload ->> 'organization')::uuid from job where state = 'dead'"));
    for (const auto row : dead)
      for (const auto &history : m_histories)
        if (history.organization() == row.get<OrganizationId>(0))
          return told(history, u"%1: %2"_s.arg(toIso(m_clock.now()), passed.error().toString()));
    return passed;
  }

  static Result<> stepOf(History &history) {
    try {
      return history.step();
    } catch (const std::exception &mistake) {
      return fail(u"history.broken"_s, QString::fromUtf8(mistake.what()));
    }
  }

  /// What a preview says of the next run is what the run does then.
  Result<> compareARun(Instant before) {
    TENANTRY_TRY(rows, m_database->adHoc("select min(due_at) from subscription"));
    const auto due = rows[0].get<std::optional<Instant>>(0);
    if (!due || *due >= before || *due <= m_clock.now())
      return {};
    TENANTRY_CHECK(pass(*due - std::chrono::microseconds(1)));
    Billed shown;
    billing::BillingRun billing(m_world.session(), m_world.business());
    TENANTRY_CHECK(billing.preview(*due, billing::BillingRun::everything(),
                                   [&](const billing::PlannedInvoice &planned,
                                       const organizations::Organization &organization) {
                                     if (planned.lines.empty())
                                       return;
                                     auto &lines = shown[organization.id];
                                     lines += QString::number(planned.invoice.total);
                                     lines += tests::lineTexts(planned.lines);
                                   }));
    m_clock.set(*due);
    TENANTRY_CHECK(billing.run(billing::BillingRun::everything()));
    TENANTRY_TRY(stored, billedAt(*due));
    for (const auto &[organization, lines] : shown)
      if (stored[organization] != lines)
        return fail(
            u"history.broken"_s,
            u"the run at %1 is not what its preview showed of %2:\n%3\ninstead of\n%4"_s.arg(
                toIso(*due), organization.toString(), stored[organization].join(u'\n'),
                lines.join(u'\n')));
    if (shown.size() != stored.size())
      return fail(u"history.broken"_s,
                  u"the run at %1 billed others than its preview showed"_s.arg(toIso(*due)));
    ++m_runsCompared;
    return {};
  }

  Result<Billed> billedAt(Instant at) {
    TENANTRY_TRY(made, m_database->adHoc("select organization_id, credit_note_id, -total, 0 from "
                                         "credit_note where created_at = :at union all "
                                         "select organization_id, invoice_id, total, 1 from "
                                         "invoice where created_at = :at order by 1, 4, 2",
                                         {{"at", at}}));
    Billed stored;
    billing::BillingService invoices(m_world.session(), m_world.business());
    for (const auto row : made) {
      const auto organization = row.get<OrganizationId>(0);
      TENANTRY_TRY(lines, invoices.lines(organization, row.get<InvoiceId>(1)));
      stored[organization] += QString::number(row.get<std::int64_t>(2));
      stored[organization] += tests::lineTexts(lines);
    }
    return stored;
  }

  /// Every derived figure against its source; with the histories of those it is wrong for.
  QString wrong() {
    const auto broken = m_world.brokenInvariants();
    if (!broken)
      return broken.error().toString();
    return withHistories(*broken);
  }

  QString withHistories(QStringList sentences) const {
    for (const auto &history : m_histories)
      if (!sentences.filter(history.organization().toString()).isEmpty())
        sentences.push_back(told(history, {}).error().message);
    return sentences.join(u'\n');
  }

  Result<> told(const History &history, const QString &what) const {
    return fail(u"history.broken"_s, u"%1\nTENANTRY_HISTORY=%2:\n%3"_s.arg(what)
                                         .arg(m_first + (&history - m_histories.data()))
                                         .arg(history.told()));
  }

  tests::TestDatabase m_test;
  std::unique_ptr<store::Database> m_database;
  VirtualClock m_clock;
  ScenarioWorld m_world;
  business::Business m_business;
  std::optional<tests::HouseActs> m_house;
  Result<> m_opened;
  std::vector<History> m_histories;
  int m_first = 0;
  int m_runsCompared = 0;
};

} // namespace

/// Random histories under each way to bill: preview equals act, the books balance, stretches
/// neither overlap nor leave a gap, Σ movements = MRR, no credit exceeds its line, and whatever is
/// said twice happens once.
class TestHistories : public QObject {
  Q_OBJECT

private Q_SLOTS:
  /// Cards are declined and charges contested by the hundred.
  void initTestCase() {
    spdlog::set_level(spdlog::level::off);
    for (const auto &act : allActs())
      m_acts[act] = {};
  }
  void theBookStaysWhole_data() {
    using business::Proration;
    struct Way {
      const char *name;
      Proration proration;
      int graceHours;
      bool isReviewed;
    };
    static constexpr Way ways[] = {{"by the day", Proration::Day, 0, false},
                                   {"by the second", Proration::Second, 0, false},
                                   {"without proration", Proration::None, 0, false},
                                   {"usage is awaited", Proration::Day, 36, false},
                                   {"after review", Proration::Day, 0, true}};
    QTest::addColumn<int>("proration");
    QTest::addColumn<int>("graceHours");
    QTest::addColumn<bool>("isReviewed");
    QTest::addColumn<int>("first");
    const int from = theOne() ? *theOne() / bookSize * bookSize : firstOfAll();
    const int end = theOne() ? *theOne() + 1 : from + historiesInAll();
    for (int first = from; first < end; first += bookSize) {
      const auto &way = ways[(first / bookSize) % std::size(ways)];
      QTest::addRow("%s, from %d", way.name, first)
          << int(way.proration) << way.graceHours << way.isReviewed << first;
    }
  }

  void theBookStaysWhole() {
    QFETCH(const int, proration);
    QFETCH(const int, graceHours);
    QFETCH(const bool, isReviewed);
    QFETCH(const int, first);
    auto scenario = readScenario(u"tests/data/histories.toml"_s);
    QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().front().toString()));
    scenario->business.invoice.proration = business::Proration(proration);
    scenario->business.usageGraceHours = graceHours;
    scenario->business.finalize =
        isReviewed ? business::Finalize::Review : business::Finalize::Automatic;
    Book book(*scenario);
    const auto broken = theOne() ? book.live(*theOne(), 1) : book.live(first, bookSize);
    book.addTo(m_acts);
    if (!broken.isEmpty()) // whole: a failure's own text is cut
      qWarning().noquote() << broken;
    QVERIFY(broken.isEmpty());
    QVERIFY2(theOne() || book.done() > bookSize * 4, qPrintable(QString::number(book.done())));
    QVERIFY(theOne() || book.runsCompared() > 0);
  }

  /// Nothing here is only ever refused. Of fewer histories that cannot be told.
  void everythingHappens() {
    if (const auto file = qEnvironmentVariable("TENANTRY_HISTORIES_TALLY"); !file.isEmpty())
      QVERIFY(writeTally(file));
    constexpr int least = 300, leastOfRare = 1'000;
    if (theOne() || historiesInAll() < least)
      return;
    QStringList never;
    for (const auto &[act, tally] : m_acts)
      if (tally.done == 0 && (historiesInAll() >= leastOfRare || !rareActs().contains(act)))
        never += u"%1 (tried %2 times)"_s.arg(act).arg(tally.tried);
    QVERIFY2(never.isEmpty(), qPrintable(never.join(u", "_s)));
  }

private:
  static QStringList allActs() {
    return u"method transfer refund credit void write charge adjust pay_out start change agree "
           "pause resume cancel renew unschedule move use send correct reserve release commit "
           "redeem end_coupon limit to finalize hold release issue by assign undo dismiss "
           "take_back another same sent_back discard try give revoke dispute second_charge "
           "refunded_elsewhere book:refund book:reopen book:write_off book:loss book:balance "
           "book:payout leave suspend let close employ part suggest"_s.split(u' ');
  }
  /// Of which a few hundred histories may have none.
  static QStringList rareActs() {
    return u"resume pay_out sent_back undo try correct assign write to limit issue close void hold"_s
        .split(u' ');
  }
  /// A line for each act: its word, how often it was tried, and how often it was not refused.
  [[nodiscard]] bool writeTally(const QString &path) const {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
      return false;
    for (const auto &[act, tally] : m_acts)
      file.write(u"%1 %2 %3\n"_s.arg(act).arg(tally.tried).arg(tally.done).toUtf8());
    return true;
  }
  std::map<QString, History::Tally> m_acts;
};

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
