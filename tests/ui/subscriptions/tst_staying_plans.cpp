// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/version_bulk.h"
#include "services/payments/adjustment.h"
#include "tests/services/billing/billing_house.h"
#include "tests/ui/subscriptions/sold_rooms.h"
#include "ui/lists/bulk_words.h"

using namespace tenantry;
using namespace tenantry::tests;
using models::Moving;

/// What the question says of a plan that is sold no more, where its customers' add-ons are moved.
class TestStayingPlans : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void SUB_9_aPlanThatStaysIsSaid_data();
  void SUB_9_aPlanThatStaysIsSaid();
};

void TestStayingPlans::SUB_9_aPlanThatStaysIsSaid_data() {
  QTest::addColumn<Moving>("what");
  QTest::addColumn<bool>("isSold");
  QTest::addColumn<QStringList>("sentences");
  const auto changes = u"Changes: One."_s,
             recurring = u"MRR $77.00 → $91.00. More is paid by 1, less by 0."_s;
  const auto stays = u"Starter stays with 1: There is no plan “starter” on sale."_s;
  QTest::newRow("both, and the plan is sold")
      << Moving::PlanAndAddons << true << QStringList{changes, recurring};
  QTest::newRow("both, and the plan is sold no more")
      << Moving::PlanAndAddons << false << QStringList{changes, recurring, stays};
  QTest::newRow("add-ons alone: the plan was not to move")
      << Moving::Addons << false << QStringList{changes, recurring};
  QTest::newRow("the plan alone") << Moving::Plan << false
                                  << QStringList{
                                         u"1 refused: There is no plan “starter” on sale."_s};
}

void TestStayingPlans::SUB_9_aPlanThatStaysIsSaid() {
  QFETCH(Moving, what);
  QFETCH(bool, isSold);
  QFETCH(QStringList, sentences);
  BillingHouse house;
  auto &session = house.worker.session;
  sellRooms(house, 2800);
  billing::ChangeRequest adding;
  adding.organization = house.organization();
  house.subscribe(adding.organization, u"starter"_s);
  adding.addonId = u"rooms"_s;
  expect(payments::changeSubscription(session, house.worker.business, adding));
  sellRooms(house, 4200, isSold ? QString() : u"starter"_s);
  const auto live = expect(house.worker.subscriptions().live(adding.organization));
  const QStringList keys{adding.organization.toString() + u'/' + live.id.toString()};
  models::BulkPreview preview;
  const auto act = models::moveVersions(subscriptions::When::PeriodEnd, what);
  for (const auto &verdict : expect(act.preview(session, house.worker.business, keys)))
    preview.add(verdict);
  QCOMPARE(ui::previewSentences(preview, QLocale(QLocale::English, QLocale::UnitedStates)),
           sentences);
}

QTEST_MAIN(TestStayingPlans)
#include "tst_staying_plans.moc"
