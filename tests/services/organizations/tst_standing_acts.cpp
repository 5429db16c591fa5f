// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/standing_acts.h"
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

/// Suspending and reactivating by hand, and taking it back.
class TestStandingActs : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void thePreviewSaysWhatTheActDoes_data();
  void thePreviewSaysWhatTheActDoes();
  void thePreviewKeepsTheOrderAndNamesWhatIsGone();
  void doneTwiceItIsDoneOnce();
  void undoRestoresStatusAndReason();
  void undoOfAReactivationSuspendsAgain();
  void undoLeavesAloneWhatMovedSince_data();
  void undoLeavesAloneWhatMovedSince();
  void aSuspendedOneComesBackAsItsSubscriptionSays();

private:
  OrganizationId made(Status status) {
    auto one = draft();
    one.status = status;
    return *m_service.create(one);
  }
  [[nodiscard]] QString statusOf(const OrganizationId &id) {
    return toString(m_service.find(id)->status);
  }

  Workplace m_place;
  OrganizationService m_service{m_place.session};
  StandingActs m_acts{m_place.session};
};

void TestStandingActs::thePreviewSaysWhatTheActDoes_data() {
  QTest::addColumn<int>("act");
  QTest::addColumn<int>("status");
  QTest::addColumn<bool>("changes");
  QTest::addColumn<QString>("code");
  const auto row = [](const char *name, StandingAct act, Status status, bool changes,
                      const QString &code = {}) {
    QTest::newRow(name) << int(act) << int(status) << changes << code;
  };
  const QString illegal = u"organization.illegal_move"_s;
  row("suspend an active one", StandingAct::Suspend, Status::Active, true);
  row("suspend a churned one", StandingAct::Suspend, Status::Churned, true);
  row("suspend a suspended one", StandingAct::Suspend, Status::Suspended, false);
  row("suspend a closed one", StandingAct::Suspend, Status::Closed, false, illegal);
  row("reactivate a suspended one", StandingAct::Reactivate, Status::Suspended, true);
  row("reactivate an active one", StandingAct::Reactivate, Status::Active, false, illegal);
}

void TestStandingActs::thePreviewSaysWhatTheActDoes() {
  QFETCH(int, act);
  QFETCH(int, status);
  QFETCH(bool, changes);
  QFETCH(QString, code);
  const auto id = made(Status(status));
  const auto verdicts = m_acts.preview(StandingAct(act), {id});
  REQUIRE_OK(verdicts);
  QCOMPARE(verdicts->front().changes, changes);
  QCOMPARE(verdicts->front().refusal.has_value() ? verdicts->front().refusal->code : QString(),
           code);
  const auto done = m_acts.act(StandingAct(act), id, u"by hand"_s);
  QCOMPARE(codeOf(done), code);
  QCOMPARE(done && done->has_value(), changes);
  QCOMPARE(statusOf(id) != toString(Status(status)), changes);
}

void TestStandingActs::thePreviewKeepsTheOrderAndNamesWhatIsGone() {
  const auto first = made(Status::Active), second = made(Status::Active);
  const auto gone = makeId<OrganizationId>(m_place.clock.now());
  const auto verdicts = m_acts.preview(StandingAct::Suspend, {second, gone, first});
  REQUIRE_OK(verdicts);
  QCOMPARE(verdicts->size(), std::size_t{3});
  QVERIFY(verdicts->at(0).organization == second && verdicts->at(2).organization == first);
  QCOMPARE(verdicts->at(1).refusal->code, u"organization.not_found"_s);
}

void TestStandingActs::doneTwiceItIsDoneOnce() {
  const auto id = made(Status::Active);
  QVERIFY(m_acts.act(StandingAct::Suspend, id, u"fraud"_s)->has_value());
  QVERIFY(!m_acts.act(StandingAct::Suspend, id, u"again"_s)->has_value());
  QCOMPARE(m_place.events(id), u"created, suspended"_s);
  QCOMPARE(m_service.find(id)->statusReason, u"fraud"_s);
}

void TestStandingActs::undoRestoresStatusAndReason() {
  auto one = draft();
  one.status = Status::Churned;
  one.statusReason = u"too dear"_s;
  const auto id = *m_service.create(one);
  const auto change = m_acts.act(StandingAct::Suspend, id, u"fraud"_s);
  REQUIRE_OK(change);
  REQUIRE_OK(m_acts.undo(**change));
  QCOMPARE(statusOf(id), u"churned"_s);
  QCOMPARE(m_service.find(id)->statusReason, u"too dear"_s);
  QCOMPARE(codeOf(m_acts.undo(**change)), u"organization.changed_since"_s); // twice
}

void TestStandingActs::undoOfAReactivationSuspendsAgain() {
  const auto id = made(Status::Active);
  REQUIRE_OK(m_acts.act(StandingAct::Suspend, id, u"fraud"_s));
  const auto change = m_acts.act(StandingAct::Reactivate, id, u"cleared"_s);
  REQUIRE_OK(change);
  REQUIRE_OK(m_acts.undo(**change));
  QCOMPARE(statusOf(id), u"suspended"_s);
  QCOMPARE(m_service.find(id)->statusReason, u"fraud"_s);
}

void TestStandingActs::undoLeavesAloneWhatMovedSince_data() {
  QTest::addColumn<QString>("since");
  QTest::newRow("churned") << u"churned"_s;
  QTest::newRow("reactivated and suspended by another") << u"suspended again"_s;
}

void TestStandingActs::undoLeavesAloneWhatMovedSince() {
  QFETCH(QString, since);
  const auto id = made(Status::Active);
  const auto change = m_acts.act(StandingAct::Suspend, id, u"fraud"_s);
  REQUIRE_OK(change);
  if (since == u"churned") {
    REQUIRE_OK(m_service.move(id, Status::Churned, u"left"_s));
  } else {
    REQUIRE_OK(m_service.reactivate(id, u"cleared"_s));
    REQUIRE_OK(m_service.move(id, Status::Suspended, u"payment"_s));
  }
  const auto status = statusOf(id);
  QCOMPARE(codeOf(m_acts.undo(**change)), u"organization.changed_since"_s);
  QCOMPARE(statusOf(id), status);
}

void TestStandingActs::aSuspendedOneComesBackAsItsSubscriptionSays() {
  const auto id = made(Status::Onboarded);
  const auto change = m_acts.act(StandingAct::Suspend, id, u"fraud"_s);
  REQUIRE_OK(change);
  REQUIRE_OK(m_service.follow(id, Status::Active, {}));
  REQUIRE_OK(m_acts.undo(**change));
  QCOMPARE(statusOf(id), u"active"_s);
}

QTEST_GUILESS_MAIN(TestStandingActs)
#include "tst_standing_acts.moc"
