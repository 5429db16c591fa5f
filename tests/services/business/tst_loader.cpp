// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::business;

namespace {

QString dataFolder(const QString &name) { return u"tests/data/business/"_s + name; }

Business loadFolder(const QString &name) {
  const auto source = Source::fromDirectory(dataFolder(name));
  if (!source)
    qFatal("%s", qPrintable(source.error().front().toString()));
  const auto business = source->load();
  if (!business)
    qFatal("%s", qPrintable(business.error().front().toString()));
  return *business;
}

Rational decimal(const QString &text) { return parseDecimal(text).value(); }

LocalDay day(int year, unsigned month, unsigned ofMonth) {
  return LocalDay(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(ofMonth));
}

Business withOverlay(const std::string &toml) {
  Source source = Source::shipped();
  if (!source.overlay(toml, u"overlay.toml"_s))
    qFatal("the overlay was refused");
  return source.load().value();
}

/// "file:line code" of everything that is wrong with a folder.
QStringList mistakesOf(const QString &name) {
  const auto source = Source::fromDirectory(dataFolder(name));
  QStringList list;
  if (!source)
    for (const Error &error : source.error())
      list += u"%1:%2 %3"_s.arg(error.place.file.mid(dataFolder(name).size() + 1))
                  .arg(error.place.line)
                  .arg(error.code);
  return list;
}

} // namespace

class TestLoader : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyKeyIsUnderstood();
  void everyModelOfChargeIsUnderstood_SUB3();
  void SUB_9_addOnsAreUnderstood();
  void couponsAndTaxesAreUnderstood();
  void missingFilesKeepTheShippedSection();
  void missingFilesOfTheCatalogAreEmpty();
  void allFilesAreCheckedInOneRun();
  void filesOfLaterCapabilitiesAreRefused();
  void aMailOfTheFolderIsItsWhole();
  void filesThatAreNoneAreRefused();
  void folderWithoutFilesIsRefused();
  void whatIsNoFileIsRefused();
  void folderWithoutItsBusinessIsRefused();
  void overlayMergesTables();
  void overlayReplacesArrays();
  void overlayOfAParsedTableKeepsItsPlaces();
  void emptySourceIsNoBusiness();
  void textFallsBackFromLanguageToLanguage();
};

void TestLoader::everyKeyIsUnderstood() {
  const Business business = loadFolder(u"every-key"_s);
  QCOMPARE(business.name.in(u"de"_s), u"Jeder Schlüssel GmbH"_s);
  QCOMPARE(business.name.in(u"fr"_s), u"Every Key Ltd."_s);
  const Issuer issuer{u"Jeder Schlüssel GmbH"_s, u"DE"_s, u"DE123456789"_s,
                      u"Hauptstr. 1, 10115 Berlin"_s};
  QVERIFY(business.issuer == issuer);
  const InvoicePolicy policy{
      u"RE-{year}-{seq:5}"_s,
      u"GS-{year}-{seq:5}"_s,
      14,
      Proration::Second,
      {{*Currency::parse(u"EUR"_s), 1'000'000}, {*Currency::parse(u"USD"_s), 1'200'000}}};
  QVERIFY(business.invoice == policy);
  QCOMPARE(business.finalize, Finalize::Review);
  QCOMPARE(business.usageGraceHours, 24);
  QCOMPARE(business.defaultCurrency.code(), u"EUR"_s);
  QCOMPARE(business.timeZone, u"Europe/Berlin"_s);
  QCOMPARE(business.usageAcceptDays, 35);
  QVERIFY(business.margin == decimal(u"0.755"_s));
  QVERIFY((business.metrics.at(u"peak_memory"_s) ==
           Metric{u"peak_memory"_s, Aggregation::Max, LimitKind::Soft, QString(), 3}));
  QVERIFY((business.metrics.at(u"active_users"_s) ==
           Metric{u"active_users"_s, Aggregation::Unique, LimitKind::Soft, u"user_id"_s, 0}));
  QVERIFY((business.dunning ==
           Dunning{{1, 5}, 10, FinalStep::Keep, FinalInvoice::Open, 60, {u"lost_card"_s}, 4}));
  QCOMPARE(business.roles.size(), std::size_t(2));
  QCOMPARE(business.roles.at(u"developer"_s).permissions,
           (std::vector<QString>{u"resources.read"_s, u"deployments.*"_s}));
  QVERIFY((business.onboarding == Onboarding{{u"verify_email"_s, u"set_up_billing"_s},
                                             u"example"_s,
                                             {{24, u"onboarding-checkin-day3"_s}}}));
}

void TestLoader::everyModelOfChargeIsUnderstood_SUB3() {
  const Business business = loadFolder(u"every-key"_s);
  const Plan &plan = business.plans.at(u"example"_s);
  const Currency euro = Currency::parse(u"EUR").value();
  QCOMPARE(plan.limits.at(u"peak_memory"_s), unlimited);
  QCOMPARE(plan.prices.size(), std::size_t(3));
  QVERIFY((plan.prices[1] == Price{Money(900, euro), Interval::Month, PricePer::Seat}));
  QVERIFY((plan.prices[2] == Price{Money(199000, euro), Interval::Year, PricePer::Subscription}));
  QCOMPARE(plan.charges.size(), std::size_t(5));
  const Charge &graduated = plan.charges[0];
  QCOMPARE(graduated.model, ChargeModel::Graduated);
  QCOMPARE(graduated.included, std::int64_t(100));
  QCOMPARE(graduated.minimum, std::int64_t(250));
  QVERIFY((graduated.tiers == std::vector<Tier>{{1000, 10, 0},
                                                {10000, 5, 500},
                                                {std::nullopt, decimal(u"0.000001"_s), 0}}));
  QCOMPARE(plan.charges[1].model, ChargeModel::Volume);
  QCOMPARE(plan.charges[2].packageSize, std::int64_t(1000));
  QVERIFY(plan.charges[2].unit == 150);
  QVERIFY(plan.charges[3].includedIsLimit);
  QCOMPARE(plan.charges[4].model, ChargeModel::Percentage);
  QVERIFY(plan.charges[4].unit == decimal(u"2.9"_s));
}

void TestLoader::SUB_9_addOnsAreUnderstood() {
  const Business business = loadFolder(u"every-key"_s);
  const Currency euro = Currency::parse(u"EUR").value();
  QCOMPARE(business.addons.size(), std::size_t(1));
  const Addon extra{u"extra_calls"_s,
                    Text{{{u"en"_s, u"A thousand calls"_s}, {u"de"_s, u"Tausend Aufrufe"_s}}},
                    {u"call-archive"_s},
                    {{u"api_calls"_s, 1000}},
                    {{Money(500, euro), Interval::Month}, {Money(5000, euro), Interval::Year}},
                    20};
  QVERIFY(business.addons.at(u"extra_calls"_s) == extra);
}

void TestLoader::couponsAndTaxesAreUnderstood() {
  const Business business = loadFolder(u"every-key"_s);
  const Coupon &launch = business.coupons.at(u"launch20"_s);
  QVERIFY(launch.percent == Rational(20));
  QVERIFY(!launch.amount);
  QCOMPARE(launch.cycles, std::optional(3));
  QCOMPARE(launch.redemptions, std::optional(100));
  QVERIFY(launch.validFrom == day(2026, 1, 1));
  QVERIFY(launch.validTo == day(2026, 12, 31));
  const Coupon &fixed = business.coupons.at(u"TEN-EURO"_s);
  QVERIFY(fixed.amount == Money(1000, Currency::parse(u"EUR").value()));
  QVERIFY(launch.active && !fixed.active);
  QVERIFY(!fixed.percent && !fixed.cycles && !fixed.validFrom);
  QCOMPARE(business.taxRates.size(), std::size_t(2));
  QVERIFY((business.taxRates[0] == TaxRate{u"DE"_s, QString(), 19, true, true}));
  QVERIFY((business.taxRates[1] == TaxRate{u"CA"_s, u"QC"_s, decimal(u"9.975"_s), false, false}));
}

void TestLoader::missingFilesKeepTheShippedSection() {
  const Business small = loadFolder(u"minimal"_s);
  const Business shipped = Source::shipped().load().value();
  QCOMPARE(small.name.in(u"en"_s), u"Small Ltd."_s);
  QCOMPARE(small.issuer.address, QString());
  QVERIFY(small.invoice == shipped.invoice);
  QVERIFY(small.dunning == shipped.dunning);
  QVERIFY(small.roles == shipped.roles);
  QVERIFY(small.onboarding.steps == shipped.onboarding.steps);
}

void TestLoader::missingFilesOfTheCatalogAreEmpty() {
  const Business small = loadFolder(u"minimal"_s);
  QVERIFY(small.plans.empty());
  QVERIFY(small.metrics.empty());
  QVERIFY(small.coupons.empty());
  QVERIFY(small.taxRates.empty());
  QCOMPARE(small.onboarding.trialPlan, QString());
}

void TestLoader::allFilesAreCheckedInOneRun() {
  const QStringList expected{u"business.toml:1 business.missing_key"_s,
                             u"business.toml:2 business.unknown_key"_s,
                             u"business.toml:3 business.impossible_value"_s,
                             u"business.toml:5 business.wrong_type"_s,
                             u"metrics.toml:2 business.syntax"_s,
                             u"plans/second.toml:2 business.duplicate"_s};
  QCOMPARE(mistakesOf(u"broken"_s), expected);
}

void TestLoader::filesOfLaterCapabilitiesAreRefused() {
  QCOMPARE(mistakesOf(u"later"_s), (QStringList{u"mail/welcome.toml:0 business.unknown_file"_s,
                                                u"support.toml:0 business.unknown_file"_s}));
}

/// AUTO-3
void TestLoader::aMailOfTheFolderIsItsWhole() {
  const auto business = Source::fromDirectory(dataFolder(u"half-a-mail"_s)).value().load();
  QVERIFY(!business);
  QStringList mistakes;
  for (const Error &error : business.error())
    mistakes +=
        u"%1:%2 %3"_s.arg(error.place.file.section(u'/', -2)).arg(error.place.line).arg(error.code);
  QCOMPARE(mistakes, (QStringList{u"mail/payment-receipt.toml:1 business.missing_key"_s,
                                  u"mail/payment-receipt.toml:6 business.bad_reference"_s}));
}

void TestLoader::filesThatAreNoneAreRefused() {
  QCOMPARE(mistakesOf(u"stray"_s), QStringList{u"prices/gold.toml:0 business.unknown_file"_s});
}

void TestLoader::folderWithoutFilesIsRefused() {
  const auto source = Source::fromDirectory(dataFolder(u"nowhere"_s));
  QVERIFY(!source);
  QCOMPARE(source.error().size(), std::size_t(1));
  QCOMPARE(source.error().front().code, u"business.unreadable"_s);
}

void TestLoader::whatIsNoFileIsRefused() {
  const QTemporaryDir folder;
  const QDir inside(folder.path());
  QVERIFY(QFile::copy(dataFolder(u"minimal"_s) + u"/business.toml"_s,
                      inside.filePath(u"business.toml"_s)));
  QVERIFY(QFile::link(u"/nowhere"_s, inside.filePath(u"roles.toml"_s)));
  QVERIFY(inside.mkdir(u"tax.toml"_s));
  const auto source = Source::fromDirectory(folder.path());
  QVERIFY(!source);
  QStringList found;
  for (const auto &error : source.error())
    found += inside.relativeFilePath(error.place.file) + u' ' + error.code;
  QCOMPARE(found,
           (QStringList{u"roles.toml business.unreadable"_s, u"tax.toml business.unreadable"_s}));
}

void TestLoader::folderWithoutItsBusinessIsRefused() {
  const QTemporaryDir folder;
  QVERIFY(
      QFile::copy(dataFolder(u"every-key"_s) + u"/roles.toml"_s, folder.filePath(u"roles.toml"_s)));
  const auto source = Source::fromDirectory(folder.path());
  QVERIFY(!source);
  QCOMPARE(source.error().size(), std::size_t(1));
  QVERIFY(source.error().front().message.contains(u"business.toml"_s));
}

void TestLoader::overlayMergesTables() {
  const Business business =
      withOverlay("[business]\nusage_grace_hours = 24\ninvoice.due_days = 14\n"
                  "[plans.starter.limits]\nusers = 6\n");
  QCOMPARE(business.usageGraceHours, 24);
  QCOMPARE(business.invoice.dueDays, 14);
  QCOMPARE(business.invoice.numberFormat, u"INV-{year}-{seq:6}"_s);
  QCOMPARE(business.plans.at(u"starter"_s).limits.at(u"users"_s), std::int64_t(6));
  QCOMPARE(business.plans.at(u"starter"_s).limits.at(u"projects"_s), std::int64_t(10));
  QCOMPARE(business.plans.size(), std::size_t(3));
}

void TestLoader::overlayReplacesArrays() {
  const Business business =
      withOverlay("[[plans.starter.price]]\ncurrency = 'GBP'\ninterval = 'month'\namount = 3900\n"
                  "[dunning]\nretry_after_days = [1]\n");
  QCOMPARE(business.plans.at(u"starter"_s).prices.size(), std::size_t(1));
  QCOMPARE(business.plans.at(u"starter"_s).prices[0].amount.toString(), u"39.00 GBP"_s);
  QCOMPARE(business.dunning.retryAfterDays, std::vector<int>{1});
}

void TestLoader::overlayOfAParsedTableKeepsItsPlaces() {
  toml::table scenario = toml::parse("name = 'x'\n[overlay.business]\nmargin = 2\n",
                                     std::string_view("scenario.toml"));
  Source source = Source::shipped();
  QVERIFY(source.overlay(std::move(*scenario["overlay"].as_table())));
  const auto loaded = source.load();
  QVERIFY(!loaded);
  QCOMPARE(loaded.error().front().place, (Place{u"scenario.toml"_s, 3, 10, u"business.margin"_s}));
}

void TestLoader::emptySourceIsNoBusiness() {
  const auto loaded = Source().load();
  QVERIFY(!loaded);
  for (const Error &error : loaded.error())
    QCOMPARE(error.code, u"business.missing_key"_s);
}

void TestLoader::textFallsBackFromLanguageToLanguage() {
  const Text all{{{QString(), u"any"_s}, {u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}}};
  QCOMPARE(all.in(u"de"_s), u"Deutsch"_s);
  QCOMPARE(all.in(u"fr"_s), u"any"_s);
  QCOMPARE((Text{{{u"de"_s, u"Deutsch"_s}, {u"en"_s, u"English"_s}}}.in(u"fr"_s)), u"English"_s);
  QCOMPARE((Text{{{u"de"_s, u"Deutsch"_s}}}.in(u"fr"_s)), u"Deutsch"_s);
  QCOMPARE(Text{}.in(u"fr"_s), QString());
}

QTEST_GUILESS_MAIN(TestLoader)
#include "tst_loader.moc"
