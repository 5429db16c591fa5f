// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/finding_reviews.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::Finding;
using billing::FindingReviews;
using billing::InvoiceFinding;

/// Who looked at which finding of a run is kept, and says nothing of another finding.
class TestFindingReviews : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void BILL_3_whoLookedFirstStays();
  void BILL_3_anotherFindingIsAnother_data();
  void BILL_3_anotherFindingIsAnother();
  void BILL_3_whatOneActChangedIsTakenBack_data();
  void BILL_3_whatOneActChangedIsTakenBack();
  void GOV_1_whoMayLookAndSaySo_data();
  void GOV_1_whoMayLookAndSaySo();

private:
  InvoiceFinding found() {
    return {m_house->organization(), LocalDay(std::chrono::days(20'000)),
            billing::findingCode({Finding::Kind::FirstInvoice}),
            Money(19'900, *Currency::parse(u"USD"_s))};
  }
  std::unique_ptr<BillingHouse> m_house;
};

void TestFindingReviews::initTestCase() { m_house = std::make_unique<BillingHouse>(); }

void TestFindingReviews::BILL_3_whoLookedFirstStays() {
  const auto one = found(), other = found();
  const auto database = m_house->test.connect();
  store::Session anna{*database, m_house->clock, u"anna"_s}, ben = anna;
  ben.actor = u"ben"_s;
  const auto at = m_house->clock.now();
  expect(FindingReviews(anna).add({one}));
  m_house->clock.set(at + std::chrono::hours(1));
  expect(FindingReviews(ben).add({one, other}));
  const auto reviews =
      expect(FindingReviews(anna).of({one.organization, other.organization}, one.issuedOn));
  QCOMPARE(reviews.size(), 2u);
  for (const auto &review : reviews) {
    QCOMPARE(review.by, review.found == one ? u"anna"_s : u"ben"_s);
    QCOMPARE(review.at, review.found == one ? at : m_house->clock.now());
  }
  QVERIFY(expect(FindingReviews(anna).of({one.organization}, one.issuedOn + std::chrono::days(1)))
              .empty()); // of later invoices
  expect(FindingReviews(ben).remove({one}));
  QVERIFY(expect(FindingReviews(anna).of({one.organization}, one.issuedOn)).empty());
  QVERIFY(m_house->number("select count(*) from audit_entry where table_name = 'finding_review'") >=
          3);
}

void TestFindingReviews::BILL_3_anotherFindingIsAnother_data() {
  QTest::addColumn<int>("part");
  for (const auto &[name, part] : {std::pair("another day", 0), std::pair("another finding", 1),
                                   std::pair("another sum", 2), std::pair("another currency", 3)})
    QTest::newRow(name) << part;
}

void TestFindingReviews::BILL_3_anotherFindingIsAnother() {
  QFETCH(int, part);
  const auto one = found();
  auto other = one;
  if (part == 0)
    other.issuedOn += std::chrono::days(1);
  else if (part == 1)
    other.finding = billing::findingCode({Finding::Kind::MissingData, 0, {u"city"_s}});
  else
    other.total =
        Money(part == 2 ? 20'000 : 19'900, *Currency::parse(part == 3 ? u"EUR"_s : u"USD"_s));
  const auto database = m_house->test.connect();
  store::Session session{*database, m_house->clock, u"anna"_s};
  FindingReviews reviews(session);
  expect(reviews.add({one}));
  expect(reviews.remove({other}));
  QCOMPARE(expect(reviews.of({one.organization}, one.issuedOn)).size(), 1u);
  expect(reviews.add({other}));
  const auto both = expect(reviews.of({one.organization}, one.issuedOn));
  QCOMPARE(both.size(), 2u);
  QVERIFY((both[0].found == one && both[1].found == other) ||
          (both[0].found == other && both[1].found == one));
}

void TestFindingReviews::BILL_3_whatOneActChangedIsTakenBack_data() {
  QTest::addColumn<bool>("isSaid");
  QTest::addColumn<bool>("isChangedSince");
  QTest::addColumn<QStringList>("then");
  QTest::newRow("said") << true << false << QStringList{u"ben"_s};
  QTest::newRow("said, and looked at anew since")
      << true << true << QStringList{u"ben"_s, u"carl"_s};
  QTest::newRow("taken back") << false << false << QStringList{u"anna"_s, u"ben"_s};
  QTest::newRow("taken back, and looked at anew since")
      << false << true << QStringList{u"ben"_s, u"carl"_s};
}

/// Ben has looked at one of two before: that is as it was, with his name and his hour.
void TestFindingReviews::BILL_3_whatOneActChangedIsTakenBack() {
  QFETCH(const bool, isSaid);
  QFETCH(const bool, isChangedSince);
  QFETCH(const QStringList, then);
  const auto bens = found(), other = found();
  const auto database = m_house->test.connect();
  store::Session session{*database, m_house->clock, u"ben"_s};
  const auto as = [&](const QString &who) {
    m_house->clock.set(m_house->clock.now() + std::chrono::hours(1));
    session.actor = who;
    return FindingReviews(session);
  };
  const auto at = m_house->clock.now();
  expect(FindingReviews(session).add({bens}));
  std::vector<billing::FindingReview> changed;
  if (isSaid) {
    changed = expect(as(u"anna"_s).add({bens, other}));
    QCOMPARE(changed.size(), 1u); // hers alone
  } else {
    expect(as(u"anna"_s).add({other}));
    changed = expect(as(u"dora"_s).remove({bens, other}));
    QCOMPARE(changed.size(), 2u);
    QVERIFY(expect(FindingReviews(session).of({bens.organization}, bens.issuedOn)).empty());
  }
  if (isChangedSince) {
    expect(as(u"carl"_s).remove({other}));
    expect(as(u"carl"_s).add({other}));
  }
  const auto undone =
      isSaid ? expect(as(u"anna"_s).takeBack(changed)) : expect(as(u"dora"_s).restore(changed));
  QCOMPARE(undone.size(), changed.size() - (isChangedSince ? 1 : 0));
  QStringList by;
  for (const auto &review :
       expect(FindingReviews(session).of({bens.organization, other.organization}, bens.issuedOn))) {
    by += review.by;
    QCOMPARE(review.found == bens, review.by == u"ben"_s);
    QVERIFY(review.by != u"ben"_s || review.at == at);
  }
  by.sort();
  QCOMPARE(by, then);
}

void TestFindingReviews::GOV_1_whoMayLookAndSaySo_data() {
  QTest::addColumn<bool>("maySee");
  QTest::addColumn<bool>("maySay");
  for (const auto &[role, see, say] :
       {std::tuple("finance", true, true), std::tuple("success", true, true),
        std::tuple("administrator", true, true), std::tuple("manager", true, false),
        std::tuple("worker", true, false), std::tuple("support", false, false),
        std::tuple("tenant", false, false)})
    QTest::newRow(role) << see << say;
}

/// Also a tenant of the organization that it is about, who has entered it.
void TestFindingReviews::GOV_1_whoMayLookAndSaySo() {
  QFETCH(const bool, maySee);
  QFETCH(const bool, maySay);
  const auto kept = found();
  const auto ours = m_house->test.connect();
  store::Session owner{*ours, m_house->clock, u"anna"_s};
  const auto reviews = expect(FindingReviews(owner).add({kept}));
  const auto role = QString::fromLatin1(QTest::currentDataTag());
  const auto database = m_house->test.connect(role);
  store::Session session{*database, m_house->clock, u"somebody"_s};
  const auto as = [&](auto act) {
    const auto outcome =
        database->transaction([&]() -> Result<std::vector<billing::FindingReview>> {
          if (role == u"tenant")
            TENANTRY_CHECK(database->enterOrganization(kept.organization));
          return act(FindingReviews(session));
        });
    return outcome ? QString::number(outcome->size()) : outcome.error().code;
  };
  const auto forbidden = u"store.forbidden"_s;
  QCOMPARE(as([&](auto all) { return all.of({kept.organization}, kept.issuedOn); }),
           maySee ? u"1"_s : forbidden);
  QCOMPARE(as([&](auto all) { return all.add({found()}); }), maySay ? u"1"_s : forbidden);
  QCOMPARE(as([&](auto all) { return all.takeBack(reviews); }), maySay ? u"1"_s : forbidden);
  QCOMPARE(as([&](auto all) { return all.restore(reviews); }), maySay ? u"1"_s : forbidden);
  QCOMPARE(as([&](auto all) { return all.remove({kept}); }), maySay ? u"1"_s : forbidden);
  QCOMPARE(expect(FindingReviews(owner).of({kept.organization}, kept.issuedOn)).size(),
           maySay ? 0u : 1u);
}

QTEST_MAIN(TestFindingReviews)
#include "tst_finding_reviews.moc"
