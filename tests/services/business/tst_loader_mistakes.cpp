// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

struct Mistake {
  const char *name;
  const char *code;
  int line;
  int column;
  const char *field;
  const char *toml; ///< laid over the shipped business
};

constexpr auto unknownKey = "business.unknown_key";
constexpr auto wrongType = "business.wrong_type";
constexpr auto missingKey = "business.missing_key";
constexpr auto badReference = "business.bad_reference";
constexpr auto impossible = "business.impossible_value";
constexpr auto duplicate = "business.duplicate";

// clang-format off
const Mistake mistakes[] = {
  {"unknown key", unknownKey, 2, 1, "business.nmae", "[business]\nnmae = 'x'"},
  {"unknown key in an inline table", unknownKey, 2, 12, "business.invoice.due", "[business]\ninvoice = {due = 3}"},
  {"unknown key of a metric", unknownKey, 2, 1, "metrics.users.unit", "[metrics.users]\nunit = 'GB'"},
  {"unknown key of a price", unknownKey, 6, 1, "plans.starter.price[0].cents",
   "[[plans.starter.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1\n\ncents = 2"},
  {"unknown key of a tier", unknownKey, 5, 23, "plans.starter.charge[0].tiers[0].price",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'volume'\ntiers = [{unit = '1', price = 2}]"},
  {"text for a coupon's flag", wrongType, 3, 10, "coupons.c.active", "[coupons.c]\npercent = 1\nactive = 'no'"},
  {"unknown key of an add-on", unknownKey, 3, 1, "addons.more.per", "[addons.more]\nname = 'More'\nper = 'seat'\n[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1"},
  {"add-on's price by the seat", unknownKey, 7, 1, "addons.more.price[0].per",
   "[addons.more]\nname = 'More'\n[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1\nper = 'seat'"},
  {"add-on without a price", missingKey, 1, 1, "addons.more.price", "[addons.more]\nname = 'More'"},
  {"add-on without a name", missingKey, 1, 1, "addons.more.name", "[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1"},
  {"second price of an add-on", duplicate, 7, 1, "addons.more.price[1]",
   "[addons.more]\nname = 'More'\n[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1\n[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 2"},
  {"metric of an add-on that is not counted", badReference, 3, 12, "addons.more.limits.rooms", "[addons.more]\nname = 'More'\nlimits = { rooms = 1 }\n[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1"},
  {"add-on that adds nothing", impossible, 3, 23, "addons.more.limits.projects", "[addons.more]\nname = 'More'\nlimits = { projects = 0 }\n[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1"},
  {"none of an add-on", impossible, 3, 8, "addons.more.most", "[addons.more]\nname = 'More'\nmost = 0\n[[addons.more.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1"},
  {"add-on that is called seat", impossible, 1, 1, "addons.seat", "[addons.seat]\nname = 'More'\n[[addons.seat.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1"},
  {"unknown key of a coupon", unknownKey, 3, 1, "coupons.c.percentage", "[coupons.c]\npercent = 1\npercentage = 2"},
  {"unknown key of a tax rate", unknownKey, 4, 1, "tax.rate[0].rate", "[[tax.rate]]\ncountry = 'DE'\npercent = 1\nrate = 2"},
  {"unknown key of dunning", unknownKey, 2, 1, "dunning.retries", "[dunning]\nretries = 3"},
  {"unknown key of a role", unknownKey, 2, 1, "roles.admin.may", "[roles.admin]\nmay = []"},
  {"unknown key of a mail's texts", unknownKey, 2, 1, "mail.payment-receipt.en.body", "[mail.payment-receipt.en]\nbody = 'Hi'"},
  {"mail of an unknown name", unknownKey, 1, 7, "mail.payment-recipe", "[mail.payment-recipe.en]\nsubject = 'Hi'"},
  {"mail in no language", unknownKey, 1, 23, "mail.payment-receipt.english", "[mail.payment-receipt.english]\nsubject = 'Hi'"},
  {"placeholder of another mail", badReference, 2, 11, "mail.payment-receipt.en.subject", "[mail.payment-receipt.en]\nsubject = 'For {plan}'"},
  {"placeholder in no mail", badReference, 2, 8, "mail.payment-receipt.de.text", "[mail.payment-receipt.de]\ntext = 'Für {customer}'"},
  {"brace that is not closed", impossible, 2, 8, "mail.payment-receipt.en.text", "[mail.payment-receipt.en]\ntext = 'For {number'"},
  {"link in a subject", impossible, 2, 11, "mail.payment-receipt.en.subject", "[mail.payment-receipt.en]\nsubject = 'See {link}'"},
  {"subject of two lines", impossible, 2, 11, "mail.payment-receipt.en.subject", "[mail.payment-receipt.en]\nsubject = \"a\\nb\""},
  {"mail that says nothing", impossible, 2, 8, "mail.payment-receipt.en.text", "[mail.payment-receipt.en]\ntext = ' '"},
  {"unknown key of onboarding", unknownKey, 2, 1, "onboarding.trial", "[onboarding]\ntrial = 'starter'"},

  {"text where a number belongs", wrongType, 2, 21, "business.usage_accept_days", "[business]\nusage_accept_days = '60'"},
  {"number where a text belongs", wrongType, 2, 13, "business.time_zone", "[business]\ntime_zone = 1"},
  {"binary number for an exact one", wrongType, 2, 10, "business.margin", "[business]\nmargin = 0.8"},
  {"text where a table belongs", wrongType, 2, 10, "business.issuer", "[business]\nissuer = 'Me'"},
  {"section that is no table", wrongType, 1, 11, "dunning", "dunning = 3"},
  {"metric that is no table", wrongType, 2, 9, "metrics.users", "[metrics]\nusers = 'sum'"},
  {"table where a list of tables belongs", wrongType, 1, 1, "plans.starter.price", "[plans.starter.price]\ncurrency = 'USD'"},
  {"list of numbers where tables belong", wrongType, 2, 10, "plans.starter.price[0]", "[plans.starter]\nprice = [4900]"},
  {"number among texts", wrongType, 2, 18, "plans.starter.features", "[plans.starter]\nfeatures = ['a', 1]"},
  {"text among numbers", wrongType, 2, 24, "dunning.retry_after_days", "[dunning]\nretry_after_days = [3, '6']"},
  {"text for a flag", wrongType, 4, 13, "tax.rate[0].inclusive", "[[tax.rate]]\ncountry = 'DE'\npercent = 1\ninclusive = 'no'"},
  {"text for a date", wrongType, 3, 17, "coupons.c.valid.from", "[coupons.c]\npercent = 1\nvalid = {from = '2026-01-01'}"},
  {"text of a language that is a number", wrongType, 2, 15, "business.name.en", "[business]\nname = { en = 1 }"},

  {"metric without aggregation", missingKey, 1, 1, "metrics.calls.aggregation", "[metrics.calls]\nlimit = 'soft'"},
  {"unique without dimension", missingKey, 1, 1, "metrics.calls.of", "[metrics.calls]\nlimit = 'soft'\naggregation = 'unique'"},
  {"plan without name", missingKey, 1, 1, "plans.gold.name", "[plans.gold]\nid = 'gold'"},
  {"price without amount", missingKey, 1, 1, "plans.starter.price[0].amount", "[[plans.starter.price]]\ncurrency = 'USD'\ninterval = 'month'"},
  {"charge without unit", missingKey, 1, 1, "plans.starter.charge[0].unit", "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'per_unit'"},
  {"graduated charge without tiers", missingKey, 1, 1, "plans.starter.charge[0].tiers", "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'graduated'"},
  {"package charge without package", missingKey, 1, 1, "plans.starter.charge[0].package", "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'package'\nunit = '1'"},
  {"tier without end before the last", missingKey, 5, 10, "plans.starter.charge[0].tiers[0].up_to",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'volume'\ntiers = [{unit = '1'}, {unit = '2'}]"},
  {"coupon without discount", missingKey, 1, 1, "coupons.c.percent", "[coupons.c]\ncycles = 3"},
  {"amount without currency", missingKey, 1, 1, "coupons.c.currency", "[coupons.c]\namount = 300"},
  {"tax rate without percent", missingKey, 1, 1, "tax.rate[0].percent", "[[tax.rate]]\ncountry = 'DE'"},
  {"check-in without mail", missingKey, 1, 1, "onboarding.check_in[0].mail", "[[onboarding.check_in]]\nafter_hours = 3"},
  {"role without permissions", missingKey, 1, 1, "roles.guest.permissions", "[roles.guest]"},

  {"charge on an unknown metric", badReference, 2, 1, "plans.starter.charge[0].metric",
   "[[plans.starter.charge]]\nmetric = 'cpu'\ncurrency = 'USD'\nmodel = 'per_unit'\nunit = '1'"},
  {"limit of an unknown metric", badReference, 2, 12, "plans.starter.limits.cpu", "[plans.starter]\nlimits = { cpu = 3 }"},
  {"check-in with no mail of one", badReference, 3, 8, "onboarding.check_in[0].mail", "[[onboarding.check_in]]\nafter_hours = 3\nmail = 'invoice-issued'"},
  {"check-in with an unknown mail", badReference, 3, 8, "onboarding.check_in[0].mail", "[[onboarding.check_in]]\nafter_hours = 3\nmail = 'onboarding-checkin-day5'"},
  {"check-in that another one sends", duplicate, 6, 8, "onboarding.check_in[1].mail",
   "[[onboarding.check_in]]\nafter_hours = 3\nmail = 'onboarding-checkin-day3'\n[[onboarding.check_in]]\nafter_hours = 4\nmail = 'onboarding-checkin-day3'"},
  {"unknown trial plan", badReference, 2, 14, "onboarding.trial_plan", "[onboarding]\ntrial_plan = 'gold'"},

  {"word that is no choice", impossible, 2, 12, "business.finalize", "[business]\nfinalize = 'later'"},
  {"empty name", impossible, 2, 8, "business.name", "[business]\nname = ' '"},
  {"language that is none", impossible, 2, 10, "business.name.English", "[business]\nname = { English = 'x' }"},
  {"unknown country of the issuer", impossible, 2, 19, "business.issuer.country", "[business]\nissuer.country  = 'ZZ'"},
  {"country in small letters", impossible, 2, 11, "tax.rate[0].country", "[[tax.rate]]\ncountry = 'de'\npercent = 1"},
  {"unknown currency", impossible, 2, 20, "business.default_currency", "[business]\ndefault_currency = 'ZZZ'"},
  {"unknown time zone", impossible, 2, 13, "business.time_zone", "[business]\ntime_zone = 'Mars/Olympus'"},
  {"number format without sequence", impossible, 2, 18, "business.invoice.number", "[business]\ninvoice.number = 'INV-{year}'"},
  {"number format without year", impossible, 2, 18, "business.invoice.number", "[business]\ninvoice.number = 'INV-{seq:6}'"},
  {"number format with a strange brace", impossible, 2, 18, "business.invoice.number", "[business]\ninvoice.number = '{month}-{year}-{seq}'"},
  {"one number format for two series", impossible, 2, 23, "business.invoice.credit_note", "[business]\ninvoice.credit_note = 'INV-{year}-{seq:6}'"},
  {"four eyes in no currency", impossible, 2, 28, "business.invoice.approval_above.euro", "[business]\ninvoice.approval_above = { euro = 5 }"},
  {"four eyes below nothing", impossible, 2, 34, "business.invoice.approval_above.USD", "[business]\ninvoice.approval_above = { USD = -5 }"},
  {"negative days", impossible, 2, 20, "business.invoice.due_days", "[business]\ninvoice.due_days = -1"},
  {"usage awaited for longer than a period", impossible, 2, 21, "business.usage_grace_hours", "[business]\nusage_grace_hours = 672"},
  {"margin above one", impossible, 2, 10, "business.margin", "[business]\nmargin = '1.01'"},
  {"margin that is no number", impossible, 2, 10, "business.margin", "[business]\nmargin = '80 %'"},
  {"decimals above nine", impossible, 2, 12, "metrics.users.decimals", "[metrics.users]\ndecimals = 10"},
  {"dimension without unique", impossible, 2, 1, "metrics.users.of", "[metrics.users]\nof = 'user_id'"},
  {"decimals of a count", impossible, 2, 12, "metrics.active_users.decimals", "[metrics.active_users]\ndecimals = 2"},
  {"id with a blank", impossible, 1, 10, "metrics.api calls", "[metrics.'api calls']\naggregation = 'sum'\nlimit = 'soft'"},
  {"id that is not its place's", impossible, 2, 6, "plans.starter.id", "[plans.starter]\nid = 'basic'"},
  {"limit below minus one", impossible, 2, 19, "plans.starter.limits.users", "[plans.starter]\nlimits = {users = -2}"},
  {"negative price", impossible, 4, 10, "plans.starter.price[0].amount", "[[plans.starter.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = -1"},
  {"price beyond all sense", impossible, 4, 10, "plans.starter.price[0].amount", "[[plans.starter.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 9223372036854775807"},
  {"negative unit price", impossible, 5, 8, "plans.starter.charge[0].unit",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'per_unit'\nunit = '-0.1'"},
  {"included that is neither number nor limit", impossible, 6, 12, "plans.starter.charge[0].included",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'per_unit'\nunit = '1'\nincluded = 'all'"},
  {"tiers with per_unit", impossible, 6, 1, "plans.starter.charge[0].tiers",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'per_unit'\nunit = '1'\ntiers = [{unit = '1'}]"},
  {"unit with graduated", impossible, 6, 1, "plans.starter.charge[0].unit",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'graduated'\ntiers = [{unit = '1'}]\nunit = '1'"},
  {"package with percentage", impossible, 6, 1, "plans.starter.charge[0].package",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'percentage'\nunit = '1'\npackage = 5"},
  {"no tiers", impossible, 5, 9, "plans.starter.charge[0].tiers",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'volume'\ntiers = []"},
  {"tiers that do not increase", impossible, 5, 44, "plans.starter.charge[0].tiers[1].up_to",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'volume'\ntiers = [{unit = '1', up_to = 5}, {up_to = 5, unit = '1'}, {unit = '1'}]"},
  {"last tier with an end", impossible, 5, 23, "plans.starter.charge[0].tiers[0].up_to",
   "[[plans.starter.charge]]\nmetric = 'users'\ncurrency = 'USD'\nmodel = 'volume'\ntiers = [{unit = '1', up_to = 5}]"},
  {"percent and amount", impossible, 3, 1, "coupons.c.amount", "[coupons.c]\npercent = 5\namount = 3"},
  {"percent above 100", impossible, 2, 11, "coupons.c.percent", "[coupons.c]\npercent = '100.01'"},
  {"percent below 0", impossible, 2, 11, "coupons.c.percent", "[coupons.c]\npercent = -1"},
  {"no cycles", impossible, 3, 10, "coupons.c.cycles", "[coupons.c]\npercent = 5\ncycles = 0"},
  {"valid that ends before it begins", impossible, 3, 35, "coupons.c.valid.to", "[coupons.c]\npercent = 5\nvalid = {from = 2026-02-01, to =  2026-01-31}"},
  {"tax above 100 percent", impossible, 3, 11, "tax.rate[0].percent", "[[tax.rate]]\ncountry = 'DE'\npercent = 101"},
  {"no try at all", impossible, 2, 25, "dunning.most_tries_in_30_days", "[dunning]\nmost_tries_in_30_days = 0"},
  {"retries that do not increase", impossible, 2, 20, "dunning.retry_after_days", "[dunning]\nretry_after_days = [3, 3]"},
  {"permission of no form", impossible, 2, 15, "roles.admin.permissions", "[roles.admin]\npermissions = ['read']"},
  {"step of no form", impossible, 2, 9, "onboarding.steps", "[onboarding]\nsteps = ['verify e-mail']"},

  {"two prices for one thing", duplicate, 5, 1, "plans.starter.price[1]",
   "[[plans.starter.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 1\n[[plans.starter.price]]\ncurrency = 'USD'\ninterval = 'month'\namount = 2\nper = 'subscription'"},
  {"two rates for one country", duplicate, 4, 1, "tax.rate[1]", "[[tax.rate]]\ncountry = 'DE'\npercent = 1\n[[tax.rate]]\ncountry = 'DE'\npercent = 2"},
  {"one feature twice", duplicate, 2, 12, "plans.starter.features", "[plans.starter]\nfeatures = ['sso', 'sso']"},
};
// clang-format on

} // namespace

class TestLoaderMistakes : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void eachMistakeHasItsCodeAndPlace_data();
  void eachMistakeHasItsCodeAndPlace();
  void allMistakesAreReportedInOneRunInTheirOrder();
  void sectionsOfLaterCapabilitiesAreRefused_data();
  void sectionsOfLaterCapabilitiesAreRefused();
  void whatIsNoTomlIsRefusedAtItsPlace();
};

void TestLoaderMistakes::eachMistakeHasItsCodeAndPlace_data() {
  QTest::addColumn<int>("index");
  for (int i = 0; i < static_cast<int>(std::size(mistakes)); ++i)
    QTest::newRow(mistakes[i].name) << i;
}

void TestLoaderMistakes::eachMistakeHasItsCodeAndPlace() {
  QFETCH(int, index);
  const Mistake &mistake = mistakes[index];
  business::Source source = business::Source::shipped();
  QVERIFY(source.overlay(mistake.toml, u"overlay.toml"_s));
  const auto loaded = source.load();
  QVERIFY2(!loaded, "the mistake was not noticed");
  const Error &error = loaded.error().front();
  QCOMPARE(error.code, QString::fromLatin1(mistake.code));
  QCOMPARE(error.place.field, QString::fromUtf8(mistake.field));
  QCOMPARE(error.place.file, u"overlay.toml"_s);
  QCOMPARE(error.place.line, mistake.line);
  QCOMPARE(error.place.column, mistake.column);
  QVERIFY(error.message.startsWith(u"“%1” "_s.arg(error.place.field)));
  QVERIFY(error.message.endsWith(u'.'));
  QCOMPARE(loaded.error().size(), std::size_t(1));
}

void TestLoaderMistakes::allMistakesAreReportedInOneRunInTheirOrder() {
  business::Source source = business::Source::shipped();
  QVERIFY(source.overlay("[coupons.c]\npercent = 101\ncycles = 0\nnew = 1\n"
                         "[business]\nmargin = 2\n[plans.starter]\nlimits = { cpu = 1, gpu = 2 }",
                         u"o.toml"_s));
  const auto loaded = source.load();
  QVERIFY(!loaded);
  QStringList fields;
  for (const Error &error : loaded.error())
    fields += error.place.field;
  QCOMPARE(fields, (QStringList{u"coupons.c.percent"_s, u"coupons.c.cycles"_s, u"coupons.c.new"_s,
                                u"business.margin"_s, u"plans.starter.limits.cpu"_s,
                                u"plans.starter.limits.gpu"_s}));
}

void TestLoaderMistakes::sectionsOfLaterCapabilitiesAreRefused_data() {
  QTest::addColumn<QString>("section");
  for (const auto *section : {"support", "health", "rules", "anything"})
    QTest::newRow(section) << QString::fromLatin1(section);
}

void TestLoaderMistakes::sectionsOfLaterCapabilitiesAreRefused() {
  QFETCH(QString, section);
  business::Source source = business::Source::shipped();
  const auto laid = source.overlay(u"[%1]\nx = 1"_s.arg(section).toStdString(), u"o.toml"_s);
  QVERIFY(!laid);
  QCOMPARE(laid.error().front().code, u"business.unknown_key"_s);
  QCOMPARE(laid.error().front().place, (Place{u"o.toml"_s, 1, 2, section}));
  QVERIFY(source.load());
}

void TestLoaderMistakes::whatIsNoTomlIsRefusedAtItsPlace() {
  business::Source source = business::Source::shipped();
  const auto laid = source.overlay("[business]\nname = \"open", u"o.toml"_s);
  QVERIFY(!laid);
  QCOMPARE(laid.error().front().code, u"business.syntax"_s);
  QCOMPARE(laid.error().front().place.file, u"o.toml"_s);
  QCOMPARE(laid.error().front().place.line, 2);
}

QTEST_GUILESS_MAIN(TestLoaderMistakes)
#include "tst_loader_mistakes.moc"
