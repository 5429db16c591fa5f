// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/customer_links.h"
#include "services/organizations/service.h"
#include "tests/services/billing/billing_worker.h"

#include <QSet>
#include <QTest>

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;
using namespace std::chrono_literals;

/// PORTAL-2: the links that customers are sent.
class TestCustomerLinks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aLinkIsFoundByItsTokenAlone();
  void theDatabaseDoesNotKnowTheToken();
  void aTokenIsNotGuessedOrChanged();
  void anotherOrganizationInItFindsNothing();
  void aLinkEnds();
  void allOfAnOrganizationAreRevoked();
  void aLinkMustBeGoodForSomeTime();
  void nobodyGetsALinkTwice();

private:
  OrganizationId organization(const QString &name);
  QByteArray issue(const OrganizationId &owner, std::chrono::hours good = 24h) {
    return expect(CustomerLinks(m_worker->session)
                      .issue({owner, LinkPurpose::Account, {}, m_clock.now() + good}));
  }
  /// As the pages do: the tenant role, in a transaction.
  std::optional<CustomerLink> find(const QByteArray &token) {
    store::Session session{*m_tenant, m_clock, u"customer"_s};
    return expect(m_tenant->transaction([&] { return CustomerLinks(session).find(token); }));
  }

  VirtualClock m_clock{*parseInstant(u"2026-03-01T10:00:00Z"_s)};
  std::unique_ptr<TestDatabase> m_database;
  std::unique_ptr<Worker> m_worker;
  std::unique_ptr<store::Database> m_tenant;
  OrganizationId m_one;
  OrganizationId m_two;
};

OrganizationId TestCustomerLinks::organization(const QString &name) {
  Organization draft;
  draft.name = name;
  draft.email = u"a@example.com"_s;
  draft.addressCountry = u"DE"_s;
  draft.zone = *Zone::find(u"UTC"_s);
  draft.currency = *Currency::parse(u"EUR"_s);
  return expect(OrganizationService(m_worker->session).create(draft));
}

void TestCustomerLinks::initTestCase() {
  m_database = std::make_unique<TestDatabase>();
  m_worker = std::make_unique<Worker>(*m_database, m_clock);
  m_tenant = m_database->connect(u"tenant"_s);
  m_one = organization(u"One"_s);
  m_two = organization(u"Two"_s);
}

void TestCustomerLinks::aLinkIsFoundByItsTokenAlone() {
  const auto token = issue(m_one);
  const auto link = find(token);
  QVERIFY(link);
  QCOMPARE(link->organization, m_one);
  QVERIFY(link->purpose == LinkPurpose::Account);
  QVERIFY(!link->invoice);
  QCOMPARE(link->expiresAt, m_clock.now() + 24h);
  QCOMPARE(pathOf(LinkPurpose::Account, token), u"/account/"_s + QString::fromLatin1(token));
}

void TestCustomerLinks::theDatabaseDoesNotKnowTheToken() {
  const auto token = issue(m_one);
  const auto rows = expect(m_worker->database->adHoc(
      "select count(*) from customer_link where digest = :a or encode(digest, 'base64') = :b",
      {{"a", token}, {"b", QString::fromLatin1(token)}}));
  QCOMPARE(rows[0].get<std::int64_t>(0), 0);
}

void TestCustomerLinks::aTokenIsNotGuessedOrChanged() {
  const auto token = issue(m_one);
  QVERIFY(find(token));
  for (qsizetype place = 0; place < token.size(); ++place) {
    for (const char other : {'A', 'b', '-', '%', '\0', '='}) {
      auto changed = token;
      if (changed[place] == other)
        continue;
      changed[place] = other;
      QVERIFY2(!find(changed), changed.constData());
    }
  }
  for (const auto &wrong :
       {QByteArray(), QByteArray("x"), token.left(token.size() - 1), token + 'A', token + '=',
        token + token, token.toUpper(), ' ' + token, QByteArray(100'000, 'A')})
    QVERIFY(!find(wrong));
}

void TestCustomerLinks::anotherOrganizationInItFindsNothing() {
  constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
  const auto bytes = QByteArray::fromBase64(issue(m_one), encoding);
  QCOMPARE(bytes.size(), 40);
  QCOMPARE(bytes.left(16), m_one.uuid().toRfc4122());
  QVERIFY(!find((m_two.uuid().toRfc4122() + bytes.mid(16)).toBase64(encoding)));
}

void TestCustomerLinks::aLinkEnds() {
  const auto token = issue(m_one, 1h);
  const auto now = m_clock.now();
  m_clock.set(now + 1h - 1us);
  QVERIFY(find(token));
  m_clock.set(now + 1h);
  QVERIFY(!find(token));
  m_clock.set(now);
}

void TestCustomerLinks::allOfAnOrganizationAreRevoked() {
  const auto owner = organization(u"Three"_s);
  const auto first = issue(owner);
  const auto second = issue(owner);
  const auto foreign = issue(m_two);
  QCOMPARE(expect(CustomerLinks(m_worker->session).revokeAll(owner)), 2);
  QVERIFY(!find(first));
  QVERIFY(!find(second));
  QVERIFY(find(foreign));
  QCOMPARE(expect(CustomerLinks(m_worker->session).revokeAll(owner)), 0);
}

void TestCustomerLinks::aLinkMustBeGoodForSomeTime() {
  const auto refused =
      CustomerLinks(m_worker->session).issue({m_one, LinkPurpose::Account, {}, m_clock.now()});
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"customer_link.expired"_s);
  const auto nobody = CustomerLinks(m_worker->session)
                          .issue({makeId<OrganizationId>(m_clock.now()),
                                  LinkPurpose::Account,
                                  {},
                                  m_clock.now() + 1h});
  QVERIFY(!nobody);
  QCOMPARE(nobody.error().code, u"organization.not_found"_s);
}

void TestCustomerLinks::nobodyGetsALinkTwice() {
  QSet<QByteArray> tokens;
  for (int i = 0; i < 100; ++i)
    tokens.insert(issue(m_one).mid(22)); // behind the organization
  QCOMPARE(tokens.size(), 100);
}

QTEST_GUILESS_MAIN(TestCustomerLinks)
#include "tst_customer_links.moc"
