// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_model.h"
#include "services/organizations/service.h"
#include "tests/support/own_time.h"
#include "tests/support/test_database.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using models::PaletteEntry;
using models::PaletteModel;
using Kind = PaletteEntry::Kind;

class TestPaletteModel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void whatTheWindowOffersIsThereAtOnce();
  void recordsFollow();
  void theBestComesFirst();
  void groupsAreShort();
  void typingOnEndsTheSearchBefore();
  void aStalledDatabaseKeepsNobodyWaiting();
  void whatWasFoundStaysWhileItFits();
  void aFailureIsToldAndTriedAgain();
  void nothingIsSearchedForNothing();

private:
  void add(const QStringList &names);
  [[nodiscard]] QStringList rows() const; ///< heads in brackets

  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<PaletteModel> m_model;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestPaletteModel::init() {
  m_database = std::make_unique<tests::TestDatabase>();
  m_connection = std::make_unique<models::Connection>(m_database->settings(), m_clock, u"test"_s);
  m_model = std::make_unique<PaletteModel>(*m_connection);
  m_tester = std::make_unique<QAbstractItemModelTester>(
      m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  m_model->setOffers({{.kind = Kind::Action, .key = u"0"_s, .text = u"Copy link"_s},
                      {.kind = Kind::Action,
                       .key = u"1"_s,
                       .text = u"Import"_s,
                       .detail = u"for administrators"_s,
                       .isEnabled = false},
                      {.kind = Kind::Place, .key = u"billing"_s, .text = u"Billing"_s}});
}

void TestPaletteModel::cleanup() {
  m_tester.reset();
  m_model.reset();
  m_connection.reset();
  m_database.reset();
}

void TestPaletteModel::add(const QStringList &names) {
  const auto database = m_database->connect();
  store::Session session{*database, m_clock, u"test"_s};
  std::vector<organizations::Organization> all;
  for (const auto &name : names) {
    organizations::Organization one;
    one.id = makeId<OrganizationId>(m_clock.now());
    one.name = name;
    one.email = u"post@%1.example"_s.arg(all.size());
    one.addressCountry = u"DE"_s;
    one.currency = *Currency::parse(u"EUR");
    one.createdAt = m_clock.now();
    all.push_back(one);
  }
  QVERIFY(organizations::OrganizationService(session).createMany(all));
}

QStringList TestPaletteModel::rows() const {
  QStringList rows;
  for (int i = 0; i < m_model->rowCount(); ++i) {
    const auto index = m_model->index(i);
    const auto text = index.data(Qt::DisplayRole).toString();
    rows.append(index.data(models::PaletteGroupRole).toBool() ? u"[%1]"_s.arg(text) : text);
  }
  return rows;
}

void TestPaletteModel::whatTheWindowOffersIsThereAtOnce() {
  QCOMPARE(rows(),
           (QStringList{u"[Actions]"_s, u"Copy link"_s, u"Import"_s, u"[Go to]"_s, u"Billing"_s}));
  m_model->setQuery(u"bil"_s);
  QVERIFY(m_model->isSearching());
  QCOMPARE(rows(), (QStringList{u"[Go to]"_s, u"Billing"_s}));
  QCOMPARE(m_model->firstHit(), 1);
  m_model->setQuery(u"imp"_s);
  QCOMPARE(rows(), (QStringList{u"[Actions]"_s, u"Import"_s}));
  QCOMPARE(m_model->firstHit(), -1); // it is not for this login
}

void TestPaletteModel::recordsFollow() {
  add({u"Kestrel Bank"_s, u"Other"_s});
  m_model->setQuery(u"kestrel"_s);
  QTRY_VERIFY(!m_model->isSearching());
  QVERIFY(!m_model->error());
  QCOMPARE(rows(), (QStringList{u"[Organizations]"_s, u"Kestrel Bank"_s}));
  const auto hit = m_model->index(1).data(models::PaletteHitRole).value<models::PaletteHit>();
  QVERIFY(!OrganizationId::fromString(hit.entry.key).isNull());
  QCOMPARE(hit.ranges, (QList<models::TextRange>{{0, 7}}));
  m_model->setQuery(u"post@0"_s);
  QTRY_VERIFY(!m_model->isSearching());
  QCOMPARE(rows(), (QStringList{u"[Organizations]"_s, u"Kestrel Bank"_s}));
}

void TestPaletteModel::theBestComesFirst() {
  add({u"Urban Bil"_s, u"Habilis"_s, u"Bil"_s, u"Bilbao"_s});
  m_model->setQuery(u"bil"_s);
  QTRY_VERIFY(!m_model->isSearching());
  QCOMPARE(rows(), (QStringList{u"[Organizations]"_s, u"Bil"_s, u"Bilbao"_s, u"Urban Bil"_s,
                                u"Habilis"_s, u"[Go to]"_s, u"Billing"_s}));
  m_model->setQuery(u"billing"_s);
  add({u"The Billing Company"_s});
  m_model->retry();
  QTRY_VERIFY(!m_model->isSearching());
  // What begins with it is meant before what has it somewhere.
  QCOMPARE(rows(), (QStringList{u"[Go to]"_s, u"Billing"_s, u"[Organizations]"_s,
                                u"The Billing Company"_s}));
}

void TestPaletteModel::groupsAreShort() {
  QStringList names;
  for (int i = 0; i < 40; ++i)
    names.append(u"Firm %1"_s.arg(i, 2, 10, QChar(u'0')));
  add(names);
  m_model->setQuery(u"firm"_s);
  QTRY_VERIFY(!m_model->isSearching());
  QCOMPARE(m_model->rowCount(), 1 + PaletteModel::mostOfAKind);
}

void TestPaletteModel::typingOnEndsTheSearchBefore() {
  add({u"Kestrel Bank"_s});
  const auto blocker = m_database->connect();
  QVERIFY(blocker->script("begin; lock table organization in access exclusive mode"));
  const auto watcher = m_database->connect();
  struct Waiting {
    std::int64_t pid;
    Instant start;
  };
  std::optional<Waiting> first;
  const auto waits = [&] {
    const auto rows = watcher->adHoc(
        "select pid::bigint, query_start from pg_stat_activity where datname = current_database() "
        "and wait_event_type = 'Lock'");
    if (rows && rows->size() == 1)
      first = Waiting{(*rows)[0].get<std::int64_t>(0), (*rows)[0].get<Instant>(1)};
    return first.has_value();
  };
  m_model->setQuery(u"kes"_s);
  QTRY_VERIFY(waits());
  m_model->setQuery(u"kest"_s);
  const tests::QuietTime took;
  // Check 2: within a second it is gone, and the one that waits is the new one.
  const auto isTheNewOne = [&] {
    const auto rows = watcher->adHoc(
        "select count(*), count(*) filter (where pid = :pid and query_start = :start) from "
        "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        {{"pid", first->pid}, {"start", first->start}});
    return rows && (*rows)[0].get<int>(0) == 1 && (*rows)[0].get<int>(1) == 0;
  };
  QTRY_VERIFY(isTheNewOne());
  QVERIFY2(took.elapsed() <= tests::underSanitizers(1'000),
           qPrintable(QString::number(took.elapsed())));
  QVERIFY(m_model->isSearching());
  QVERIFY(!m_model->error()); // of the one before nothing is told
  QVERIFY(blocker->script("rollback"));
  QTRY_VERIFY(!m_model->isSearching());
  QCOMPARE(rows(), (QStringList{u"[Organizations]"_s, u"Kestrel Bank"_s}));
}

void TestPaletteModel::aStalledDatabaseKeepsNobodyWaiting() {
  auto stalled = m_connection->find([](store::Session &session, business::AppliedBusiness &) {
    return session.database.script("select pg_sleep(120)"); // it is cancelled
  });
  qint64 slowest = 0;
  for (const auto &text : {u"c"_s, u"co"_s, u"cop"_s, u"copy"_s}) {
    const tests::OwnTime timer;
    m_model->setQuery(text);
    QCoreApplication::processEvents();
    slowest = std::max(slowest, timer.elapsed());
    QVERIFY(rows().contains(u"Copy link"_s));
  }
  QVERIFY2(slowest <= tests::underSanitizers(100), qPrintable(u"%1 ms"_s.arg(slowest)));
  QVERIFY(!stalled.isFinished());
  stalled.cancel();
  QVERIFY(m_model->isSearching());
}

void TestPaletteModel::whatWasFoundStaysWhileItFits() {
  add({u"Kestrel Bank"_s, u"Kesselring"_s});
  m_model->setQuery(u"kes"_s);
  QTRY_VERIFY(!m_model->isSearching());
  m_model->setQuery(u"kest"_s);
  QVERIFY(m_model->isSearching());
  QCOMPARE(rows(), (QStringList{u"[Organizations]"_s, u"Kestrel Bank"_s}));
}

void TestPaletteModel::aFailureIsToldAndTriedAgain() {
  add({u"Copyright Ltd"_s});
  const auto owner = m_database->connect();
  QVERIFY(owner->script("alter table organization rename to away"));
  m_model->setQuery(u"copy"_s);
  QTRY_VERIFY(!m_model->isSearching());
  QVERIFY(m_model->error());
  QCOMPARE(rows(), (QStringList{u"[Actions]"_s, u"Copy link"_s})); // what needs no database
  QVERIFY(owner->script("alter table away rename to organization"));
  m_model->retry();
  QTRY_VERIFY(!m_model->isSearching());
  QVERIFY(!m_model->error());
  QVERIFY(rows().contains(u"Copyright Ltd"_s));
}

void TestPaletteModel::nothingIsSearchedForNothing() {
  m_model->setQuery(u"  "_s);
  QVERIFY(!m_model->isSearching());
  m_model->setQuery(u"kes"_s);
  m_model->reset();
  QVERIFY(!m_model->isSearching());
  QVERIFY(m_model->query().isEmpty());
  QCOMPARE(m_model->hitCount(), 3);
}

QTEST_GUILESS_MAIN(TestPaletteModel)
#include "tst_palette_model.moc"
