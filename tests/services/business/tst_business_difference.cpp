// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/difference.h"
#include "services/business/loader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::business;

namespace {

Business changedBy(const QString &toml) {
  Source source = Source::shipped();
  if (!source.overlay(toml.toStdString(), u"overlay.toml"_s))
    qFatal("the overlay was refused");
  return source.load().value();
}

QString oneLine(const Change &change) {
  switch (change.kind) {
  case Change::Kind::Added:
    return u"+ %1: %2"_s.arg(change.path, change.after);
  case Change::Kind::Removed:
    return u"- %1: %2"_s.arg(change.path, change.before);
  case Change::Kind::Changed:
    return u"~ %1: %2 -> %3"_s.arg(change.path, change.before, change.after);
  }
  return {};
}

QStringList lines(const Business &before, const Business &after) {
  QStringList list;
  for (const Change &change : difference(before, after))
    list += oneLine(change);
  return list;
}

} // namespace

class TestBusinessDifference : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void equalBusinessesDoNotDiffer();
  void oneChangeIsOneLine_data();
  void oneChangeIsOneLine();
  void replacedPricesAreAddedChangedAndRemoved();
  void newPlanHasALineOfItsOwnBeforeItsFacts();
  void goneCouponIsRemovedWhole();
  void sectionsComeInTheOrderOfTheFiles();
  void orderOfPricesIsNoFact();
  void theOtherWayRoundIsTheReverse();
};

void TestBusinessDifference::equalBusinessesDoNotDiffer() {
  QCOMPARE(lines(Source::shipped().load().value(), Source::shipped().load().value()),
           QStringList());
}

void TestBusinessDifference::oneChangeIsOneLine_data() {
  QTest::addColumn<QString>("toml");
  QTest::addColumn<QString>("line");
  const auto row = [](const char *name, const QString &toml, const QString &line) {
    QTest::newRow(name) << toml << line;
  };
  row("four eyes", u"[business.invoice]\napproval_above = { USD = 500 }"_s,
      u"+ business.invoice.approval_above.USD: 500"_s);
  row("due days", u"[business.invoice]\ndue_days = 14"_s,
      u"~ business.invoice.due_days: 30 -> 14"_s);
  row("name", u"[business]\nname = 'New'"_s, u"~ business.name: Example SaaS Inc. -> New"_s);
  row("margin", u"[business]\nmargin = '0.805'"_s, u"~ business.margin: 0.8 -> 0.805"_s);
  row("proration", u"[business.invoice]\nproration = 'none'"_s,
      u"~ business.invoice.proration: day -> none"_s);
  row("limit kind", u"[metrics.projects]\nlimit = 'soft'"_s,
      u"~ metrics.projects.limit: hard -> soft"_s);
  row("limit", u"[plans.starter.limits]\nusers = -1"_s,
      u"~ plans.starter.limits.users: 5 -> unlimited"_s);
  row("limit of one more metric", u"[plans.starter.limits]\nactive_users = 9"_s,
      u"+ plans.starter.limits.active_users: 9"_s);
  row("trial", u"[plans.starter]\ntrial_days = 7"_s, u"~ plans.starter.trial_days: 0 -> 7"_s);
  row("features", u"[plans.starter]\nfeatures = ['sso']"_s,
      u"~ plans.starter.features: basic-support, email-notifications, api-access -> sso"_s);
  row("tax", u"[[tax.rate]]\ncountry = 'DE'\npercent = '19'\nreverse_charge_with_vat_id = true"_s,
      u"+ tax.rate DE: 19 %, reverse charge with VAT id"_s);
  row("tries", u"[dunning]\nmost_tries_in_30_days = 20"_s,
      u"~ dunning.most_tries_in_30_days: 15 -> 20"_s);
  row("dunning", u"[dunning]\nretry_after_days = [1, 2]"_s,
      u"~ dunning.retry_after_days: 3, 6, 9 -> 1, 2"_s);
  row("role", u"[roles.viewer]\npermissions = ['*']"_s,
      u"~ roles.viewer.permissions: resources.read -> *"_s);
  row("trial plan", u"[onboarding]\ntrial_plan = ''"_s,
      u"~ onboarding.trial_plan: professional -> none"_s);
}

void TestBusinessDifference::oneChangeIsOneLine() {
  QFETCH(QString, toml);
  QFETCH(QString, line);
  QCOMPARE(lines(Source::shipped().load().value(), changedBy(toml)), QStringList{line});
}

void TestBusinessDifference::replacedPricesAreAddedChangedAndRemoved() {
  const Business after = changedBy(
      u"[[plans.professional.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 24900\n"
      "[[plans.professional.price]]\ncurrency = 'EUR'\ninterval = 'month'\namount = 19900\n"
      "[[plans.professional.price]]\ncurrency = 'EUR'\ninterval = 'year'\namount = 199000\n"
      "[[plans.professional.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 900\nper = 'seat'\n"_s);
  QCOMPARE(lines(Source::shipped().load().value(), after),
           (QStringList{u"~ plans.professional.price USD month: 199.00 USD -> 249.00 USD"_s,
                        u"+ plans.professional.price USD month per seat: 9.00 USD"_s,
                        u"- plans.professional.price USD year: 1990.00 USD"_s}));
}

void TestBusinessDifference::newPlanHasALineOfItsOwnBeforeItsFacts() {
  const Business after = changedBy(
      u"[plans.gold]\nname = { en = 'Gold', de = 'Gold' }\nlimits = { users = 3 }\n"
      "[[plans.gold.charge]]\nmetric = 'api_calls'\ncurrency = 'USD'\nmodel = 'graduated'\nminimum "
      "= 250\n"
      "included = 5\ntiers = [{ up_to = 1000, unit = '0.5', flat = 100 }, { unit = '0.1' }]"_s);
  QCOMPARE(lines(Source::shipped().load().value(), after),
           (QStringList{
               u"+ plans.gold: gold"_s,
               u"+ plans.gold.charge api_calls USD: graduated; up to 1000: 0.5 + 1.00 USD flat; "
               "beyond: 0.1; included: 5; minimum: 2.50 USD"_s,
               u"+ plans.gold.features: "_s, u"+ plans.gold.limits.users: 3"_s,
               u"+ plans.gold.name.de: Gold"_s, u"+ plans.gold.name.en: Gold"_s,
               u"+ plans.gold.trial_days: 0"_s}));
}

void TestBusinessDifference::goneCouponIsRemovedWhole() {
  const Business before = changedBy(
      u"[coupons.ten]\namount = 1000\ncurrency = 'USD'\ncycles = 3\nvalid.to = 2026-12-31"_s);
  QCOMPARE(lines(before, Source::shipped().load().value()),
           (QStringList{u"- coupons.ten: ten"_s, u"- coupons.ten.amount: 10.00 USD"_s,
                        u"- coupons.ten.cycles: 3"_s, u"- coupons.ten.valid.to: 2026-12-31"_s}));
}

void TestBusinessDifference::sectionsComeInTheOrderOfTheFiles() {
  const Business after =
      changedBy(u"[dunning]\nsuspend_after_days = 8\n[coupons.c]\npercent = 5\n"
                "[business]\nfinalize = 'review'\n[roles.guest]\npermissions = []"_s);
  QStringList paths;
  for (const Change &change : difference(Source::shipped().load().value(), after))
    paths += change.path;
  QCOMPARE(paths, (QStringList{u"business.finalize"_s, u"coupons.c"_s, u"coupons.c.cycles"_s,
                               u"coupons.c.percent"_s, u"dunning.suspend_after_days"_s,
                               u"roles.guest"_s, u"roles.guest.permissions"_s}));
}

void TestBusinessDifference::orderOfPricesIsNoFact() {
  Business after = Source::shipped().load().value();
  auto &prices = after.plans.at(u"starter"_s).prices;
  std::reverse(prices.begin(), prices.end());
  QCOMPARE(lines(Source::shipped().load().value(), after), QStringList());
}

void TestBusinessDifference::theOtherWayRoundIsTheReverse() {
  const Business after = changedBy(u"[plans.starter]\ntrial_days = 7\n[coupons.c]\npercent = 5"_s);
  const auto there = difference(Source::shipped().load().value(), after);
  const auto back = difference(after, Source::shipped().load().value());
  QCOMPARE(there.size(), back.size());
  for (std::size_t i = 0; i < there.size(); ++i) {
    QCOMPARE(back[i].path, there[i].path);
    QCOMPARE(back[i].before, there[i].after);
    QCOMPARE(back[i].after, there[i].before);
  }
}

QTEST_GUILESS_MAIN(TestBusinessDifference)
#include "tst_business_difference.moc"
