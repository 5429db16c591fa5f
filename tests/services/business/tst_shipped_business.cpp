// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"
#include "services/business/mail_templates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::business;

class TestShippedBusiness : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void plansHaveThePricesOfSUB1_data();
  void plansHaveThePricesOfSUB1();
  void plansHaveTheLimitsOfSUB1_data();
  void plansHaveTheLimitsOfSUB1();
  void plansHaveTheFeaturesOfSUB1_data();
  void plansHaveTheFeaturesOfSUB1();
  void overageIsChargedBeyondTheLimit_data();
  void overageIsChargedBeyondTheLimit();
  void metricsAreHardOrSoft_data();
  void metricsAreHardOrSoft();
  void policiesAreAsStated();
  void dunningIsAsStated();
  void rolesAreAsStated();
  void onboardingIsAsStated_ORG3();
  void mailsSayInBothLanguagesWhatTheyKnow_AUTO3();

private:
  Business m_business;
};

void TestShippedBusiness::initTestCase() {
  const auto loaded = Source::shipped().load();
  if (!loaded)
    for (const Error &error : loaded.error())
      qWarning("%s", qPrintable(error.toString()));
  QVERIFY(loaded);
  m_business = *loaded;
  QCOMPARE(m_business.plans.size(), std::size_t(3));
  QVERIFY(m_business.coupons.empty());
  QVERIFY(m_business.taxRates.empty());
}

void TestShippedBusiness::plansHaveThePricesOfSUB1_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QString>("monthly");
  QTest::addColumn<QString>("yearly");
  QTest::addColumn<int>("trialDays");
  QTest::newRow("starter") << u"starter"_s << u"49.00"_s << u"490.00"_s << 0;
  QTest::newRow("professional") << u"professional"_s << u"199.00"_s << u"1990.00"_s << 14;
  QTest::newRow("enterprise") << u"enterprise"_s << u"999.00"_s << u"9990.00"_s << 0;
}

void TestShippedBusiness::plansHaveThePricesOfSUB1() {
  QFETCH(QString, plan);
  QFETCH(QString, monthly);
  QFETCH(QString, yearly);
  QFETCH(int, trialDays);
  QStringList prices;
  for (const Price &price : m_business.plans.at(plan).prices) {
    QCOMPARE(price.per, PricePer::Subscription);
    prices += price.amount.toString() + u' ' + toString(price.interval);
  }
  QCOMPARE(prices, (QStringList{monthly + u" USD month"_s, yearly + u" USD year"_s,
                                monthly + u" EUR month"_s, yearly + u" EUR year"_s}));
  QCOMPARE(m_business.plans.at(plan).trialDays, trialDays);
}

void TestShippedBusiness::plansHaveTheLimitsOfSUB1_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QList<qint64>>("limits");
  QTest::newRow("starter") << u"starter"_s << QList<qint64>{5, 10, 10, 10000};
  QTest::newRow("professional") << u"professional"_s << QList<qint64>{25, 50, 100, 100000};
  QTest::newRow("enterprise") << u"enterprise"_s << QList<qint64>{-1, -1, 1000, 1000000};
}

void TestShippedBusiness::plansHaveTheLimitsOfSUB1() {
  QFETCH(QString, plan);
  QFETCH(QList<qint64>, limits);
  const auto &actual = m_business.plans.at(plan).limits;
  QCOMPARE(actual.size(), std::size_t(4));
  QCOMPARE((QList<qint64>{actual.at(u"users"_s), actual.at(u"projects"_s),
                          actual.at(u"storage_gb"_s), actual.at(u"api_calls"_s)}),
           limits);
}

void TestShippedBusiness::plansHaveTheFeaturesOfSUB1_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QStringList>("features");
  QTest::newRow("starter") << u"starter"_s
                           << QStringList{u"basic-support"_s, u"email-notifications"_s,
                                          u"api-access"_s};
  QTest::newRow("professional") << u"professional"_s
                                << QStringList{u"priority-support"_s, u"advanced-analytics"_s,
                                               u"custom-integrations"_s, u"sso"_s};
  QTest::newRow("enterprise") << u"enterprise"_s
                              << QStringList{u"dedicated-support"_s, u"sla-guarantees"_s,
                                             u"custom-contracts"_s, u"on-premise"_s};
}

void TestShippedBusiness::plansHaveTheFeaturesOfSUB1() {
  QFETCH(QString, plan);
  QFETCH(QStringList, features);
  const auto &actual = m_business.plans.at(plan).features;
  QCOMPARE(QStringList(actual.begin(), actual.end()), features);
}

void TestShippedBusiness::overageIsChargedBeyondTheLimit_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QString>("apiCall");
  QTest::addColumn<QString>("storage");
  QTest::newRow("starter") << u"starter"_s << u"0.2"_s << u"50"_s;
  QTest::newRow("professional") << u"professional"_s << u"0.1"_s << u"40"_s;
  QTest::newRow("enterprise") << u"enterprise"_s << u"0.05"_s << u"30"_s;
}

void TestShippedBusiness::overageIsChargedBeyondTheLimit() {
  QFETCH(QString, plan);
  QFETCH(QString, apiCall);
  QFETCH(QString, storage);
  QStringList charges;
  for (const Charge &charge : m_business.plans.at(plan).charges) {
    QVERIFY(charge.includedIsLimit);
    QCOMPARE(charge.model, ChargeModel::PerUnit);
    QCOMPARE(charge.minimum, std::int64_t(0));
    charges +=
        u"%1 %2 %3"_s.arg(charge.metric, formatDecimal(charge.unit, 9), charge.currency.code());
  }
  QCOMPARE(charges,
           (QStringList{u"api_calls %1 USD"_s.arg(apiCall), u"api_calls %1 EUR"_s.arg(apiCall),
                        u"storage_gb %1 USD"_s.arg(storage), u"storage_gb %1 EUR"_s.arg(storage)}));
}

void TestShippedBusiness::metricsAreHardOrSoft_data() {
  QTest::addColumn<QString>("metric");
  QTest::addColumn<Aggregation>("aggregation");
  QTest::addColumn<LimitKind>("limit");
  QTest::newRow("users") << u"users"_s << Aggregation::Last << LimitKind::Hard;
  QTest::newRow("projects") << u"projects"_s << Aggregation::Last << LimitKind::Hard;
  QTest::newRow("storage_gb") << u"storage_gb"_s << Aggregation::Last << LimitKind::Soft;
  QTest::newRow("api_calls") << u"api_calls"_s << Aggregation::Sum << LimitKind::Soft;
  QTest::newRow("active_users") << u"active_users"_s << Aggregation::Unique << LimitKind::Soft;
}

void TestShippedBusiness::metricsAreHardOrSoft() {
  QFETCH(QString, metric);
  QFETCH(Aggregation, aggregation);
  QFETCH(LimitKind, limit);
  QCOMPARE(m_business.metrics.size(), std::size_t(5));
  QCOMPARE(m_business.metrics.at(metric).aggregation, aggregation);
  QCOMPARE(m_business.metrics.at(metric).limit, limit);
  QCOMPARE(m_business.metrics.at(metric).decimals, 0);
}

void TestShippedBusiness::policiesAreAsStated() {
  QVERIFY((m_business.issuer ==
           Issuer{u"Example SaaS Inc."_s, u"US"_s, QString(), u"1 Main St, Springfield"_s}));
  QVERIFY((m_business.invoice ==
           InvoicePolicy{u"INV-{year}-{seq:6}"_s, u"CN-{year}-{seq:6}"_s, 30, Proration::Day, {}}));
  QCOMPARE(m_business.name.in(u"en"_s), u"Example SaaS Inc."_s);
  QCOMPARE(m_business.finalize, Finalize::Automatic);
  QCOMPARE(m_business.usageGraceHours, 0);
  QCOMPARE(m_business.usageAcceptDays, 60);
  QCOMPARE(m_business.defaultCurrency.code(), u"USD"_s);
  QCOMPARE(m_business.timeZone, u"UTC"_s);
  QVERIFY(m_business.margin == Rational(4, 5));
}

void TestShippedBusiness::dunningIsAsStated() {
  const Dunning &dunning = m_business.dunning;
  QCOMPARE(dunning.retryAfterDays, (std::vector<int>{3, 6, 9}));
  QCOMPARE(dunning.suspendAfterDays, 7);
  QCOMPARE(dunning.final, FinalStep::Cancel);
  QCOMPARE(dunning.finalInvoice, FinalInvoice::Uncollectible);
  QCOMPARE(dunning.finalAfterDays, 30);
  QCOMPARE(dunning.hard.size(), std::size_t(9));
  QCOMPARE(dunning.hard.front(), u"lost_card"_s);
  QCOMPARE(dunning.hard.back(), u"fraudulent"_s);
  QCOMPARE(dunning.mostTriesIn30Days, 15);
}

void TestShippedBusiness::rolesAreAsStated() {
  QStringList roles;
  for (const auto &[id, role] : m_business.roles)
    roles +=
        id + u": "_s + QStringList(role.permissions.begin(), role.permissions.end()).join(u' ');
  QCOMPARE(roles, (QStringList{u"admin: *"_s, u"billing: billing.* resources.read"_s,
                               u"developer: resources.read resources.write deployments.create"_s,
                               u"owner: *"_s, u"viewer: resources.read"_s}));
}

void TestShippedBusiness::onboardingIsAsStated_ORG3() {
  const Onboarding &onboarding = m_business.onboarding;
  QCOMPARE(onboarding.steps,
           (std::vector<QString>{u"verify_email"_s, u"add_team_members"_s, u"configure_settings"_s,
                                 u"create_first_project"_s, u"set_up_billing"_s}));
  QCOMPARE(onboarding.trialPlan, u"professional"_s);
  QVERIFY((onboarding.checkIns == std::vector<CheckInMail>{{72, u"onboarding-checkin-day3"_s},
                                                           {168, u"onboarding-checkin-day7"_s}}));
}

void TestShippedBusiness::mailsSayInBothLanguagesWhatTheyKnow_AUTO3() {
  QCOMPARE(m_business.mails.size(), std::size_t(18));
  for (const auto &[id, mail] : m_business.mails) {
    QCOMPARE(mail.id, id);
    QCOMPARE(mail.byLanguage.size(), std::size_t(2));
    for (const auto &[language, words] : mail.byLanguage) {
      const auto used = placeholdersOf(words.subject + words.text);
      for (const auto placeholder : findMail(id)->placeholders)
        if (const auto name =
                QString::fromLatin1(placeholder.data(), qsizetype(placeholder.size()));
            name != u"due" || id != u"invoice-issued")
          QVERIFY2(std::find(used.begin(), used.end(), name) != used.end(),
                   qPrintable(id + u' ' + language + u' ' + name));
      QVERIFY2(words.text.contains(u"{link}"_s), qPrintable(id + language));
    }
  }
  QCOMPARE(shippedMails(), m_business.mails);
}

QTEST_GUILESS_MAIN(TestShippedBusiness)
#include "tst_shipped_business.moc"
