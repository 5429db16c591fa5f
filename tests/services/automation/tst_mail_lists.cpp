// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/mail_listing.h"
#include "services/store/query_catalogue.h"
#include "tests/services/automation/mail_house.h"
#include "tests/support/gui_main.h"

#include <QRegularExpression>

using namespace tenantry;
using namespace tenantry::tests;
using automation::MailFilter;
using automation::MailListing;

/// AUTO-3: the outbox in pages, narrowed and searched, each read from its index.
class TestMailLists : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void pagesAreWhole_data();
  void pagesAreWhole();
  void whatIsSearchedIsTakenLiterally_data();
  void whatIsSearchedIsTakenLiterally();
  void aPageThatIsNoneIsRefused();
  void restoringTouchesOnlyWhatNobodyTouched();
  void aSearchReachesFar_data();
  void aSearchReachesFar();
  void aListReadsItsIndex_data();
  void aListReadsItsIndex();

private:
  static constexpr int count = 600;
  void haveMany();
  void walks(const MailFilter &filter, int pageSize, int rows);
  MailListing listing() { return MailListing(m_house->worker.session); }
  std::unique_ptr<MailHouse> m_house;
  OrganizationId m_one, m_other;
};

namespace {

/// Every fifth failed, every third a receipt; ids in the order of their making.
QByteArray someMails(const OrganizationId &one, const OrganizationId &other, int count) {
  return "insert into mail (organization_id, mail_id, event_sequence, template, recipient, "
         "language, subject, body, link, priority, state, due_at, created_at) "
         "select (case when n % 2 = 0 then '" +
         one.toString().toLatin1() + "' else '" + other.toString().toLatin1() +
         "' end)::uuid, ('01890000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n, "
         "case when n % 3 = 0 then 'payment-receipt' else 'invoice-issued' end, "
         "'a' || n || '@b.example', 'en', 'Number ' || n || ' 100%', 'x', 'account', 0, "
         "case when n % 5 = 0 then 'failed' else 'queued' end, '2026-01-31', '2026-01-31' "
         "from generate_series(1, " +
         QByteArray::number(count) + ") as n";
}

} // namespace

void TestMailLists::initTestCase() {
  m_house = std::make_unique<MailHouse>();
  m_one = m_house->organization();
  m_other = m_house->organization();
  m_house->change("update organization set name = 'Under_score' where organization_id = '" +
                  m_other.toString().toLatin1() + "'");
  m_house->change(someMails(m_one, m_other, count));
}

void TestMailLists::pagesAreWhole_data() {
  QTest::addColumn<QString>("state");
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("search");
  QTest::addColumn<int>("rows");
  const auto none = QString(), failed = u"failed"_s, receipt = u"payment-receipt"_s;
  QTest::newRow("all") << none << none << none << count;
  QTest::newRow("failed") << failed << none << none << count / 5;
  QTest::newRow("receipts") << none << receipt << none << count / 3;
  QTest::newRow("failed receipts") << failed << receipt << none << count / 15;
  QTest::newRow("none sent") << u"sent"_s << none << none << 0;
  QTest::newRow("of an organization") << none << none << u"UNDER_"_s << count / 2;
  QTest::newRow("failed of an organization") << failed << none << u"under"_s << count / 10;
  QTest::newRow("to somebody") << none << none << u" A15@B.example "_s << 1;
  QTest::newRow("with that subject, of a kind") << none << receipt << u"number 5"_s << 36;
}

void TestMailLists::pagesAreWhole() {
  QFETCH(QString, state);
  QFETCH(QString, kind);
  QFETCH(QString, search);
  QFETCH(int, rows);
  MailFilter filter{{}, kind, search};
  if (const auto parsed = automation::parseMailState(state))
    filter.state = *parsed;
  walks(filter, 77, rows);
}

/// The pages of both orders, and the count, have just those rows.
void TestMailLists::walks(const MailFilter &filter, int pageSize, int rows) {
  QCOMPARE(expect(listing().count(filter)), std::int64_t(rows));
  for (const bool ascending : {false, true}) {
    std::vector<QString> ids;
    std::optional<automation::MailId> after;
    do {
      const auto page = expect(listing().page({filter, ascending, pageSize, after}));
      for (const auto &row : page.rows)
        ids.push_back(row.id.toString());
      after = page.next;
    } while (after);
    QCOMPARE(ids.size(), std::size_t(rows));
    QVERIFY(ascending ? std::is_sorted(ids.begin(), ids.end())
                      : std::is_sorted(ids.rbegin(), ids.rend()));
    QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  }
}

void TestMailLists::whatIsSearchedIsTakenLiterally_data() {
  QTest::addColumn<QString>("search");
  QTest::addColumn<int>("rows");
  QTest::newRow("a percent sign") << u"7 100%"_s << count / 10;
  QTest::newRow("nothing but one") << u"%%"_s << 0;
  QTest::newRow("an underline") << u"umber_7"_s << 0;
  QTest::newRow("a quote") << u"'; drop table mail; --"_s << 0;
  QTest::newRow("a backslash") << u"\\"_s << 0;
}

void TestMailLists::whatIsSearchedIsTakenLiterally() {
  QFETCH(QString, search);
  QFETCH(int, rows);
  QCOMPARE(expect(listing().count({{}, {}, search})), std::int64_t(rows));
}

void TestMailLists::aPageThatIsNoneIsRefused() {
  for (const int size : {0, -1, MailListing::mostRows + 1})
    QCOMPARE(listing().page({{}, false, size, {}}).error().code, u"list.page_size"_s);
  QCOMPARE(listing().find(makeId<automation::MailId>(m_house->clock.now())).error().code,
           u"mail.not_found"_s);
}

void TestMailLists::restoringTouchesOnlyWhatNobodyTouched() {
  MailHouse house;
  house.owes(QString());
  house.change("update mail set state = 'failed', attempts = 4, last_error = 'no'");
  const auto before = house.only();
  expect(house.outbox().cancel(before.id));
  expect(house.outbox().restore(before));
  QVERIFY(house.only().state == MailState::Failed);
  QCOMPARE(house.outbox().restore(before).error().code, u"mail.changed_since"_s);
  expect(house.outbox().retry(before.id));
  expect(house.outbox().restore(before));
  QCOMPARE(house.only().attempts, 4);
  QCOMPARE(house.only().lastError, u"no"_s);
  expect(house.outbox().retry(before.id));
  QCOMPARE(house.deliver(), 1);
  QCOMPARE(house.outbox().restore(before).error().code, u"mail.changed_since"_s);
  QVERIFY(house.only().state == MailState::Sent);
}

/// More than a search looks at along the ids.
void TestMailLists::haveMany() {
  if (m_house->number("select count(*) from mail") > count)
    return;
  const auto owner = m_house->test.connect();
  expect(owner->script("delete from mail; " + someMails(m_one, m_other, 20'000)));
  expect(owner->script(
      "set session_replication_role = replica;"
      "insert into organization (organization_id, name, email, address_country, time_zone, "
      "currency, status, created_at, updated_at) "
      "select md5(n::text)::uuid, 'Firm', 'ops@firm.example', 'DE', 'UTC', 'EUR', 'active', "
      "'2026-01-31', '2026-01-31' from generate_series(0, 999) as n;"
      "update mail set organization_id = md5((event_sequence % 1000)::text)::uuid "
      "where event_sequence > 4000;"
      "update mail set state = 'cancelled' where event_sequence % 4000 = 0;"
      "update mail set template = 'trial-ending' where event_sequence % 400 = 1;"
      "set session_replication_role = origin"));
  m_house->test.vacuum({u"mail"_s, u"organization"_s});
}

void TestMailLists::aSearchReachesFar_data() {
  QTest::addColumn<MailFilter>("filter");
  QTest::addColumn<int>("rows");
  QTest::newRow("the first of all") << MailFilter{{}, {}, u"a1@b"_s} << 1;
  QTest::newRow("the last of all") << MailFilter{{}, {}, u"a20000@b"_s} << 1;
  QTest::newRow("here and there") << MailFilter{{}, {}, u"mber 19"_s} << 1111;
  QTest::newRow("here and there, of a kind")
      << MailFilter{{}, u"payment-receipt"_s, u"mber 19"_s} << 369;
  QTest::newRow("among few") << MailFilter{MailState::Cancelled, {}, u"number"_s} << 5;
  QTest::newRow("nowhere") << MailFilter{{}, {}, u"no such words"_s} << 0;
  QTest::newRow("of an organization") << MailFilter{MailState::Failed, {}, u"under_"_s} << 400;
}

void TestMailLists::aSearchReachesFar() {
  QFETCH(MailFilter, filter);
  QFETCH(int, rows);
  haveMany();
  walks(filter, 200, rows);
}

void TestMailLists::aListReadsItsIndex_data() {
  QTest::addColumn<QByteArray>("query");
  QTest::addColumn<QByteArray>("types");
  QTest::addColumn<QByteArray>("values");
  QTest::addColumn<QString>("index");
  const QByteArray from = "'01890000-0000-7000-8000-000000000300', 101";
  for (const QByteArray order : {"descending", "ascending"}) {
    const QByteArray all = order == "ascending" ? "'00000000-0000-0000-0000-000000000000', 101"
                                                : "'ffffffff-ffff-ffff-ffff-ffffffffffff', 101";
    QTest::newRow(("all " + order).constData())
        << "mails_" + order << QByteArray("uuid, bigint") << from << u"mail_by_id"_s;
    QTest::newRow(("those that wait " + order).constData())
        << "mails_of_state_" + order << QByteArray("text, uuid, bigint") << "'queued', " + from
        << u"mail_by_id|mail_by_state"_s; // most of them wait
    QTest::newRow(("the few that were cancelled " + order).constData())
        << "mails_of_state_" + order << QByteArray("text, uuid, bigint") << "'cancelled', " + from
        << u"mail_by_state"_s;
    QTest::newRow(("of a kind " + order).constData())
        << "mails_of_template_" + order << QByteArray("text, uuid, bigint")
        << "'trial-ending', " + from << u"mail_by_template"_s;
    QTest::newRow(("of a rare kind that wait " + order).constData())
        << "mails_of_state_and_template_" + order << QByteArray("text, text, uuid, bigint")
        << "'queued', 'trial-ending', " + from << u"mail_by_template"_s;
    QTest::newRow(("of a kind that were cancelled " + order).constData())
        << "mails_of_state_and_template_" + order << QByteArray("text, text, uuid, bigint")
        << "'cancelled', 'payment-receipt', " + from << u"mail_by_state"_s;
    QTest::newRow(("found " + order).constData())
        << "mails_found_" + order << QByteArray("text, text, text, uuid, bigint")
        << "'%no such words%', '', '', " + all << u"mail_search"_s;
  }
  QTest::newRow("counted in a state")
      << QByteArray("mails_counted_of_state") << QByteArray("text, bigint")
      << QByteArray("'cancelled', 10001") << u"mail_by_state"_s;
  QTest::newRow("counted of a kind")
      << QByteArray("mails_counted_of_template") << QByteArray("text, bigint")
      << QByteArray("'trial-ending', 10001") << u"mail_by_template"_s;
  QTest::newRow("found, counted") << QByteArray("mails_counted_found")
                                  << QByteArray("text, text, text, bigint")
                                  << QByteArray("'%no such words%', '', '', 10001")
                                  << u"mail_search"_s;
}

// The types follow the order in which each statement first names its parameters.
void TestMailLists::aListReadsItsIndex() {
  QFETCH(QByteArray, query);
  QFETCH(QByteArray, types);
  QFETCH(QByteArray, values);
  QFETCH(QString, index);
  haveMany();
  const auto owner = m_house->test.connect(u"finance"_s);
  expect(owner->script("set plan_cache_mode = force_custom_plan"));
  const auto &known = store::QueryCatalogue::compiledIn().find(query.toStdString());
  expect(
      owner->script("prepare planned (" + types + ") as " + QByteArray::fromStdString(known.sql)));
  QString plan;
  for (const auto row :
       expect(owner->adHoc("explain (costs off) execute planned (" + values + ")")))
    plan += row.get<QString>(0) + u'\n';
  QVERIFY2(plan.contains(QRegularExpression(u"\\b(%1)\\b"_s.arg(index))), qPrintable(plan));
  if (!query.contains("found"))
    QVERIFY2(!plan.contains(u"Seq Scan on mail"_s), qPrintable(plan));
}

GUI_TEST_MAIN(TestMailLists)
#include "tst_mail_lists.moc"
