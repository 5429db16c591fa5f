// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fact_rows.h"
#include "ui/charts/bar_chart.h"
#include "ui/organizations/usage_tab.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/usage_bar.h"
#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

/// What was used, period by period, against the limit.
class TestUsageTab : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void eachUsedMetricHasItsChart();
  void limitsOfMetricsWithDecimalsAreInUnits();
  void whatIsReadOutStaysWithNews();
  void aMetricThatIsGoneTakesItsChartAlong();
  void aNewSubscriptionHasOnePeriod();
  void withoutASubscriptionNoBarStands_data();
  void withoutASubscriptionNoBarStands();
  void USE_5_theDayOnWhichTheLimitIsReachedIsSaid();
  void USE_4_whatIsReservedIsSaid();
  void USE_3_aHigherPlanIsSuggested_data();
  void USE_3_aHigherPlanIsSuggested();
};

namespace {

LocalDay day(int number) {
  using namespace std::chrono;
  return LocalDay(local_days(year(2026) / 6 / 1)) + days(number);
}

/// Six periods of thirty days; of “seats” nothing was ever used.
models::OrganizationFacts facts(std::int64_t now = 4'123) {
  models::OrganizationFacts facts;
  facts.subscription.emplace().status = subscriptions::Status::Active;
  facts.usage = {{{u"api_calls"_s, now, 10'000, false}, 0},
                 {{u"seats"_s, 0, 50, true}, 0},
                 {{u"storage_gb"_s, 1'234, 50'000, true}, 2}};
  const std::int64_t calls[] = {8'200, 8'900, 9'400, 9'100, 10'800, now};
  for (int i = 0; i < 6; ++i)
    facts.usagePeriods.push_back(
        {{},
         {day(30 * i), day(30 * (i + 1))},
         {{u"api_calls"_s, calls[i]}, {u"seats"_s, 0}, {u"storage_gb"_s, 1'000 + 39 * (i + 1)}}});
  return facts;
}

std::unique_ptr<UsageTab> shown(const models::OrganizationFacts &facts) {
  auto tab = std::make_unique<UsageTab>();
  tab->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
  tab->resize(600, 700);
  tab->show(facts);
  static_cast<QWidget *>(tab.get())->show();
  tab->activateWindow();
  if (!QTest::qWaitForWindowActive(tab.get()))
    qFatal("the window did not become active");
  return tab;
}

} // namespace

void TestUsageTab::eachUsedMetricHasItsChart() {
  const auto tab = shown(facts());
  const auto charts = tab->findChildren<BarChart *>();
  QCOMPARE(charts.size(), 2);
  auto *calls = charts.front();
  QCOMPARE(calls->accessibleName(), u"API calls"_s);
  calls->setFocus();
  QTest::keyClick(calls, Qt::Key_End);
  QCOMPARE(calls->accessibleDescription(),
           u"29 Oct 2026 – 27 Nov 2026: Used 4,123, Limit now 10,000"_s);
  QTest::keyClick(calls, Qt::Key_Left);
  QVERIFY(calls->accessibleDescription().contains(u"Used 10,800"_s));
}

void TestUsageTab::limitsOfMetricsWithDecimalsAreInUnits() {
  const auto tab = shown(facts());
  auto *stored = tab->findChildren<BarChart *>().back();
  stored->setFocus();
  QTest::keyClick(stored, Qt::Key_End);
  QVERIFY2(stored->accessibleDescription().contains(u"Used 12.34, Limit now 500"_s),
           qPrintable(stored->accessibleDescription()));
  const auto widgets = tab->findChildren<QWidget *>();
  QVERIFY(std::any_of(widgets.begin(), widgets.end(), [](const QWidget *widget) {
    return widget->accessibleName().contains(u"12.34 of 500 used"_s);
  }));
}

void TestUsageTab::whatIsReadOutStaysWithNews() {
  const auto tab = shown(facts());
  auto *calls = tab->findChildren<BarChart *>().front();
  calls->setFocus();
  QTest::keyClick(calls, Qt::Key_End);
  tab->show(facts(4'200));
  QCOMPARE(tab->findChildren<BarChart *>().front(), calls);
  QVERIFY(calls->accessibleDescription().contains(u"Used 4,200"_s));
  QCOMPARE(QApplication::focusWidget(), calls);
}

void TestUsageTab::aMetricThatIsGoneTakesItsChartAlong() {
  const auto tab = shown(facts());
  auto fewer = facts();
  fewer.usage.pop_back();
  tab->show(fewer);
  QCOMPARE(tab->findChildren<BarChart *>().size(), 1);
  tab->show({});
  QVERIFY(tab->findChildren<BarChart *>().isEmpty());
}

void TestUsageTab::withoutASubscriptionNoBarStands_data() {
  QTest::addColumn<std::optional<subscriptions::Status>>("status");
  QTest::addColumn<QString>("why");
  using Status = std::optional<subscriptions::Status>;
  const auto ended = u"The subscription has ended: nothing is counted since."_s;
  QTest::newRow("never had one") << Status() << u"Without a subscription nothing is counted."_s;
  QTest::newRow("it was cancelled") << Status(subscriptions::Status::Cancelled) << ended;
  QTest::newRow("it expired") << Status(subscriptions::Status::Expired) << ended;
}

/// "0, unlimited" of each metric would say that they may use it; what was used before stays.
void TestUsageTab::withoutASubscriptionNoBarStands() {
  QFETCH(std::optional<subscriptions::Status>, status);
  QFETCH(QString, why);
  auto without = facts();
  without.subscription.reset();
  if (status)
    without.subscription.emplace().status = *status;
  const auto tab = shown(without);
  for (const auto *widget : tab->findChildren<QWidget *>())
    QVERIFY(!dynamic_cast<const UsageBar *>(widget));
  QStringList words;
  for (const auto *label : tab->findChildren<QLabel *>())
    words += label->text();
  QVERIFY2(words.contains(u"no subscription"_s), qPrintable(words.join(u'\n')));
  QVERIFY2(words.contains(why), qPrintable(words.join(u'\n')));
  QVERIFY2(words.filter(u"unlimited"_s).isEmpty() && words.filter(u"used now"_s).isEmpty(),
           qPrintable(words.join(u'\n')));
  QCOMPARE(tab->findChildren<BarChart *>().size(), 2);
}

void TestUsageTab::aNewSubscriptionHasOnePeriod() {
  auto first = facts();
  first.usagePeriods.erase(first.usagePeriods.begin(), first.usagePeriods.end() - 1);
  const auto tab = shown(first);
  auto *calls = tab->findChildren<BarChart *>().front();
  QCOMPARE(calls->data().labels.size(), std::size_t(1));
  QVERIFY(!calls->grab().isNull());
}

namespace {

QStringList textsOf(const QWidget *widget) {
  QStringList texts;
  for (const auto *label : widget->findChildren<QLabel *>())
    texts.append(label->text());
  return texts;
}

} // namespace

void TestUsageTab::USE_5_theDayOnWhichTheLimitIsReachedIsSaid() {
  auto soon = facts();
  soon.usage.front().limitDay = day(170);
  const auto tab = shown(soon);
  const auto sentences = textsOf(tab.get()).filter(u"Limit reached"_s);
  QCOMPARE(sentences, QStringList(u"Limit reached on 18 Nov 2026 at this pace."_s));
}

void TestUsageTab::USE_4_whatIsReservedIsSaid() {
  auto held = facts();
  held.usage.front().quota.reserved = 200;
  held.usage.front().limitDay = day(170);
  const auto tab = shown(held);
  QVERIFY2(
      textsOf(tab.get()).contains(u"200 reserved. Limit reached on 18 Nov 2026 at this pace."_s),
      qPrintable(textsOf(tab.get()).join(u" | "_s)));
  // In a narrow page it takes another line, and makes nothing wider.
  QCOMPARE(tab->widget()->minimumSizeHint().width(),
           shown(facts())->widget()->minimumSizeHint().width());
}

void TestUsageTab::USE_3_aHigherPlanIsSuggested_data() {
  QTest::addColumn<QString>("verdict");
  QTest::addColumn<bool>("isHard");
  QTest::addColumn<qint64>("then"); ///< minor units over both periods; 0: nothing is suggested
  QTest::addColumn<QStringList>("says");
  const auto suggested = u"suggested"_s;
  QTest::newRow("USE-3 cheaper") << suggested << false << qint64(59'800)
                                 << QStringList{
                                        u"Professional comes to $299.00 a month for what is "
                                        "used, Starter comes to $429.00."_s,
                                        u"$130.00 less a month"_s, u"10,000 → 100,000"_s,
                                        u"5 → unlimited"_s};
  QTest::newRow("USE-3 a hard limit")
      << suggested << true << qint64(99'800)
      << QStringList{u"A hard limit is used up: with Professional"_s, u"$70.00 more a month"_s};
  QTest::newRow("USE-3 as dear") << suggested << true << qint64(85'800)
                                 << QStringList{u"costs the same"_s};
  QTest::newRow("USE-3 none is better") << u"nothing_better"_s << false << qint64(0)
                                        << QStringList{u"no higher plan on sale would cost less"_s};
  QTest::newRow("USE-3 none has more room") << u"nothing_better"_s << true << qint64(0)
                                            << QStringList{u"no plan on sale has more room"_s};
  QTest::newRow("USE-3 another plan waits") << u"change_waits"_s << false << qint64(0)
                                            << QStringList{u"comes with the end of the period"_s};
  QTest::newRow("USE-3 within limits") << u"within_limits"_s << false << qint64(0) << QStringList();
}

void TestUsageTab::USE_3_aHigherPlanIsSuggested() {
  using billing::UpgradeVerdict;
  QFETCH(QString, verdict);
  QFETCH(bool, isHard);
  QFETCH(qint64, then);
  QFETCH(QStringList, says);
  auto used = facts(10'000);
  auto &upgrade = used.upgrade;
  for (const auto one : {UpgradeVerdict::Suggested, UpgradeVerdict::NothingBetter,
                         UpgradeVerdict::WithinLimits, UpgradeVerdict::ChangeWaits})
    if (toString(one) == verdict)
      upgrade.verdict = one;
  upgrade.currency = *Currency::parse(u"USD"_s);
  upgrade.periods = 2;
  upgrade.letsThemGoOn = isHard;
  upgrade.now = {u"starter"_s, {}, 9'800, 76'000};
  used.planName = u"Starter"_s;
  if (then > 0) {
    upgrade.best = {u"professional"_s, {}, 39'800, then - 39'800};
    upgrade.limits = {{u"api_calls"_s, 10'000, 100'000}, {u"users"_s, 5, {}}};
    used.upgradePlanName = u"Professional"_s;
  }
  const auto tab = shown(used);
  QStringList said;
  for (const auto *label : tab->findChildren<QLabel *>())
    if (label->isVisible())
      said += label->text();
  const auto all = said.join(u'\n');
  for (const auto &text : says)
    QVERIFY2(all.contains(text), qPrintable(text + u"\nis not in\n"_s + all));
  QCOMPARE(all.contains(u"Suggested plan"_s), !says.isEmpty());
  QCoreApplication::processEvents();
  QCOMPARE(tests::looseFacts(*tab), QStringList());
}

QTEST_MAIN(TestUsageTab)
#include "tst_usage_tab.moc"
