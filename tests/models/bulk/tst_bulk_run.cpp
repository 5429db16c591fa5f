// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulk/bulk_run.h"
#include "models/bulk/failed_rows_file.h"
#include "models/organizations/organization_list_model.h"
#include "models/organizations/standing_bulk.h"
#include "services/organizations/service.h"
#include "services/organizations/standing_acts.h"
#include "tests/support/test_database.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::models;
using organizations::Status;

/// An action on many organizations: 240 active ones, 8 suspended, 4 closed.
class TestBulkRun : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void check10ThePreviewCountsAndWritesNothing();
  void check10GoodRowsLandAndTheOthersSayWhy();
  void allThatMatchButSome();
  void cancelledInTheMiddleAndBegunAgainItDoublesNothing();
  void check11UndoRestoresWhatHasNotChangedSince();
  void check11SoManyAreKeptForUndoAndNoMore_data();
  void check11SoManyAreKeptForUndoAndNoMore();
  void check12WhatCameAfterThePreviewIsLeftAlone_data();
  void check12WhatCameAfterThePreviewIsLeftAlone();
  void aMissingRightStopsAtOnce();
  void aLostDatabaseStops();
  void whatFailedIsForASpreadsheet();

private:
  [[nodiscard]] std::int64_t count(const QByteArray &rest) const {
    return (*m_other->adHoc("select count(*) from " + rest))[0].get<std::int64_t>(0);
  }
  void connectAs(const QString &role);
  /// A run comes to that row, and waits: it is in the middle, however fast the machine is.
  void holdTheMiddle() {
    QVERIFY(
        m_other->script("begin; select from organization where name = 'Customer 150' for update"));
  }
  void load();
  BulkTarget all() {
    m_selection->selectAllMatching();
    return BulkTarget::of(*m_selection, *m_list);
  }
  BulkPreview previewOf(const BulkAct &act, const BulkTarget &target);
  BulkReport reportOf(const BulkAct &act, const BulkTarget &target);

  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<store::Database> m_other;
  std::unique_ptr<Connection> m_connection;
  std::unique_ptr<RunningWork> m_work;
  std::unique_ptr<BulkRun> m_run;
  std::unique_ptr<OrganizationListModel> m_list;
  std::unique_ptr<RowSelection> m_selection;
};

void TestBulkRun::init() {
  m_database = std::make_unique<tests::TestDatabase>();
  m_other = m_database->connect();
  std::vector<organizations::Organization> made;
  for (int i = 0; i < 252; ++i) {
    organizations::Organization one;
    one.name = u"Customer %1"_s.arg(i, 3, 10, QChar(u'0'));
    one.email = u"billing@example.org"_s;
    one.addressCountry = u"DE"_s;
    one.currency = *Currency::parse(u"EUR");
    one.status = i < 240 ? Status::Active : i < 248 ? Status::Suspended : Status::Closed;
    made.push_back(one);
  }
  store::Session session{*m_other, m_clock, u"test"_s};
  QVERIFY(organizations::OrganizationService(session).createMany(made));
  connectAs(u"success"_s);
  load();
}

void TestBulkRun::connectAs(const QString &role) {
  cleanup();
  m_connection = std::make_unique<Connection>(m_database->settings(role), m_clock, u"somebody"_s);
  m_work = std::make_unique<RunningWork>(*m_connection);
  m_run = std::make_unique<BulkRun>(*m_connection, *m_work);
}

void TestBulkRun::load() {
  m_list = std::make_unique<OrganizationListModel>(*m_connection);
  m_selection = std::make_unique<RowSelection>(*m_list, *m_list);
  m_list->reload();
  QTRY_COMPARE(m_list->count(), 252);
  QTRY_VERIFY(m_list->rowCount() >= 100);
}

void TestBulkRun::cleanup() {
  m_selection.reset();
  m_list.reset();
  m_run.reset();
  m_work.reset();
  m_connection.reset();
}

BulkPreview TestBulkRun::previewOf(const BulkAct &act, const BulkTarget &target) {
  QSignalSpy spy(m_run.get(), &BulkRun::previewed);
  m_run->preview(act, target);
  return spy.wait(30'000) ? spy.front().front().value<BulkPreview>() : BulkPreview();
}

BulkReport TestBulkRun::reportOf(const BulkAct &act, const BulkTarget &target) {
  QSignalSpy spy(m_run.get(), &BulkRun::finished);
  m_run->start(act, target);
  return spy.wait(30'000) ? spy.front().front().value<BulkReport>() : BulkReport();
}

void TestBulkRun::check10ThePreviewCountsAndWritesNothing() {
  const auto events = count("event");
  const auto preview = previewOf(suspendOrganizations({}), all());
  QCOMPARE(preview.changes, 240);
  QCOMPARE(preview.unchanged, 8);
  QCOMPARE(preview.refused, 4);
  QCOMPARE(preview.refusals.begin()->first, u"organization.illegal_move"_s);
  QCOMPARE(preview.refusals.begin()->second.rows, 4);
  QCOMPARE(preview.names, (QStringList{u"Customer 000"_s, u"Customer 001"_s, u"Customer 002"_s}));
  QCOMPARE(count("event"), events);
}

void TestBulkRun::check10GoodRowsLandAndTheOthersSayWhy() {
  const auto report = reportOf(suspendOrganizations(u"audit"_s), all());
  QCOMPARE(report.done, 240);
  QCOMPARE(report.unchanged, 8);
  QCOMPARE(report.failed.size(), std::size_t{4});
  QCOMPARE(report.failed.front().name, u"Customer 248"_s);
  QCOMPARE(report.failed.front().error.code, u"organization.illegal_move"_s);
  QCOMPARE(count("organization where status = 'suspended' and status_reason = 'audit'"), 240);
  const auto again = reportOf(suspendOrganizations(u"again"_s), all());
  QCOMPARE(again.done, 0);
  QCOMPARE(count("event where type = 'organization.suspended'"), 240);
}

void TestBulkRun::allThatMatchButSome() {
  m_list->setFilter({.search = {}, .status = Status::Active, .planId = {}});
  QTRY_COMPARE(m_list->count(), 240);
  QTRY_VERIFY(m_list->rowCount() >= 100);
  m_selection->selectAllMatching();
  m_selection->select(m_list->index(3, 0), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
  const auto target = BulkTarget::of(*m_selection, *m_list);
  QCOMPARE(target.expected(), 239);
  QCOMPARE(reportOf(suspendOrganizations(u"audit"_s), target).done, 239);
  QCOMPARE(count("organization where status = 'active' and name = 'Customer 003'"), 1);
}

void TestBulkRun::cancelledInTheMiddleAndBegunAgainItDoublesNothing() {
  QSignalSpy spy(m_run.get(), &BulkRun::finished);
  holdTheMiddle();
  m_run->start(suspendOrganizations(u"audit"_s), all());
  QTRY_VERIFY(!m_work->items().isEmpty() && m_work->items().front().done > 20);
  QCOMPARE(m_work->items().front().total, 252);
  m_work->cancel(m_work->items().front().key);
  QVERIFY(m_other->script("rollback"));
  QVERIFY(spy.count() == 1 || spy.wait(30'000));
  const auto report = spy.front().front().value<BulkReport>();
  QVERIFY(report.wasCancelled && report.done < 240);
  QCOMPARE(count("organization where status_reason = 'audit'"), report.done);
  QVERIFY(m_work->items().isEmpty());
  const auto rest = reportOf(suspendOrganizations(u"audit"_s), all());
  QCOMPARE(rest.done, 240 - report.done);
  QCOMPARE(count("event where type = 'organization.suspended'"), 240);
}

void TestBulkRun::check11UndoRestoresWhatHasNotChangedSince() {
  auto report = reportOf(suspendOrganizations(u"audit"_s), all());
  QCOMPARE(report.changes.size(), std::size_t{240});
  store::Session session{*m_other, m_clock, u"other"_s};
  const auto changed = OrganizationId::fromString(m_list->keyAt(7));
  QVERIFY(organizations::OrganizationService(session).move(changed, Status::Churned, u"left"_s));
  QSignalSpy spy(m_run.get(), &BulkRun::undone);
  m_run->undo(u"Undoing"_s, std::move(report.changes));
  QVERIFY(spy.wait(30'000));
  const auto undone = spy.front().front().value<BulkReport>();
  QCOMPARE(undone.done, 239);
  QCOMPARE(undone.failed.size(), std::size_t{1});
  QCOMPARE(undone.failed.front().name, u"Customer 007"_s);
  QCOMPARE(undone.failed.front().error.code, u"organization.changed_since"_s);
  QCOMPARE(count("organization where status = 'active'"), 239);
  QCOMPARE(count("organization where status = 'suspended'"), 8);
}

void TestBulkRun::check11SoManyAreKeptForUndoAndNoMore_data() {
  QTest::addColumn<qint64>("atMost");
  QTest::addColumn<std::size_t>("kept");
  QTest::newRow("as many") << qint64(240) << std::size_t(240);
  QTest::newRow("one more") << qint64(239) << std::size_t(0);
}

void TestBulkRun::check11SoManyAreKeptForUndoAndNoMore() {
  QFETCH(qint64, atMost);
  QFETCH(std::size_t, kept);
  QVERIFY(BulkAct::mostUndone > 12'431); // what check 9 speaks of
  auto act = suspendOrganizations(u"audit"_s);
  act.undoneAtMost = atMost;
  const auto report = reportOf(act, all());
  QCOMPARE(report.done, 240);
  QCOMPARE(report.changes.size(), kept);
  QCOMPARE(report.wasTooMany, kept == 0);
}

void TestBulkRun::check12WhatCameAfterThePreviewIsLeftAlone_data() {
  QTest::addColumn<bool>("isFinal");
  QTest::addColumn<qint64>("done");
  QTest::addColumn<qint64>("cameSince");
  QTest::newRow("what can be undone takes all") << false << qint64(242) << qint64(0);
  QTest::newRow("what cannot takes what was seen") << true << qint64(240) << qint64(2);
}

/// A new row matches, and one that was suspended already is not any more.
void TestBulkRun::check12WhatCameAfterThePreviewIsLeftAlone() {
  QFETCH(bool, isFinal);
  QFETCH(qint64, done);
  QFETCH(qint64, cameSince);
  const auto act = suspendOrganizations(u"audit"_s);
  const auto target = all();
  const auto preview = previewOf(act, target);
  QCOMPARE(preview.changes, 240);
  store::Session session{*m_other, m_clock, u"test"_s};
  organizations::Organization late;
  late.name = u"Late"_s;
  late.email = u"late@example.org"_s;
  late.addressCountry = u"DE"_s;
  late.currency = *Currency::parse(u"EUR");
  late.status = Status::Active;
  QVERIFY(organizations::OrganizationService(session).createMany({late}));
  const auto back = (*m_other->adHoc("select organization_id from organization where name = "
                                     "'Customer 240'"))[0]
                        .get<OrganizationId>(0);
  const auto changed = organizations::StandingActs(session).act(
      organizations::StandingAct::Reactivate, back, u"paid"_s);
  QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
  QSignalSpy spy(m_run.get(), &BulkRun::finished);
  m_run->start(act, target, isFinal ? preview.seen : nullptr);
  QVERIFY(spy.wait(30'000));
  const auto report = spy.front().front().value<BulkReport>();
  QCOMPARE(report.done, done);
  QCOMPARE(report.cameSince, cameSince);
  QCOMPARE(report.failed.size(), std::size_t(4));
  QCOMPARE(count("organization where status not in ('suspended', 'closed')"), cameSince);
}

void TestBulkRun::aMissingRightStopsAtOnce() {
  connectAs(u"support"_s);
  load();
  const auto report = reportOf(suspendOrganizations(u"audit"_s), all());
  QCOMPARE(report.done, 0);
  QCOMPARE(report.failed.size(), std::size_t{0});
  QCOMPARE(report.stopped.value_or(Error()).code, u"store.forbidden"_s);
}

void TestBulkRun::aLostDatabaseStops() {
  const auto target = all();
  QSignalSpy spy(m_run.get(), &BulkRun::finished);
  holdTheMiddle();
  m_run->start(suspendOrganizations(u"audit"_s), target);
  QTRY_VERIFY(!m_work->items().isEmpty() && m_work->items().front().done > 20);
  QVERIFY(m_other->adHoc("select pg_terminate_backend(pid) from pg_stat_activity "
                         "where pid <> pg_backend_pid() and datname = current_database()"));
  QVERIFY(m_other->script("rollback"));
  QVERIFY(spy.count() == 1 || spy.wait(30'000));
  const auto report = spy.front().front().value<BulkReport>();
  QCOMPARE(report.stopped.value_or(Error()).code, u"store.disconnected"_s);
  QVERIFY(report.done < 240);
}

void TestBulkRun::whatFailedIsForASpreadsheet() {
  const std::vector<FailedRow> failed{{u"Acme, \"Ltd\""_s, {u"a.b"_s, u"No."_s}}};
  QCOMPARE(csvText(failed),
           u"\"Row\",\"Reason\",\"Code\"\r\n\"Acme, \"\"Ltd\"\"\",\"No.\",\"a.b\"\r\n"_s);
  const QTemporaryDir folder;
  QVERIFY(writeFailedRows(folder.filePath(u"failed.csv"_s), failed));
  QFile file(folder.filePath(u"failed.csv"_s));
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(QString::fromUtf8(file.readAll().mid(3)), csvText(failed));
}

QTEST_GUILESS_MAIN(TestBulkRun)
#include "tst_bulk_run.moc"
